// SPDX-License-Identifier: MIT
#include "core/runtime/as_completed.h"

#include <algorithm>
#include <unordered_set>

namespace coroscope {

// The futures that have ended and were not given yet.
class AsCompleted::Ended final : public RefCounted, public Queue<Ref<FutureBase>> {
public:
    explicit Ended(EventLoop& loop) : Queue(loop, Word::Wait) {}

    void describeWait(std::vector<TaskId>& tasks) const override
    {
        for (const FutureBase* const future : awaited)
            static_cast<void>(future->describeWait(tasks));
    }

    std::vector<FutureBase*> awaited;  // kept alive by their FutureDone
};

class AsCompleted::FutureDone final : public OwnedCallback {
public:
    FutureDone(Ref<Ended> ended, Ref<FutureBase> future) noexcept
        : OwnedCallback(future->loop()),
          m_ended(std::move(ended)),
          m_future(std::move(future))
    {
    }

private:
    void called() override
    {
        const TaskBase* const task = m_future->asTask();
        const CauseScope cause(m_future->loop(), task != nullptr ? task->id() : TaskId{});
        std::erase(m_ended->awaited, m_future.get());
        m_ended->putNow(m_future);
    }

    const Ref<Ended> m_ended;
    const Ref<FutureBase> m_future;
};

AsCompleted::AsCompleted(EventLoop& loop, const std::vector<Ref<FutureBase>>& futures)
    : m_ended(new Ended(loop))
{
    std::unordered_set<FutureBase*> seen;
    for (const Ref<FutureBase>& future : futures) {
        if (!seen.insert(future.get()).second)
            continue;
        m_ended->awaited.push_back(future.get());
        future->addDoneCallback(*new FutureDone(m_ended, future));
    }
    m_left = seen.size();
}

AsCompleted::~AsCompleted() = default;

Coroutine<Ref<FutureBase>> AsCompleted::next()
{
    --m_left;
    return m_ended->get();
}

}  // namespace coroscope
