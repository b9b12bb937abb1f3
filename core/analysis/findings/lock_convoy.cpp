// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "core/analysis/findings/finder.h"

namespace coroscope::analysis {
namespace {

// A convoy: so many stand in line at once, while the lock is held for most of the program.
constexpr std::size_t longQueue = 2;
constexpr double mostOfTheTime = 0.5;

struct LockUse {
    std::map<TaskId, Ticks> waiting;  // since when
    std::map<TaskId, Ticks> waited;
    Ticks heldSince{};
    Ticks held{};
    std::size_t longest = 0;
    std::uint32_t event = 0;  // where the queue was as long as that for the first time
    SiteId site;
};

class Locks {
public:
    explicit Locks(const Facts& facts) : m_trace(facts.trace) {}

    void take(const Event& event, std::uint32_t index)
    {
        switch (event.kind) {
        case EventKind::Suspend:
            if (event.word == Word::Lock)
                enqueue(event, index);
            break;
        case EventKind::Ready: leave(event); break;
        case EventKind::Use: use(event); break;
        default: break;
        }
    }

    [[nodiscard]] const std::map<ObjectId, LockUse>& all() const noexcept { return m_locks; }

private:
    void enqueue(const Event& event, std::uint32_t index)
    {
        const Wait& wait = m_trace.wait(event);
        LockUse& lock = m_locks[wait.object];
        lock.waiting.emplace(event.task, event.time);
        m_waitsFor[event.task] = wait.object;
        if (lock.waiting.size() > lock.longest) {
            lock.longest = lock.waiting.size();
            lock.event = index;
            lock.site = wait.site;
        }
    }

    void leave(const Event& event)
    {
        const auto object = m_waitsFor.find(event.task);
        if (object == m_waitsFor.end())
            return;
        LockUse& lock = m_locks[object->second];
        lock.waited[event.task] += event.time - lock.waiting[event.task];
        lock.waiting.erase(event.task);
        m_waitsFor.erase(object);
    }

    void use(const Event& event)
    {
        LockUse& lock = m_locks[m_trace.use(event).object];
        if (event.word == Word::Acquire)
            lock.heldSince = event.time;
        else if (event.word == Word::Release)
            lock.held += event.time - lock.heldSince;
    }

    const Trace& m_trace;
    std::map<ObjectId, LockUse> m_locks;  // and what else is used; nobody waits for those here
    std::map<TaskId, ObjectId> m_waitsFor;
};

}  // namespace

void findLockConvoy(const Facts& facts, std::vector<Finding>& findings)
{
    Locks locks(facts);
    for (std::uint32_t i = 0; i < facts.trace.size(); ++i)
        locks.take(facts.trace.at(i), i);
    for (const auto& [object, lock] : locks.all()) {
        if (lock.longest < longQueue ||
            toSeconds(lock.held) < mostOfTheTime * toSeconds(facts.timeline.end()))
            continue;
        Finding finding;
        finding.kind = Finding::Kind::LockConvoy;
        finding.event = lock.event;
        finding.site = lock.site;
        finding.object = object;
        finding.count = static_cast<std::uint32_t>(lock.longest);
        for (const auto& [task, waited] : lock.waited) {
            finding.cost += waited;
            if (waited > Ticks{})
                finding.affected.push_back({task, waited});
        }
        std::ranges::stable_sort(finding.affected, std::greater(), &Finding::Affected::delay);
        if (finding.cost > Ticks{})
            findings.push_back(std::move(finding));
    }
}

}  // namespace coroscope::analysis
