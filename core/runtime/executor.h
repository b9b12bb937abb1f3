// SPDX-License-Identifier: MIT
#pragma once

#include <coroutine>
#include <deque>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/runtime/event_loop.h"
#include "core/runtime/threads.h"

namespace coroscope {

class Executor;

/// A function that an executor runs on one of its threads, without its result's type.
///
/// Trace  a row of kind Job: Create when it is handed in, Resume when a thread begins it, Block
///        and Unblock while it computes or sleeps, Suspend with Word::Yield while it waits for a
///        core, Done.
class JobBase : public RefCounted, protected SimulatedThread {
public:
    /// Its row in the trace.
    [[nodiscard]] TaskId row() const noexcept { return m_row; }

    /// For what runs in the job and suspends then: computes or sleeps (`why`) before it goes on.
    void hold(Ticks length, Word why);

    /// The job whose function runs now on this thread; null in the loop.
    [[nodiscard]] static JobBase* running() noexcept;

protected:
    JobBase(Executor& executor, PromiseBase& root, const TaskNames& names);

    /// Frees the function's frames, if it has not ended.
    void destroyFrames() noexcept;

    [[nodiscard]] virtual std::exception_ptr exception() = 0;
    [[nodiscard]] virtual std::string resultText() = 0;
    [[nodiscard]] virtual FutureBase& future() = 0;
    /// Gives the future what the function returned or threw.
    virtual void deliver() = 0;

private:
    friend class Executor;
    class Delivery;
    class CheckCancel;

    void proceed() override;
    void beginWaiting() override;
    void endWaiting() override;
    void run();
    void finish();
    void abandon() noexcept;
    void recordDone();
    void record(EventKind kind, Word word);

    Executor* m_executor;  // null: it is gone
    EventLoop& m_loop;
    PromiseBase* m_leaf;  // where it goes on; null once it has ended
    const TaskId m_row;
    Word m_blocking = Word::None;
    bool m_hasStarted = false;
};

/// Runs functions on threads beside the loop: a ThreadPoolExecutor, whose threads share the
/// interpreter's lock with the loop, or a ProcessPoolExecutor, whose processes share cores. A
/// function is a coroutine here that lets time pass by hold() and awaits nothing else.
///
/// Order     first come, first served; a job begins when one of the `workers` is free and has a
///           core. The job that is handed in while the loop's code runs begins when that gives up
///           the lock.
/// Resume    a job's end puts a callback into the ready queue, which finishes the future, which
///           wakes its waiter: two passes.
/// Errors    cancelling the future keeps a job that has not begun from running, no other.
/// Trace     Suspend with Word::Executor and the job's row as what is awaited.
/// Lifetime  jobs that run when it goes are destroyed.
/// Source    concurrent/futures/thread.py; asyncio/futures.py, _chain_future()
class Executor {
public:
    /// A pool of threads of the loop's interpreter.
    Executor(EventLoop& loop, int workers);
    /// A pool of processes on a machine with that many cores.
    Executor(EventLoop& loop, int workers, int cores);
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;
    ~Executor();

    template <typename T>
    Ref<Future<T>> submit(Coroutine<T> function, TaskNames names = {});

    /// A future that is done when all jobs are.
    [[nodiscard]] Ref<FutureBase> shutdown();

private:
    friend class JobBase;
    class Idle;

    void add(const Ref<JobBase>& job);
    void startNext();
    void jobHasEnded(JobBase& job);

    EventLoop& m_loop;
    std::optional<Cores> m_ownCores;
    Cores& m_cores;
    const int m_workers;
    std::vector<Ref<JobBase>> m_running;
    std::deque<Ref<JobBase>> m_queued;
    Ref<Future<void>> m_idle;  // what shutdown() gave
};

/// What one awaits that awaits a job.
template <typename T>
class JobFuture final : public Future<T> {
public:
    JobFuture(EventLoop& loop, TaskId row) : Future<T>(loop), m_row(row) {}

    [[nodiscard]] Word awaitedAs() const override { return Word::Executor; }
    [[nodiscard]] Wait describeWait(std::vector<TaskId>& tasks) const override
    {
        if (m_row.isValid())
            tasks.push_back(m_row);
        return {};
    }

private:
    const TaskId m_row;
};

template <typename T>
class Job final : public JobBase {
public:
    Job(Executor& executor, EventLoop& loop, Coroutine<T> function, const TaskNames& names)
        : JobBase(executor, function.promise(), names),
          m_function(std::move(function)),
          m_future(new JobFuture<T>(loop, row()))
    {
    }

    ~Job() override { destroyFrames(); }

    [[nodiscard]] const Ref<Future<T>>& result() const noexcept { return m_future; }

private:
    [[nodiscard]] std::exception_ptr exception() override
    {
        if (!m_error)
            m_error = m_function.takeException();
        return m_error;
    }
    [[nodiscard]] std::string resultText() override
    {
        if constexpr (std::is_void_v<T>) {
            return {};
        } else {
            m_result = std::move(m_function).result();
            return traceText(*m_result);
        }
    }
    [[nodiscard]] FutureBase& future() override { return *m_future; }
    void deliver() override
    {
        if (exception())
            m_future->setException(m_error);
        else if constexpr (std::is_void_v<T>)
            m_future->setResult();
        else
            m_future->setResult(std::move(*m_result));
    }

    Coroutine<T> m_function;
    std::exception_ptr m_error;
    std::optional<typename Future<T>::Stored> m_result;
    const Ref<Future<T>> m_future;
};

template <typename T>
Ref<Future<T>> Executor::submit(Coroutine<T> function, TaskNames names)
{
    const Ref<Job<T>> job(new Job<T>(*this, m_loop, std::move(function), names));
    add(Ref<JobBase>(job));
    return job->result();
}

/// Lets time pass in a function that may run in the loop or in a job: time.sleep (Word::Sleep) or
/// computing (Word::Work). In the loop it holds the loop.
class HoldAwaiter {
public:
    HoldAwaiter(EventLoop& loop, Ticks length, Word why, TaskId row) noexcept
        : m_loop(loop),
          m_length(length),
          m_why(why),
          m_row(row)
    {
    }

    bool await_ready()
    {
        if (JobBase::running() != nullptr)
            return false;
        m_loop.block(m_length, m_why, m_row);
        return true;
    }
    template <RuntimePromise Promise>
    void await_suspend(std::coroutine_handle<Promise>)
    {
        JobBase::running()->hold(m_length, m_why);
    }
    void await_resume() const noexcept {}

private:
    EventLoop& m_loop;
    const Ticks m_length;
    const Word m_why;
    const TaskId m_row;
};

[[nodiscard]] inline HoldAwaiter hold(EventLoop& loop, Ticks length, Word why, TaskId row)
{
    return HoldAwaiter(loop, length, why, row);
}

}  // namespace coroscope
