// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/event_table_model.h"

#include <algorithm>
#include <array>

#include "app/models/event_text.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

// One line per column, in the order of EventTableModel::Column. A new column is a new line here,
// not a new branch in data().
struct ColumnSpec {
    const char* title;
    Qt::Alignment alignment;
    QString (*text)(const ProgramRun&, std::size_t event);
};

const std::array<ColumnSpec, EventTableModel::ColumnCount> columns{{
    {QT_TRANSLATE_NOOP("coroscope::EventTableModel", "#"), Qt::AlignRight | Qt::AlignVCenter,
     [](const ProgramRun&, std::size_t event) { return QString::number(event + 1); }},
    {QT_TRANSLATE_NOOP("coroscope::EventTableModel", "Time"), Qt::AlignRight | Qt::AlignVCenter,
     [](const ProgramRun& run, std::size_t event) {
         const Ticks time = run.trace().timeAt(event);
         return QString::fromStdString(timeTextLike(time, run.total()).joined());
     }},
    {QT_TRANSLATE_NOOP("coroscope::EventTableModel", "Task"), Qt::AlignLeft | Qt::AlignVCenter,
     [](const ProgramRun& run, std::size_t event) {
         return rowName(run, run.trace().at(event).task);
     }},
    {QT_TRANSLATE_NOOP("coroscope::EventTableModel", "Event"), Qt::AlignLeft | Qt::AlignVCenter,
     [](const ProgramRun& run, std::size_t event) { return kindText(run.trace().at(event).kind); }},
    {QT_TRANSLATE_NOOP("coroscope::EventTableModel", "Detail"), Qt::AlignLeft | Qt::AlignVCenter,
     [](const ProgramRun& run, std::size_t event) {
         return detailText(run, event).replace(u'\n', u'↵');
     }},
}};

const ColumnSpec& column(int section)
{
    return columns[static_cast<std::size_t>(section)];
}

}  // namespace

void EventTableModel::setRun(ProgramRunPtr run)
{
    beginResetModel();
    m_run = std::move(run);
    m_eventCount = rowCount();
    endResetModel();
}

void EventTableModel::setEventCount(std::size_t count)
{
    const int next = static_cast<int>(std::min(count, static_cast<std::size_t>(rowCount())));
    if (next == m_eventCount)
        return;
    const int before = std::exchange(m_eventCount, next);
    const auto [least, most] = std::minmax(next, before);
    const int first = std::max(least - 1, 0);
    Q_EMIT dataChanged(index(first, 0), index(most - 1, ColumnCount - 1),
                       {HasHappenedRole, IsCurrentRole});
}

int EventTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_run ? 0 : static_cast<int>(m_run->trace().size());
}

int EventTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto event = static_cast<std::size_t>(index.row());
    switch (role) {
        case Qt::DisplayRole: return column(index.column()).text(*m_run, event);
        case Qt::TextAlignmentRole: return column(index.column()).alignment.toInt();
        case TimeNsRole: return qint64{m_run->trace().timeAt(event).count()};
        case EventIndexRole: return index.row();
        case HasHappenedRole: return index.row() < m_eventCount;
        case IsCurrentRole: return index.row() == m_eventCount - 1;
        default: return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
        case Qt::DisplayRole: return tr(column(section).title);
        case Qt::TextAlignmentRole: return column(section).alignment.toInt();
        default: return {};
    }
}

}  // namespace coroscope
