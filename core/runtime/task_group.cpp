// SPDX-License-Identifier: MIT
#include "core/runtime/task_group.h"

#include <stdexcept>
#include <string>

namespace coroscope {

// A task of the group that is not done; the loop deletes it if it never will be.
class TaskGroup::Child final : public OwnedCallback {
public:
    Child(TaskGroup& group, Ref<FutureBase> task) noexcept
        : OwnedCallback(group.m_loop),
          m_group(&group),
          m_task(std::move(task)),
          m_previous(group.m_lastChild)
    {
        (m_previous != nullptr ? m_previous->m_following : group.m_firstChild) = this;
        group.m_lastChild = this;
    }
    ~Child() override { leave(); }

    void leave() noexcept
    {
        TaskGroup* const group = std::exchange(m_group, nullptr);
        if (group == nullptr)
            return;
        (m_previous != nullptr ? m_previous->m_following : group->m_firstChild) = m_following;
        (m_following != nullptr ? m_following->m_previous : group->m_lastChild) = m_previous;
    }

    [[nodiscard]] FutureBase& task() const noexcept { return *m_task; }
    [[nodiscard]] Child* following() const noexcept { return m_following; }

private:
    void called() override
    {
        TaskGroup* const group = m_group;
        if (group == nullptr)
            return;
        const CauseScope cause(group->m_loop, m_task->asTask()->id());
        leave();
        group->childIsDone(*m_task);
    }

    TaskGroup* m_group;  // null: it is no child any more
    const Ref<FutureBase> m_task;
    Child* m_previous;
    Child* m_following = nullptr;
};

// What the parent awaits in finish().
class TaskGroup::AllDone final : public Future<void> {
public:
    explicit AllDone(const TaskGroup& group) noexcept : Future(group.m_loop), m_group(group) {}

    [[nodiscard]] Word awaitedAs() const override { return Word::Task; }
    [[nodiscard]] Wait describeWait(std::vector<TaskId>& tasks) const override
    {
        for (const Child* child = m_group.m_firstChild; child; child = child->following())
            tasks.push_back(child->task().asTask()->id());
        return {};
    }

private:
    const TaskGroup& m_group;
};

TaskGroup::TaskGroup(EventLoop& loop) : m_loop(loop), m_parent(*loop.currentTask()) {}

TaskGroup::~TaskGroup()
{
    while (m_firstChild != nullptr)
        m_firstChild->leave();
}

void TaskGroup::requireOpen() const
{
    if (m_isExiting && m_firstChild == nullptr)
        throw std::logic_error("TaskGroup " + repr() + " is finished");
    if (m_isAborting)
        throw std::logic_error("TaskGroup " + repr() + " is shutting down");
}

std::string TaskGroup::repr() const
{
    int children = 0;
    for (const Child* child = m_firstChild; child != nullptr; child = child->following())
        ++children;
    std::string text = "<TaskGroup";
    if (children > 0)
        text += " tasks=" + std::to_string(children);
    if (!m_errors.empty())
        text += " errors=" + std::to_string(m_errors.size());
    return text + (m_isAborting ? " cancelling>" : " entered>");
}

void TaskGroup::watch(Ref<FutureBase> task)
{
    FutureBase& future = *task;
    future.addDoneCallback(*new Child(*this, std::move(task)));
}

void TaskGroup::childIsDone(const FutureBase& task)
{
    if (m_allDone != nullptr && m_firstChild == nullptr && !m_allDone->isDone())
        m_allDone->setResult();
    if (task.isCancelled())
        return;
    const std::exception_ptr error = task.exception();
    if (!error)
        return;
    m_errors.push_back(error);
    if (!m_fatalError && endsProgram(error))
        m_fatalError = error;
    if (m_isAborting || m_isParentCancelRequested)
        return;
    abort();
    m_isParentCancelRequested = true;
    m_parent.future().cancel();
}

void TaskGroup::abort()
{
    m_isAborting = true;
    for (Child* child = m_firstChild; child != nullptr; child = child->following()) {
        if (!child->task().isDone())
            child->task().cancel();
    }
}

Coroutine<> TaskGroup::finish(std::exception_ptr error)
{
    m_isExiting = true;
    std::exception_ptr cancellation;
    if (error && endsProgram(error))
        m_fatalError = m_fatalError ? m_fatalError : error;
    if (error && isCancelledError(error))
        cancellation = std::exchange(error, nullptr);
    if ((error || cancellation) && !m_isAborting)
        abort();
    while (m_firstChild != nullptr)
        co_await waitForChildren(cancellation);
    raiseErrors(std::move(error), std::move(cancellation));
}

// A new future each time: cancelling the parent cancels the one that it awaits.
Coroutine<> TaskGroup::waitForChildren(std::exception_ptr& cancellation)
{
    const Ref<AllDone> allDone(new AllDone(*this));
    m_allDone = allDone.get();
    try {
        co_await allDone;
    } catch (const CancelledError&) {
        if (!m_isAborting) {
            cancellation = std::current_exception();
            abort();
        }
    }
    m_allDone = nullptr;
}

void TaskGroup::raiseErrors(std::exception_ptr error, std::exception_ptr cancellation)
{
    if (m_fatalError)
        std::rethrow_exception(m_fatalError);
    if (m_isParentCancelRequested && m_parent.uncancel() == 0)
        cancellation = nullptr;
    if (cancellation && m_errors.empty())
        std::rethrow_exception(cancellation);
    if (error)
        m_errors.push_back(std::move(error));
    if (m_errors.empty())
        return;
    // Keeps a request from outside alive, so that it is raised at the parent's next await.
    if (m_parent.cancelling() > 0) {
        m_parent.uncancel();
        m_parent.future().cancel();
    }
    throw ExceptionGroup("unhandled errors in a TaskGroup", std::move(m_errors));
}

}  // namespace coroscope
