// SPDX-License-Identifier: MIT
#include "core/runtime/wait.h"

#include <stdexcept>
#include <unordered_set>
#include <utility>

#include "core/runtime/await.h"
#include "core/runtime/loop_owned.h"

namespace coroscope {
namespace {

// Finishes when enough futures are done, or time is up.
class Watch final : public Future<void> {
public:
    Watch(EventLoop& loop, const std::vector<Ref<FutureBase>>& futures, std::size_t count,
          ReturnWhen until)
        : Future(loop),
          m_futures(futures),
          m_until(until),
          m_left(count)
    {
    }

    void start(std::optional<Ticks> timeout)
    {
        if (timeout) {
            m_deadline = loop().deadlineIn(*timeout);
            loop().callAt(m_deadline, m_timer);
        }
        for (const Ref<FutureBase>& future : m_futures) {
            m_callbacks.push_back(new FutureDone(*this, m_callbacks.size()));
            future->addDoneCallback(*m_callbacks.back());
        }
    }

    void stop()
    {
        loop().cancel(m_timer);
        for (std::size_t i = 0; i < m_callbacks.size(); ++i) {
            if (m_callbacks[i] != nullptr && m_futures[i]->removeDoneCallback(*m_callbacks[i]))
                delete std::exchange(m_callbacks[i], nullptr);
        }
    }
    ~Watch() override { loop().cancel(m_timer); }

    [[nodiscard]] Word awaitedAs() const override { return Word::Wait; }
    [[nodiscard]] Wait describeWait(std::vector<TaskId>& tasks) const override
    {
        for (const Ref<FutureBase>& future : m_futures)
            static_cast<void>(future->describeWait(tasks));
        Wait wait;
        wait.until = m_deadline;
        return wait;
    }

private:
    class FutureDone final : public OwnedCallback {
    public:
        FutureDone(Watch& watch, std::size_t index) noexcept
            : OwnedCallback(watch.loop()),
              m_watch(&watch),
              m_index(index)
        {
        }

    private:
        void called() override
        {
            m_watch->m_callbacks[m_index] = nullptr;
            FutureBase& future = *m_watch->m_futures[m_index];
            const TaskBase* const task = future.asTask();
            const CauseScope cause(m_watch->loop(), task != nullptr ? task->id() : TaskId{});
            m_watch->futureIsDone(future);
        }

        const Ref<Watch> m_watch;
        const std::size_t m_index;
    };

    class TimeUp final : public Timer {
    public:
        explicit TimeUp(Watch& watch) noexcept
            : Timer([](Timer& timer) { static_cast<TimeUp&>(timer).m_watch.release(); }),
              m_watch(watch)
        {
        }

    private:
        Watch& m_watch;
    };

    void release()
    {
        if (!isDone())
            setResult();
    }

    void futureIsDone(const FutureBase& future)
    {
        --m_left;
        const bool isEnough =
            m_left == 0 || m_until == ReturnWhen::FirstCompleted ||
            (m_until == ReturnWhen::FirstException && !future.isCancelled() && future.exception());
        if (!isEnough)
            return;
        loop().cancel(m_timer);
        release();
    }

    const std::vector<Ref<FutureBase>> m_futures;
    const ReturnWhen m_until;
    std::size_t m_left;
    std::vector<OwnedCallback*> m_callbacks;  // null: was called
    TimeUp m_timer{*this};
    Ticks m_deadline = Wait::noDeadline;
};

// One that nobody awaits, until the loop goes.
class LeftWatch final : public LoopOwned {
public:
    explicit LeftWatch(Ref<Watch> watch) : LoopOwned(watch->loop()), m_watch(std::move(watch)) {}

private:
    const Ref<Watch> m_watch;
};

std::vector<Ref<FutureBase>> withoutRepetitions(std::vector<Ref<FutureBase>> futures)
{
    std::unordered_set<FutureBase*> seen;
    std::erase_if(futures,
                  [&](const Ref<FutureBase>& future) { return !seen.insert(future.get()).second; });
    return futures;
}

}  // namespace

Coroutine<WaitResult> wait(std::vector<Ref<FutureBase>> futures, ReturnWhen until,
                           std::optional<Ticks> timeout)
{
    if (futures.empty())
        throw std::invalid_argument("Set of Tasks/Futures is empty.");
    futures = withoutRepetitions(std::move(futures));
    const Ref<Watch> watch(new Watch(EventLoop::running(), futures, futures.size(), until));
    watch->start(timeout);
    try {
        co_await watch;
    } catch (...) {
        watch->stop();
        throw;
    }
    watch->stop();
    WaitResult result;
    for (Ref<FutureBase>& future : futures)
        (future->isDone() ? result.done : result.pending).push_back(std::move(future));
    co_return result;
}

void leaveWait(const std::vector<Ref<FutureBase>>& futures, std::size_t others, ReturnWhen until,
               std::optional<Ticks> timeout)
{
    const std::vector<Ref<FutureBase>> distinct = withoutRepetitions(futures);
    const Ref<Watch> watch(
        new Watch(EventLoop::running(), distinct, distinct.size() + others, until));
    watch->start(timeout);
    new LeftWatch(watch);  // the loop's
}

}  // namespace coroscope
