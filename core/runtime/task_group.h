// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "core/runtime/await.h"

namespace coroscope {

/// Tasks that end together: asyncio.TaskGroup. The task that makes it is its parent.
///
///     TaskGroup group(loop);
///     std::exception_ptr error;
///     try {
///         group.createTask(work());
///     } catch (...) {
///         error = std::current_exception();
///     }
///     co_await group.finish(error);
///
/// Order     when a child fails, the others are cancelled in order of creation, then the parent.
/// Resume    finish() returns two passes after the last child's end; at once if there is none.
/// Trace     Suspend with Word::Task and the children that are still awaited.
/// Errors    createTask() while the group shuts down or is over: std::logic_error. finish(): an
///           ExceptionGroup of what the children and the body raised; CancelledError if the parent
///           was cancelled from outside and nobody failed.
/// Lifetime  stands in the frame of the parent's coroutine.
/// Source    asyncio/taskgroups.py (CPython 3.13)
class TaskGroup {
public:
    explicit TaskGroup(EventLoop& loop);
    TaskGroup(const TaskGroup&) = delete;
    TaskGroup& operator=(const TaskGroup&) = delete;
    ~TaskGroup();

    template <typename T>
    Ref<Task<T>> createTask(Coroutine<T> coroutine, TaskNames names = {})
    {
        requireOpen();
        Ref<Task<T>> task = m_loop.createTask(std::move(coroutine), std::move(names));
        watch(Ref<FutureBase>(task));
        return task;
    }
    /// Throws what createTask() would throw now.
    void requireOpen() const;

    /// Await once when the body was left, with what it threw (null: nothing).
    [[nodiscard]] Coroutine<> finish(std::exception_ptr error);

private:
    class Child;
    class AllDone;

    void watch(Ref<FutureBase> task);
    void childIsDone(const FutureBase& task);
    void abort();
    [[nodiscard]] std::string repr() const;
    [[nodiscard]] Coroutine<> waitForChildren(std::exception_ptr& cancellation);
    void raiseErrors(std::exception_ptr error, std::exception_ptr cancellation);

    EventLoop& m_loop;
    TaskBase& m_parent;
    Child* m_firstChild = nullptr;  // those that are not done, in order of creation
    Child* m_lastChild = nullptr;
    std::vector<std::exception_ptr> m_errors;
    std::exception_ptr m_fatalError;  // SystemExit, KeyboardInterrupt
    AllDone* m_allDone = nullptr;     // while the parent waits
    bool m_isExiting = false;
    bool m_isAborting = false;
    bool m_isParentCancelRequested = false;
};

}  // namespace coroscope
