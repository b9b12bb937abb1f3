// SPDX-License-Identifier: MIT
#include "core/runtime/done_flag.h"

#include <utility>

#include "core/runtime/event_loop.h"

namespace coroscope {
namespace {

// What ends the run that is on, when it is set.
constinit thread_local bool* runIsDone = nullptr;

}  // namespace

class DoneFlag::Note final : public OwnedCallback {
public:
    explicit Note(DoneFlag& owner)
        : OwnedCallback(owner.m_future.loop()),
          m_future(&owner.m_future),
          m_owner(&owner)
    {
    }

    void loseOwner() noexcept { m_owner = nullptr; }

private:
    void called() override
    {
        if (m_owner != nullptr)
            m_owner->m_isCalled = m_owner->isSet = true;
        else if (runIsDone != nullptr && !endedTheRun())
            *runIsDone = true;
    }
    [[nodiscard]] bool endedTheRun() const
    {
        const std::exception_ptr error = m_future->exception();
        return error && endsProgram(error);
    }

    const Ref<FutureBase> m_future;
    DoneFlag* m_owner;  // null: it is gone
};

DoneFlag::DoneFlag(FutureBase& future)
    : m_future(future),
      m_note(new Note(*this)),
      m_outer(std::exchange(runIsDone, &isSet))
{
    future.addDoneCallback(*m_note);
}

DoneFlag::~DoneFlag()
{
    runIsDone = m_outer;
    if (m_isCalled)
        return;
    m_note->loseOwner();
    if (m_future.removeDoneCallback(*m_note))
        delete m_note;
}

}  // namespace coroscope
