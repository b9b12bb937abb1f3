// SPDX-License-Identifier: MIT
#include "core/runtime/gather.h"

#include <exception>
#include <unordered_set>

#include "core/runtime/errors.h"

namespace coroscope {

class Gathering::ChildDone : public OwnedCallback {
public:
    ChildDone(Gathering& gathering, FutureBase& child) noexcept
        : OwnedCallback(gathering.loop()),
          m_gathering(&gathering),
          m_child(&child)
    {
    }

private:
    void called() override
    {
        const TaskBase* const task = m_child->asTask();
        const CauseScope cause(m_gathering->loop(), task != nullptr ? task->id() : TaskId{});
        m_gathering->childIsDone(*m_child);
    }

    const Ref<Gathering> m_gathering;
    FutureBase* const m_child;  // the gathering keeps it alive
};

Ref<Gathering> gather(EventLoop& loop, std::vector<Ref<FutureBase>> children, GatherErrors errors)
{
    const Ref<Gathering> gathering(new Gathering(loop, std::move(children), errors));
    gathering->watchChildren();
    return gathering;
}

Gathering::Gathering(EventLoop& loop, std::vector<Ref<FutureBase>> children, GatherErrors errors)
    : Future(loop),
      m_children(std::move(children)),
      m_errors(errors)
{
}

void Gathering::watchChildren()
{
    std::unordered_set<FutureBase*> seen;
    std::vector<FutureBase*> done;
    for (const Ref<FutureBase>& child : m_children) {
        if (!seen.insert(child.get()).second)
            continue;
        if (child->isDone())
            done.push_back(child.get());
        else
            child->addDoneCallback(*new ChildDone(*this, *child));
    }
    m_distinct = seen.size();
    if (m_distinct == 0)
        setResult();
    for (FutureBase* const child : done)
        childIsDone(*child);
}

void Gathering::childIsDone(FutureBase& child)
{
    ++m_finished;
    if (isDone())
        return;
    if (m_errors == GatherErrors::Raise) {
        if (std::exception_ptr error = child.exception()) {
            setException(std::move(error));
            return;
        }
    }
    if (m_finished == m_distinct && m_isCancelRequested)
        setException(m_children.back()->cancelledError());
    else if (m_finished == m_distinct)
        setResult();
}

bool Gathering::cancel(const CancelMessage& message)
{
    if (isDone())
        return false;
    const CancelDepth depth(loop());
    bool isAccepted = false;
    for (const Ref<FutureBase>& child : m_children) {
        if (child->cancel(message))
            isAccepted = true;
    }
    m_isCancelRequested = m_isCancelRequested || isAccepted;
    return isAccepted;
}

Wait Gathering::describeWait(std::vector<TaskId>& tasks) const
{
    for (const Ref<FutureBase>& child : m_children) {
        static_cast<void>(child->describeWait(tasks));
    }
    return {};
}

}  // namespace coroscope
