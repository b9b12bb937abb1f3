// SPDX-License-Identifier: MIT
#include "core/runtime/wait_for.h"

#include <vector>

namespace coroscope {
namespace {

// Done when another future is, one callback later.
class Release final : public Future<void> {
public:
    explicit Release(Ref<FutureBase> future)
        : Future(future->loop()),
          m_future(std::move(future)),
          m_callback(new FutureDone(*this))
    {
        m_future->addDoneCallback(*m_callback);
    }

    void stop()
    {
        if (m_callback != nullptr && m_future->removeDoneCallback(*m_callback))
            delete std::exchange(m_callback, nullptr);
    }

    [[nodiscard]] Word awaitedAs() const override { return m_future->awaitedAs(); }
    [[nodiscard]] Wait describeWait(std::vector<TaskId>& tasks) const override
    {
        return m_future->describeWait(tasks);
    }

private:
    class FutureDone final : public OwnedCallback {
    public:
        explicit FutureDone(Release& release) noexcept
            : OwnedCallback(release.loop()),
              m_release(&release)
        {
        }

    private:
        void called() override
        {
            m_release->m_callback = nullptr;
            const TaskBase* const task = m_release->m_future->asTask();
            const CauseScope cause(m_release->loop(), task != nullptr ? task->id() : TaskId{});
            if (!m_release->isDone())
                m_release->setResult();
        }

        const Ref<Release> m_release;
    };

    const Ref<FutureBase> m_future;
    OwnedCallback* m_callback;  // null: was called
};

}  // namespace

Coroutine<> cancelAndWait(Ref<FutureBase> future)
{
    const Ref<Release> release(new Release(future));
    future->cancel();
    try {
        co_await release;
    } catch (...) {
        release->stop();
        throw;
    }
}

}  // namespace coroscope
