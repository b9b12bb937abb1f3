// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/story_model.h"

#include <algorithm>

#include "app/models/story_text.h"
#include "core/base/time_text.h"

namespace coroscope {

void StoryModel::setRun(ProgramRunPtr run)
{
    beginResetModel();
    m_run = std::move(run);
    m_count = 0;
    m_moments.reset();
    if (m_run) {
        // The timeline keeps the trace alive.
        m_moments = std::make_unique<MomentIndex>(
            std::shared_ptr<const Trace>(m_run->timeline, &m_run->trace()));
    }
    endResetModel();
}

void StoryModel::setEventCount(std::size_t count)
{
    const int before = m_count;
    const auto after = static_cast<int>(m_run ? std::min(count, m_run->trace().size()) : 0);
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_count = after;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_count = after;
        endRemoveRows();
    } else {
        return;
    }
    for (const int last : {before - 1, after - 1}) {
        if (last >= 0 && last < m_count)
            Q_EMIT dataChanged(index(last), index(last), {IsCurrentRole});
    }
}

void StoryModel::retranslate()
{
    if (m_count > 0)
        Q_EMIT dataChanged(index(0), index(m_count - 1), {Qt::DisplayRole});
}

QString StoryModel::sentence(int row) const
{
    const auto event = static_cast<std::size_t>(row);
    return storyText(*m_run, storyOf(*m_moments, event, event + 1).front());
}

int StoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant StoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto event = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return sentence(index.row());
    case NumberRole: return index.row() + 1;
    case TimeTextRole: {
        const Ticks time = m_run->trace().timeAt(event);
        return QString::fromStdString(timeTextLike(time, m_run->total()).joined());
    }
    case IsCurrentRole: return index.row() == m_count - 1;
    default: return {};
    }
}

}  // namespace coroscope
