// SPDX-License-Identifier: MIT
#include "core/timeline/timeline.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace coroscope {
namespace {

// "A" of "delivery('A', 10)", if the call's first argument is a string.
std::optional<std::string> firstStringArgument(std::string_view label)
{
    const std::size_t paren = label.find('(');
    if (paren == std::string_view::npos || paren + 1 >= label.size())
        return {};
    const char quote = label[paren + 1];
    if (quote != '\'' && quote != '"')
        return {};
    const std::size_t begin = paren + 2;
    const std::size_t close = label.find(quote, begin);
    if (close == std::string_view::npos || close == begin)
        return {};
    return std::string(label.substr(begin, close - begin));
}

// Not one of those that CPython gives by itself: "Task-12".
bool isGiven(std::string_view name)
{
    constexpr std::string_view usual = "Task-";
    return !name.empty() && !(name.starts_with(usual) &&
                              name.find_first_not_of("0123456789", usual.size()) == name.npos);
}

std::string ownName(const TaskInfo& task)
{
    if (task.kind == TaskInfo::Kind::Main)
        return "main";
    if (task.kind == TaskInfo::Kind::Task && isGiven(task.name))
        return task.name;
    if (auto argument = firstStringArgument(task.label))
        return *argument;
    return task.label.empty() ? task.name : task.label;
}

}  // namespace

SegmentState Track::stateAfter(std::size_t eventCount) const
{
    const std::size_t transitions = segments.countBeforeEvent(eventCount);
    return transitions == 0 ? SegmentState::Unborn : segments.stateAt(transitions - 1);
}

Timeline::Timeline(std::shared_ptr<const Trace> trace) : m_trace(std::move(trace))
{
    extend();
}

void Timeline::extend()
{
    for (; m_taken < m_trace->size(); ++m_taken)
        take(m_trace->at(m_taken), static_cast<std::uint32_t>(m_taken));
}

Segment Timeline::segment(const Track& track, std::size_t i) const
{
    const SegmentColumn& column = track.segments;
    const bool isLast = i + 1 == column.size();
    return {{column.timeAt(i), isLast ? end() : column.timeAt(i + 1)},
            column.stateAt(i),
            column.eventAt(i),
            isLast ? static_cast<std::uint32_t>(m_trace->size()) : column.eventAt(i + 1)};
}

void Timeline::take(const Event& event, std::uint32_t index)
{
    switch (event.kind) {
        case EventKind::Create: {
            m_tracks.push_back({event.task, index, Track::notDone, {}, {}});
            m_control.emplace_back();
            const bool isCall = m_trace->task(event.task).kind == TaskInfo::Kind::Call;
            change(event.task, isCall ? SegmentState::Waiting : SegmentState::Ready, event, index);
            break;
        }
        case EventKind::Resume:
            if (m_trace->task(event.task).kind == TaskInfo::Kind::Call)
                enter(event.task, event, index);
            change(event.task, SegmentState::Running, event, index);
            break;
        case EventKind::Ready: change(event.task, SegmentState::Ready, event, index); break;
        case EventKind::Suspend: {
            // Who only yields is ready again at once: no Ready event follows.
            const bool isReady = event.word == Word::Yield;
            change(event.task, isReady ? SegmentState::Ready : SegmentState::Suspended, event,
                   index);
            break;
        }
        case EventKind::Block:
            // Who computes holds the thread too, but does something: that is running.
            if (event.word != Word::Work)
                change(event.task, SegmentState::Blocking, event, index);
            break;
        case EventKind::Unblock: change(event.task, SegmentState::Running, event, index); break;
        case EventKind::Done: leave(event.task, event, index); break;
        default: break;
    }
}

void Timeline::enter(TaskId call, const Event& event, std::uint32_t index)
{
    const TaskId caller = m_trace->task(call).parent;
    const bool isWithin = m_control[call.value].caller.isValid();  // it had only suspended
    if (!caller.isValid() || isWithin || m_tracks[caller.value].doneEvent != Track::notDone)
        return;
    change(caller, SegmentState::InCall, event, index);
    m_control[caller.value].call = call;
    m_control[call.value].caller = caller;
}

void Timeline::leave(TaskId task, const Event& event, std::uint32_t index)
{
    Track& track = m_tracks[task.value];
    track.append(event.time, SegmentState::Done, index);
    track.doneEvent = index;
    const TaskId caller = std::exchange(m_control[task.value].caller, {});
    if (!caller.isValid())
        return;
    m_control[caller.value].call = {};
    if (m_tracks[caller.value].doneEvent == Track::notDone)
        change(caller, SegmentState::Running, event, index);
}

void Timeline::change(TaskId task, SegmentState state, const Event& event, std::uint32_t index)
{
    while (m_control[task.value].call.isValid())
        task = m_control[task.value].call;
    Track& track = m_tracks[task.value];
    const SegmentColumn& segments = track.segments;
    const bool isSame = segments.size() > 0 && segments.stateAt(segments.size() - 1) == state;
    if (!isSame)
        track.append(event.time, state, index);
}

std::vector<std::string> rowNames(const Trace& trace)
{
    std::vector<std::string> names;
    std::map<std::string, int> count;
    for (std::uint32_t id = 0; id < trace.taskCount(); ++id)
        ++count[names.emplace_back(ownName(trace.task({id})))];
    for (std::uint32_t id = 0; id < trace.taskCount(); ++id) {
        const TaskInfo& task = trace.task({id});
        if (count[names[id]] > 1 && task.kind != TaskInfo::Kind::Main)
            names[id] = task.label.empty() ? task.name : task.label;
    }
    return names;
}

}  // namespace coroscope
