// SPDX-License-Identifier: MIT
#include "core/replay/waits.h"

#include "core/runtime/owned_callback.h"

namespace coroscope::replay {

namespace {

// Why a task is ready again that awaited `word`.
Word wakingOf(Word word)
{
    switch (word) {
    case Word::Sleep: return Word::Timer;
    case Word::Task:
    case Word::Gather:
    case Word::Wait:
    case Word::Future:
    case Word::Executor: return Word::Done;
    default: return word;
    }
}

}  // namespace

RecordedWait::RecordedWait(EventLoop& loop, const Action& action)
    : Future(loop, wakingOf(action.word)), m_word(action.word)
{
    m_wait.site = action.site;
    m_wait.object = action.object;
}

OutsideWait::OutsideWait(EventLoop& loop, const Action& action) : RecordedWait(loop, action)
{
    const Ticks deadline = loop.deadlineIn(action.length);
    if (action.word == Word::Sleep)
        m_wait.until = deadline;
    loop.callAt(deadline, m_timer);
}

OutsideWait::TimeUp::TimeUp(OutsideWait& wait) noexcept
    : Timer([](Timer& timer) {
          OutsideWait& done = static_cast<TimeUp&>(timer).m_wait;
          if (!done.isDone())
              done.setResult();
      }),
      m_wait(wait)
{}

class AllDone::OneDone final : public OwnedCallback {
public:
    OneDone(AllDone& all, const FutureBase& future)
        : OwnedCallback(all.loop()), m_all(&all), m_future(future)
    {}

private:
    void called() override
    {
        std::vector<TaskId> tasks;
        static_cast<void>(m_future.describeWait(tasks));
        const CauseScope cause(m_all->loop(), tasks.empty() ? TaskId{} : tasks.front());
        m_all->oneIsDone();
    }

    const Ref<AllDone> m_all;
    const FutureBase& m_future;
};

AllDone::AllDone(EventLoop& loop, const Action& action, std::span<const Ref<FutureBase>> futures)
    : RecordedWait(loop, action), m_futures(futures.begin(), futures.end())
{
    for (const Ref<FutureBase>& future : m_futures) {
        if (future->isDone())
            continue;
        ++m_left;
        future->addDoneCallback(*new OneDone(*this, *future));
    }
}

Wait AllDone::describeWait(std::vector<TaskId>& tasks) const
{
    for (const Ref<FutureBase>& future : m_futures)
        static_cast<void>(future->describeWait(tasks));
    return m_wait;
}

void AllDone::oneIsDone()
{
    if (--m_left == 0 && !isDone())
        setResult();
}

}  // namespace coroscope::replay
