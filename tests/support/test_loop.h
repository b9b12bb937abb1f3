// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <string>
#include <string_view>
#include <utility>

#include "core/runtime/await.h"
#include "core/runtime/clock.h"
#include "core/runtime/errors.h"
#include "core/runtime/event_loop.h"
#include "core/runtime/sleep.h"
#include "core/runtime/task.h"

namespace coroscope::test {

constexpr Ticks s(int seconds)
{
    return std::chrono::seconds(seconds);
}

/// An event loop in virtual time, and an order log: what coroutines and callbacks note, each with
/// the number of the pass in which it happened ("k0@2 g@4"; main starts in pass 1).
///
/// A coroutine under test only writes the log: QCOMPARE returns from its function, which a
/// coroutine may not do, so every check is made after run().
class TestLoop {
public:
    EventLoop& operator*() noexcept { return loop; }
    EventLoop* operator->() noexcept { return &loop; }

    void note(std::string_view what);
    /// The same with the virtual time in seconds: "wake 2.5s".
    void noteTime(std::string_view what);
    [[nodiscard]] QString log() const { return QString::fromStdString(m_log); }

    /// How many passes have begun.
    [[nodiscard]] int turn();

    /// Makes main a task and runs the loop until it is done.
    template <typename T>
    Ref<Task<T>> run(Coroutine<T> main)
    {
        Ref<Task<T>> task = loop.createTask(std::move(main));
        end = loop.runUntilDone(*task);
        return task;
    }

    VirtualClock clock;
    Trace trace;
    EventLoop loop{clock, &trace};
    LoopEnd end = LoopEnd::Stopped;  ///< of the last run()

private:
    std::string m_log;
    std::size_t m_seen = 0;
    int m_turn = 0;
};

/// "pending", "returned", "cancelled: why" or "raised ValueError: why".
[[nodiscard]] QString outcomeOf(const FutureBase& future);

/// A callback that writes its name into the log.
class Note : public Callback {
public:
    Note(TestLoop& loop, std::string name) : Callback(&Note::call), m_loop(loop), m_name(name) {}

private:
    static void call(Callback& self)
    {
        auto& note = static_cast<Note&>(self);
        note.m_loop.note(note.m_name);
    }

    TestLoop& m_loop;
    const std::string m_name;
};

/// A timer that writes its name and the time into the log.
class NoteTimer : public Timer {
public:
    NoteTimer(TestLoop& loop, std::string name)
        : Timer(&NoteTimer::fire), m_loop(loop), m_name(std::move(name))
    {}

private:
    static void fire(Timer& self)
    {
        auto& timer = static_cast<NoteTimer&>(self);
        timer.m_loop.note(timer.m_name);
    }

    TestLoop& m_loop;
    const std::string m_name;
};

/// Counts its instances: stands in coroutines' frames to see that they are freed.
class Counted {
public:
    Counted() noexcept { ++alive; }
    Counted(const Counted&) noexcept { ++alive; }
    Counted& operator=(const Counted&) = default;
    ~Counted() { --alive; }

    static inline int alive = 0;
};

}  // namespace coroscope::test
