// SPDX-License-Identifier: MIT
#include "core/replay/object_levels.h"

#include <optional>

namespace coroscope::replay {
namespace {

class Levels {
public:
    explicit Levels(const Trace& trace) : m_trace(trace) {}

    std::vector<RecordedObject> take()
    {
        findKinds();
        for (std::size_t i = 0; i < m_trace.size(); ++i) {
            const Event event = m_trace.at(i);
            if (event.kind == EventKind::Suspend)
                takeWait(event);
            else if (event.kind == EventKind::Use)
                takeUse(event);
        }
        return std::move(m_objects);
    }

private:
    // A lock's level says whether it is held, anybody else's how much is free.
    void findKinds()
    {
        for (std::size_t i = 0; i < m_trace.size(); ++i) {
            const Event event = m_trace.at(i);
            if (event.kind != EventKind::Use)
                continue;
            const Use& use = m_trace.use(event);
            RecordedObject& object = objectFor(use.object);
            if (event.word == Word::Get || event.word == Word::Put)
                object.kind = Word::Queue;
            else if ((event.word == Word::Acquire && use.level != 1) ||
                     (event.word == Word::Release && use.level != 0))
                object.kind = Word::Semaphore;
        }
    }

    RecordedObject& objectFor(ObjectId id)
    {
        if (m_objects.size() <= id.value) {
            m_objects.resize(std::size_t{id.value} + 1);
            m_free.resize(std::size_t{id.value} + 1);
            m_handed.resize(std::size_t{id.value} + 1);
        }
        return m_objects[id.value];
    }

    // Who must wait before anybody has used it finds nothing to take.
    void takeWait(const Event& event)
    {
        const ObjectId id = m_trace.wait(event).object;
        const bool isKind =
            event.word == Word::Lock || event.word == Word::Semaphore || event.word == Word::Queue;
        if (id.isValid() && isKind && id.value < m_free.size() && !m_free[id.value])
            begin(id, 0);
    }

    void takeUse(const Event& event)
    {
        const Use& use = m_trace.use(event);
        const bool isTaking = event.word == Word::Acquire || event.word == Word::Get;
        const bool isGiving = event.word == Word::Release || event.word == Word::Put;
        if (!isTaking && !isGiving)
            return;
        RecordedObject& object = objectFor(use.object);
        std::optional<std::int64_t>& free = m_free[use.object.value];
        const std::int64_t now = object.kind == Word::Lock ? 1 - use.level : use.level;
        const std::int64_t before = isTaking ? now + 1 : now - 1;
        if (!free)
            begin(use.object, before);
        // A semaphore that somebody waits for hands its permit on: it is never free in between.
        std::int64_t& handed = m_handed[use.object.value];
        const bool isHandedOn = now == *free && (isGiving || handed > 0);
        if (isHandedOn)
            handed += isGiving ? 1 : -1;
        object.isReliable = object.isReliable && (isHandedOn || *free == before) && now >= 0;
        free = now;
    }

    void begin(ObjectId id, std::int64_t permits)
    {
        m_objects[id.value].permits = permits;
        m_objects[id.value].isReliable = permits >= 0;
        m_free[id.value] = permits;
    }

    const Trace& m_trace;
    std::vector<RecordedObject> m_objects;
    std::vector<std::optional<std::int64_t>> m_free;  // by object: its permits as of now
    std::vector<std::int64_t> m_handed;  // permits that were handed on and not yet taken
};

}  // namespace

std::vector<RecordedObject> objectLevels(const Trace& trace)
{
    return Levels(trace).take();
}

}  // namespace coroscope::replay
