// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "core/runtime/await.h"

namespace coroscope {

/// What a shield's waiter awaits: ends as `inner` does, but can be cancelled without it.
template <typename T>
class ShieldFuture final : public Future<T> {
public:
    explicit ShieldFuture(Ref<Future<T>> inner)
        : Future<T>(inner->loop()),
          m_inner(std::move(inner))
    {
        m_inner->addDoneCallback(*m_innerDone);
        this->addDoneCallback(*new OuterDone(*this));
    }

    [[nodiscard]] Word awaitedAs() const override { return m_inner->awaitedAs(); }
    [[nodiscard]] Wait describeWait(std::vector<TaskId>& tasks) const override
    {
        return m_inner->describeWait(tasks);
    }

private:
    class InnerDone final : public OwnedCallback {
    public:
        explicit InnerDone(ShieldFuture& outer) noexcept
            : OwnedCallback(outer.loop()),
              m_outer(&outer)
        {
        }

    private:
        void called() override
        {
            m_outer->m_innerDone = nullptr;
            const TaskBase* const task = m_outer->m_inner->asTask();
            const CauseScope cause(m_outer->loop(), task != nullptr ? task->id() : TaskId{});
            if (!m_outer->isDone())
                m_outer->copyInner();
        }

        const Ref<ShieldFuture> m_outer;
    };

    // Whoever waited was cancelled: the inner future has nobody to tell any more.
    class OuterDone final : public OwnedCallback {
    public:
        explicit OuterDone(ShieldFuture& outer) noexcept
            : OwnedCallback(outer.loop()),
              m_outer(&outer)
        {
        }

    private:
        void called() override
        {
            InnerDone* const callback = m_outer->m_innerDone;
            if (callback == nullptr || !m_outer->m_inner->removeDoneCallback(*callback))
                return;
            m_outer->m_innerDone = nullptr;
            delete callback;
        }

        const Ref<ShieldFuture> m_outer;
    };

    void copyInner()
    {
        if (m_inner->isCancelled())
            this->cancel();
        else if (std::exception_ptr error = m_inner->exception())
            this->setException(std::move(error));
        else
            this->setResult(m_inner->result());
    }

    const Ref<Future<T>> m_inner;
    InnerDone* m_innerDone = new InnerDone(*this);  // null: was called, or is not to be
};

/// asyncio.shield: a future to await in place of `inner`, so that cancelling the waiter does not
/// cancel `inner`. An inner future that is done is returned as it is.
///
/// Resume  the inner future's end, then one callback, then the waiter: two passes.
/// Errors  CancelledError when the waiter is cancelled, and when `inner` is by others.
/// Source  asyncio/tasks.py, shield()
template <typename T>
[[nodiscard]] Ref<Future<T>> shield(Ref<Future<T>> inner)
{
    if (inner->isDone())
        return inner;
    return Ref<Future<T>>(new ShieldFuture<T>(std::move(inner)));
}

template <typename T>
[[nodiscard]] Ref<Future<T>> shield(const Ref<Task<T>>& inner)
{
    return shield(Ref<Future<T>>(inner));
}

}  // namespace coroscope
