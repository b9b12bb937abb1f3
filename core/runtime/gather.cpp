// SPDX-License-Identifier: MIT
#include "core/runtime/gather.h"

#include <exception>
#include <memory>
#include <utility>

#include "core/runtime/errors.h"
#include "core/runtime/loop_owned.h"

namespace coroscope {

// Sees each future once, however often it is given: marks those it has seen as long as it lives.
class DistinctFutures {
public:
    explicit DistinctFutures(const std::vector<Ref<FutureBase>>& futures) noexcept
        : m_futures(futures)
    {}
    DistinctFutures(const DistinctFutures&) = delete;
    DistinctFutures& operator=(const DistinctFutures&) = delete;
    ~DistinctFutures()
    {
        for (const Ref<FutureBase>& future : m_futures)
            future->m_isMarked = false;
    }

    [[nodiscard]] bool isNew(FutureBase& future) noexcept
    {
        return !std::exchange(future.m_isMarked, true);
    }

private:
    const std::vector<Ref<FutureBase>>& m_futures;
};

// The callbacks of a gathering on all its children: one block of memory, which goes with the last.
class Gathering::Watch final : public LoopOwned {
public:
    explicit Watch(Gathering& gathering)
        : LoopOwned(gathering.loop()),
          m_gathering(&gathering),
          m_callbacks(std::make_unique<ChildDone[]>(gathering.m_children.size()))
    {}

    void add(std::size_t index)
    {
        ChildDone& callback = m_callbacks[index];
        callback.watch = this;
        m_gathering->m_children[index]->addDoneCallback(callback);
        ++m_waitsFor;
    }
    [[nodiscard]] bool isIdle() const noexcept { return m_waitsFor == 0; }

private:
    struct ChildDone : Callback {
        ChildDone() noexcept : Callback(&ChildDone::call) {}
        static void call(Callback& self)
        {
            auto& callback = static_cast<ChildDone&>(self);
            callback.watch->called(callback);
        }

        Watch* watch = nullptr;
    };

    void called(const ChildDone& callback)
    {
        const std::unique_ptr<Watch> end(--m_waitsFor == 0 ? this : nullptr);
        FutureBase& child = *m_gathering->m_children[std::size_t(&callback - m_callbacks.get())];
        const TaskBase* const task = child.asTask();
        const CauseScope cause(m_gathering->loop(), task != nullptr ? task->id() : TaskId{});
        m_gathering->childIsDone(child);
    }

    const Ref<Gathering> m_gathering;
    const std::unique_ptr<ChildDone[]> m_callbacks;  // by index of the child; some are not used
    std::size_t m_waitsFor = 0;
};

Ref<Gathering> gather(EventLoop& loop, std::vector<Ref<FutureBase>> children, GatherErrors errors)
{
    const Ref<Gathering> gathering(new Gathering(loop, std::move(children), errors));
    gathering->watchChildren();
    return gathering;
}

Gathering::Gathering(EventLoop& loop, std::vector<Ref<FutureBase>> children, GatherErrors errors)
    : Future(loop), m_children(std::move(children)), m_errors(errors)
{}

void Gathering::watchChildren()
{
    std::vector<FutureBase*> done;
    auto watch = std::make_unique<Watch>(*this);
    {
        DistinctFutures seen(m_children);
        for (std::size_t i = 0; i < m_children.size(); ++i) {
            FutureBase& child = *m_children[i];
            if (!seen.isNew(child))
                continue;
            ++m_distinct;
            if (child.isDone())
                done.push_back(&child);
            else
                watch->add(i);
        }
    }
    if (!watch->isIdle())
        watch.release();  // deletes itself
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
