// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/runtime/coroutine.h"
#include "core/runtime/future.h"

namespace coroscope {

/// What a task is called in the trace. An empty name becomes "Task-N", as in CPython.
struct TaskNames {
    // No aggregate: g++ 12 destroys an aggregate twice that is made inside a co_await expression,
    // as the default argument is in `co_await createTask(work())`.
    TaskNames() = default;

    std::string name;
    std::string label;  ///< as Python would write the call: "delivery('A', 10)"
    SiteId site;
};

/// The part of a task that does not depend on its result's type: it runs a coroutine step by step.
///
/// Order   the first step is put into the ready queue when the task is created; a step runs until
///         the coroutine really waits. At any time the task either has one entry in the ready
///         queue or waits for exactly one future.
/// Trace   Create, then Resume and Suspend for each step, Ready when it is woken, Done.
/// Source  asyncio/tasks.py, class Task
class TaskBase : private Callback {  // its place in the ready queue or in a future's list
public:
    TaskBase(const TaskBase&) = delete;
    TaskBase& operator=(const TaskBase&) = delete;

    [[nodiscard]] TaskId id() const noexcept { return m_id; }
    [[nodiscard]] FutureBase& future() noexcept { return m_future; }

    /// Asks the task to stop: CancelledError is thrown at its await point. False when it is done;
    /// true otherwise, though it may still decide to go on. Errors: RecursionError when tasks
    /// await one another in a circle.
    bool requestCancel(const CancelMessage& message);
    /// Takes one request back; returns how many are left. None left also takes back one that was
    /// not delivered yet (CPython 3.13).
    int uncancel() noexcept;
    [[nodiscard]] int cancelling() const noexcept { return static_cast<int>(m_cancelRequests); }

    // For awaiters, called from within a step of this task.

    /// The coroutine is about to suspend until `future` is done. Without this, a suspension is a
    /// yield: the task goes on in the loop's next pass.
    void waitFor(FutureBase& future);
    /// The same for a future that is a task: less to ask.
    void waitForTask(TaskBase& task);
    /// Throws CancelledError if that is what this step was started for.
    void throwIfCancelled()
    {
        if ((m_flags & throwsCancelled) != 0)
            throwCancelled();
    }
    /// The same after waiting for `future`: one that was cancelled brings its own CancelledError,
    /// with its own message.
    void throwIfCancelled(const FutureBase& future)
    {
        if ((m_flags & throwsCancelled) != 0)
            throwCancelled(future);
    }

protected:
    TaskBase(FutureBase& future, PromiseBase& root, TaskId id) noexcept
        : m_future(future), m_leaf(&root), m_id(id), m_cancelRequests(0)
    {}
    ~TaskBase() = default;

    // For endCoroutine().
    [[nodiscard]] bool isToKeepResult() const noexcept
    {
        return (m_flags & (hasBegun | mustCancel)) == hasBegun;
    }
    void finishWithoutResult(std::exception_ptr error);

    // Write Done into the trace, if there is one.
    void recordReturnedNothing();
    void recordReturned(std::string value);  ///< an empty one takes no room

    /// Frees the coroutine's frames, if it has not ended.
    void destroyFrames() noexcept
    {
        if (m_leaf != nullptr)
            PromiseBase::destroyChain(std::exchange(m_leaf, nullptr));
    }

private:
    friend class EventLoop;

    // m_flags
    static constexpr std::uint8_t hasBegun = 1;
    static constexpr std::uint8_t mustCancel = 2;       // throws CancelledError at the next step
    static constexpr std::uint8_t throwsCancelled = 4;  // ... and this is that step

    void park(FutureBase& future);
    [[gnu::noinline]] void passCancelOn();
    bool beginStep()
    {
        if ((m_flags & (mustCancel | throwsCancelled)) != 0) [[unlikely]]
            return beginStepAfterCancel();
        m_flags = hasBegun;
        return true;
    }
    bool beginStepAfterCancel();
    void end() { m_future.endCoroutine(); }
    [[noreturn]] void throwCancelled();
    void throwCancelled(const FutureBase& future);
    void finishWithException(std::exception_ptr error);
    /// `error`: the CancelledError that escaped; null if it did not get so far.
    void finishCancelled(std::exception_ptr error, const CancelMessage& message);
    void recordDone(Word how, const std::exception_ptr& error);
    void recordCancel(const CancelMessage& message);

    FutureBase& m_future;
    PromiseBase* m_leaf;  // where the next step goes on; null once the coroutine has ended
    FutureBase* m_waitsFor = nullptr;
    TaskBase* m_previous = nullptr;  // all unfinished tasks, in order of creation
    TaskBase* m_following = nullptr;
    const TaskId m_id;
    std::uint32_t m_cancelRequests : 24;
    std::uint8_t m_flags = 0;
};

/// How a returned value is shown in the trace. Overload it beside a type of your own.
template <typename T>
std::string traceText(const T& value)
{
    if constexpr (std::is_arithmetic_v<T>)
        return std::to_string(value);
    else if constexpr (std::is_convertible_v<const T&, std::string>)
        return value;
    else
        return {};
}

/// A coroutine that the loop runs side by side with others; a future of what it returns.
template <typename T = void>
class Task final : public Future<T>, public TaskBase {
public:
    Task(EventLoop& loop, Coroutine<T>&& coroutine, TaskId id)
        : Future<T>(loop),
          TaskBase(static_cast<FutureBase&>(*this), coroutine.promise(), id),
          m_coroutine(std::move(coroutine))
    {}
    ~Task() override { destroyFrames(); }

    bool cancel(const CancelMessage& message = {}) override { return requestCancel(message); }
    [[nodiscard]] TaskBase* asTask() noexcept override { return this; }
    [[nodiscard]] Word awaitedAs() const override { return Word::Task; }
    [[nodiscard]] Wait describeWait(std::vector<TaskId>& tasks) const override
    {
        tasks.push_back(id());
        return {};
    }

    static void* operator new(std::size_t size) { return frame_pool::allocate(size); }
    static void operator delete(void* task, std::size_t size) noexcept
    {
        frame_pool::release(task, size);
    }

private:
    void endCoroutine() override
    {
        if (isToKeepResult() && !m_coroutine.hasThrown()) [[likely]] {
            finishWithResult();
        } else {
            std::exception_ptr error = m_coroutine.takeException();
            m_coroutine.drop();
            finishWithoutResult(std::move(error));
        }
    }
    void finishWithResult()
    {
        if constexpr (std::is_void_v<T>) {
            m_coroutine.drop();
            recordReturnedNothing();
            this->setResult();
        } else {
            T result = std::move(m_coroutine).result();
            m_coroutine.drop();
            if (this->loop().trace() != nullptr)
                recordReturned(traceText(result));
            this->setResult(std::move(result));
        }
    }

    Coroutine<T> m_coroutine;
};

}  // namespace coroscope
