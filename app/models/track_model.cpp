// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/track_model.h"

#include <utility>

#include "app/models/event_text.h"

namespace coroscope {

void TrackModel::setRun(ProgramRunPtr run)
{
    beginResetModel();
    m_run = std::move(run);
    m_states = m_run ? statesAt(m_run->trace().size()) : std::vector<SegmentState>();
    endResetModel();
}

void TrackModel::setEventCount(std::size_t count)
{
    if (!m_run)
        return;
    const std::vector<SegmentState> before = std::exchange(m_states, statesAt(count));
    for (std::size_t row = 0; row < before.size(); ++row) {
        if (before[row] == m_states[row])
            continue;
        const QModelIndex changed = index(static_cast<int>(row));
        Q_EMIT dataChanged(changed, changed,
                           {StateRole, OutcomeRole, OutcomeTextRole, Qt::AccessibleTextRole});
    }
}

int TrackModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_states.size());
}

QVariant TrackModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const Track& track = m_run->timeline->tracks()[row];
    const TaskInfo& task = m_run->trace().task(track.task);
    const bool isDone = m_states[row] == SegmentState::Done;
    switch (role) {
        case NameRole: return rowName(*m_run, track.task);
        case LabelRole:
        case Qt::ToolTipRole: return QString::fromStdString(task.label);
        case StateRole: return static_cast<int>(m_states[row]);
        case KindRole: return static_cast<int>(task.kind);
        case OutcomeRole:
            return static_cast<int>(isDone ? m_run->trace().at(track.doneEvent).word : Word::None);
        case OutcomeTextRole: return isDone ? outcome(track) : QString();
        case Qt::AccessibleTextRole: return spokenText(index.row());
        default: return {};
    }
}

std::vector<SegmentState> TrackModel::statesAt(std::size_t eventCount) const
{
    std::vector<SegmentState> states;
    for (const Track& track : m_run->timeline->tracks())
        states.push_back(track.stateAfter(eventCount));
    return states;
}

QString TrackModel::spokenText(int row) const
{
    const Track& track = m_run->timeline->tracks()[static_cast<std::size_t>(row)];
    const SegmentState state = m_states[static_cast<std::size_t>(row)];
    const QString what = state == SegmentState::Done ? outcome(track) : stateText(state);
    return tr("%1, %2").arg(rowName(*m_run, track.task), what);
}

QString TrackModel::outcome(const Track& track) const
{
    return outcomeText(m_run->trace(), m_run->trace().at(track.doneEvent));
}

}  // namespace coroscope
