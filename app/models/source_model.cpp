// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/source_model.h"

#include <algorithm>

#include "app/models/event_text.h"

namespace coroscope {
namespace {

// How much a state matters where several tasks are at one line; 0: it lights nothing.
int weightOf(SegmentState state)
{
    switch (state) {
    case SegmentState::Blocking: return 4;
    case SegmentState::Running: return 3;
    case SegmentState::InCall: return 2;
    case SegmentState::Suspended:
    case SegmentState::Ready: return 1;
    default: return 0;
    }
}

}  // namespace

void SourceModel::setRun(ProgramRunPtr run)
{
    m_run = std::move(run);
    m_eventCount = m_run ? m_run->trace().size() : 0;
    const QStringList lines = m_run ? m_run->source : QStringList();
    if (lines.size() == m_lines.size()) {
        setLines(lines);
        setLights(lightsNow());
        return;
    }
    beginResetModel();
    m_lines = lines;
    m_spans.clear();
    m_lights = lightsNow();
    endResetModel();
}

// As many lines as there were: only those with another text are new.
void SourceModel::setLines(const QStringList& lines)
{
    for (int row = 0; row < lines.size(); ++row) {
        if (lines[row] == m_lines[row])
            continue;
        m_lines[row] = lines[row];
        m_spans.clear();
        Q_EMIT dataChanged(index(row), index(row), {Qt::DisplayRole});
    }
}

void SourceModel::setEventCount(std::size_t count)
{
    if (count == m_eventCount)
        return;
    m_eventCount = count;
    setLights(lightsNow());
}

void SourceModel::setLights(Lights lights)
{
    const Lights before = std::exchange(m_lights, std::move(lights));
    for (std::size_t i = 0; i < m_lights.size(); ++i) {
        if (m_lights[i] == before[i])
            continue;
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed, {LightRole, TasksRole});
    }
}

SourceModel::Lights SourceModel::lightsNow() const
{
    Lights lights(static_cast<std::size_t>(m_lines.size()));
    if (!m_run || m_eventCount == 0)
        return lights;
    const Trace& trace = m_run->trace();
    for (const Track& track : m_run->timeline->tracks()) {
        const SegmentState state = track.stateAfter(m_eventCount);
        if (weightOf(state) == 0 || !hasBegun(track.task, state))
            continue;
        const SiteId site = trace.siteAt(track.task, m_eventCount - 1);
        const bool isHere = site.isValid() && (m_run->sourceFile.empty() ||
                                               trace.site(site).file == m_run->sourceFile);
        const std::size_t line = isHere ? trace.site(site).line : 0;
        if (line > 0 && line <= lights.size())
            lights[line - 1].push_back({track.task, state});
    }
    return lights;
}

// A task that has been created only is nowhere in its function yet.
bool SourceModel::hasBegun(TaskId task, SegmentState state) const
{
    const std::span<const Stay> stays = m_run->trace().stays(task);
    return state == SegmentState::Running ||
           (!stays.empty() && stays.front().firstEvent < m_eventCount);
}

const std::vector<SourceModel::Guest>& SourceModel::guests(int row) const
{
    return m_lights[static_cast<std::size_t>(row)];
}

SegmentState SourceModel::light(int row) const
{
    const std::vector<Guest>& all = guests(row);
    const auto gravest =
        std::ranges::max_element(all, {}, [](const Guest& guest) { return weightOf(guest.state); });
    return gravest == all.end() ? SegmentState::Unborn : gravest->state;
}

SourceModel::Lit SourceModel::lit() const
{
    Lit lit;
    for (int row = 0; row < rowCount(); ++row) {
        const SegmentState state = light(row);
        if (state == SegmentState::Unborn)
            continue;
        if (lit.first < 0)
            lit.first = row;
        lit.last = row;
        if (state == SegmentState::Running || state == SegmentState::Blocking)
            lit.running = row;
    }
    return lit;
}

const std::vector<PythonSpan>& SourceModel::spans(int row) const
{
    if (m_spans.empty())
        highlight();
    return m_spans[static_cast<std::size_t>(row)];
}

void SourceModel::highlight() const
{
    OpenString open = OpenString::None;
    for (const QString& line : m_lines)
        m_spans.push_back(pythonSpans(line, open));
}

std::optional<std::size_t> SourceModel::nextVisit(int row) const
{
    const Trace& trace = m_run->trace();
    std::optional<std::size_t> next;
    std::optional<std::size_t> first;
    const auto lower = [](std::optional<std::size_t>& least, std::size_t event) {
        least = std::min(least.value_or(event), event);
    };
    for (std::size_t task = 0; task < trace.taskCount(); ++task) {
        for (const Stay& stay : trace.stays({static_cast<std::uint32_t>(task)})) {
            if (trace.site(stay.site).line != static_cast<std::uint32_t>(row + 1) ||
                stay.firstEvent >= trace.size())
                continue;
            lower(first, stay.firstEvent);
            if (stay.firstEvent >= m_eventCount)
                lower(next, stay.firstEvent);
        }
    }
    return next ? next : first;
}

int SourceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant SourceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(index.row());
    case LightRole: return static_cast<int>(light(index.row()));
    case TasksRole: {
        QStringList names;
        for (const Guest& guest : guests(index.row()))
            names << rowName(*m_run, guest.task);
        return names;
    }
    case Qt::AccessibleTextRole: {
        const QString names = data(index, TasksRole).toStringList().join(QStringLiteral(", "));
        const QString line = tr("line %1: %2").arg(index.row() + 1).arg(text(index.row()));
        return names.isEmpty() ? line : tr("%1, %2").arg(line, names);
    }
    default: return {};
    }
}

}  // namespace coroscope
