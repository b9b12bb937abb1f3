// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/event_filter.h"

#include "app/models/event_table_model.h"

namespace coroscope {

void EventFilter::setTask(std::optional<TaskId> task)
{
    m_task = task;
    invalidateFilter();
}

void EventFilter::setShown(EventKind kind, bool isShown)
{
    m_hidden.set(static_cast<std::size_t>(kind), !isShown);
    invalidateFilter();
}

bool EventFilter::isShown(EventKind kind) const
{
    return !m_hidden.test(static_cast<std::size_t>(kind));
}

void EventFilter::setText(const QString& text)
{
    m_text = text;
    invalidateFilter();
}

void EventFilter::clear()
{
    m_task.reset();
    m_hidden.reset();
    m_text.clear();
    invalidateFilter();
}

bool EventFilter::isActive() const
{
    return m_task || m_hidden.any() || !m_text.isEmpty();
}

bool EventFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto* const model = static_cast<const EventTableModel*>(sourceModel());
    if (!model->run())
        return false;
    const Event event = model->run()->trace().at(static_cast<std::size_t>(row));
    if (m_task && event.task != *m_task)
        return false;
    if (!isShown(event.kind))
        return false;
    if (m_text.isEmpty())
        return true;
    for (int column = EventTableModel::TimeColumn; column < EventTableModel::ColumnCount;
         ++column) {
        const QString text = model->index(row, column, parent).data().toString();
        if (text.contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

}  // namespace coroscope
