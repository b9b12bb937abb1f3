// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/replay/recorded_program.h"
#include "core/runtime/event_loop.h"
#include "core/runtime/future.h"

namespace coroscope::replay {

/// What a task waits for in a replay, described as the recording did.
class RecordedWait : public Future<void> {
public:
    RecordedWait(EventLoop& loop, const Action& action);

    [[nodiscard]] Word awaitedAs() const override { return m_word; }
    [[nodiscard]] Wait describeWait(std::vector<TaskId>&) const override { return m_wait; }

protected:
    Wait m_wait;

private:
    const Word m_word;
};

/// Is done when the time has come that the action took.
class OutsideWait final : public RecordedWait {
public:
    OutsideWait(EventLoop& loop, const Action& action);
    ~OutsideWait() override { loop().cancel(m_timer); }

private:
    class TimeUp final : public Timer {
    public:
        explicit TimeUp(OutsideWait& wait) noexcept;

    private:
        OutsideWait& m_wait;
    };

    TimeUp m_timer{*this};
};

/// Is done when all of some futures are, however they ended. To be awaited while at least one is
/// not done.
class AllDone final : public RecordedWait {
public:
    AllDone(EventLoop& loop, const Action& action, std::span<const Ref<FutureBase>> futures);

    [[nodiscard]] Wait describeWait(std::vector<TaskId>& tasks) const override;

private:
    class OneDone;

    void oneIsDone();

    const std::vector<Ref<FutureBase>> m_futures;
    std::size_t m_left = 0;
};

}  // namespace coroscope::replay
