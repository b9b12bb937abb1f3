// SPDX-License-Identifier: MIT
#include "core/timeline/resource_track.h"

#include <algorithm>
#include <map>
#include <optional>

namespace coroscope {
namespace {

std::optional<ResourceKind> kindOfWait(Word why)
{
    switch (why) {
    case Word::Lock: return ResourceKind::Lock;
    case Word::Semaphore: return ResourceKind::Semaphore;
    case Word::Condition: return ResourceKind::Condition;
    case Word::Event: return ResourceKind::Event;
    case Word::Queue: return ResourceKind::Queue;
    case Word::Barrier: return ResourceKind::Barrier;
    default: return {};
    }
}

// A lock is at 1 when it is taken and at 0 when it is free; a semaphore counts what is left, so it
// can be at 0 when it is taken and never when it is given back.
std::optional<ResourceKind> kindOfUse(Word what, std::int64_t level)
{
    switch (what) {
    case Word::Put:
    case Word::Get: return ResourceKind::Queue;
    case Word::Set:
    case Word::Clear: return ResourceKind::Event;
    case Word::Notify: return ResourceKind::Condition;
    case Word::Acquire: return level == 1 ? std::nullopt : std::optional(ResourceKind::Semaphore);
    case Word::Release: return level == 0 ? ResourceKind::Lock : ResourceKind::Semaphore;
    default: return {};
    }
}

// Reads a trace once to see what its objects are, and once for what happens to them.
class ResourceReader {
public:
    explicit ResourceReader(const Trace& trace) : m_trace(trace) {}

    std::vector<ResourceTrack> read()
    {
        for (std::uint32_t i = 0; i < m_trace.size(); ++i)
            classify(m_trace.at(i));
        for (std::uint32_t i = 0; i < m_trace.size(); ++i)
            take(m_trace.at(i), i);
        std::vector<ResourceTrack> tracks;
        for (auto& [object, state] : m_objects)
            tracks.push_back(std::move(state.track));
        return tracks;
    }

private:
    struct State {
        ResourceTrack track;
        bool isCertain = false;
        std::int64_t permits = 0;  // the most that were ever left
        std::int64_t level = 0;
        std::vector<TaskId> holders;
        std::vector<TaskId> waiting;
    };

    void classify(const Event& event)
    {
        if (event.kind == EventKind::Suspend && event.word != Word::Yield) {
            const Wait& wait = m_trace.wait(event);
            const auto kind = kindOfWait(event.word);
            if (wait.object.isValid() && kind)
                makeKnown(wait.object, *kind, true);
        } else if (event.kind == EventKind::Use) {
            const Use& use = m_trace.use(event);
            const auto kind = kindOfUse(event.word, use.level);
            makeKnown(use.object, kind.value_or(ResourceKind::Lock), kind.has_value());
            State& state = m_objects[use.object];
            const std::int64_t before = event.word == Word::Acquire ? use.level + 1 : use.level;
            state.permits = std::max(state.permits, before);
        }
    }

    // A condition's lock is used under its name, so Condition goes before what else it looks like.
    void makeKnown(ObjectId object, ResourceKind kind, bool isCertain)
    {
        State& state = m_objects[object];
        state.track.object = object;
        const bool isFirst = isCertain && !state.isCertain;
        if (isFirst || kind == ResourceKind::Condition)
            state.track.kind = kind;
        state.isCertain = state.isCertain || isCertain;
    }

    void take(const Event& event, std::uint32_t index)
    {
        switch (event.kind) {
        case EventKind::Suspend: suspend(event, index); break;
        case EventKind::Ready:
        case EventKind::Resume:
        case EventKind::Done: stopWaiting(event, index); break;
        case EventKind::Use: use(event, index); break;
        default: break;
        }
    }

    void suspend(const Event& event, std::uint32_t index)
    {
        if (event.word == Word::Yield)
            return;
        const auto found = m_objects.find(m_trace.wait(event).object);
        if (found == m_objects.end())
            return;
        found->second.waiting.push_back(event.task);
        m_waitsFor[event.task] = found->first;
        note(found->second, event.time, index);
    }

    void stopWaiting(const Event& event, std::uint32_t index)
    {
        const auto waited = m_waitsFor.find(event.task);
        if (waited == m_waitsFor.end())
            return;
        State& state = m_objects[waited->second];
        m_waitsFor.erase(waited);
        std::erase(state.waiting, event.task);
        note(state, event.time, index);
    }

    void use(const Event& event, std::uint32_t index)
    {
        const Use& use = m_trace.use(event);
        State& state = m_objects[use.object];
        if (event.word == Word::Acquire) {
            state.holders.push_back(event.task);
        } else if (event.word == Word::Release && !state.holders.empty()) {
            // Whoever gives it back need not be who took it.
            const auto own = std::ranges::find(state.holders, event.task);
            state.holders.erase(own != state.holders.end() ? own : state.holders.begin());
        }
        if (event.word != Word::Notify)
            state.level =
                state.track.kind == ResourceKind::Semaphore ? state.permits - use.level : use.level;
        note(state, event.time, index);
    }

    static void note(State& state, Ticks time, std::uint32_t event)
    {
        ResourceTrack& track = state.track;
        track.most = std::max(track.most,
                              track.kind == ResourceKind::Semaphore ? state.permits : state.level);
        track.changes.push_back({time, event, state.level,
                                 static_cast<std::uint32_t>(state.waiting.size()),
                                 static_cast<std::uint32_t>(track.holders.size()),
                                 static_cast<std::uint32_t>(state.holders.size())});
        track.holders.insert(track.holders.end(), state.holders.begin(), state.holders.end());
    }

    const Trace& m_trace;
    std::map<ObjectId, State> m_objects;
    std::map<TaskId, ObjectId> m_waitsFor;
};

}  // namespace

const ResourceTrack::Change* ResourceTrack::after(std::size_t eventCount) const
{
    const auto next = std::ranges::lower_bound(changes, eventCount, {}, &Change::event);
    return next == changes.begin() ? nullptr : &*(next - 1);
}

std::vector<ResourceTrack> resourcesOf(const Trace& trace)
{
    return ResourceReader(trace).read();
}

}  // namespace coroscope
