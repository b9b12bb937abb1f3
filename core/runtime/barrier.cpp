// SPDX-License-Identifier: MIT
#include "core/runtime/barrier.h"

#include <exception>
#include <stdexcept>

namespace coroscope {

Barrier::Barrier(EventLoop& loop, std::int64_t parties, const std::string& name)
    : SharedObject(loop, Word::Barrier, name),
      m_parties(parties),
      m_changed(*this, PartUse::Hidden)
{
    if (parties < 1)
        throw std::invalid_argument("parties must be > 0");
}

Coroutine<std::int64_t> Barrier::wait()
{
    co_await m_changed.acquire();
    std::exception_ptr error;
    std::int64_t index = 0;
    try {
        index = co_await pass();
    } catch (...) {
        error = std::current_exception();
    }
    m_changed.release();
    if (error)
        std::rethrow_exception(error);
    co_return index;
}

Coroutine<std::int64_t> Barrier::pass()
{
    while (m_state == State::Draining || m_state == State::Resetting)
        co_await m_changed.wait();
    if (m_state == State::Broken)
        throw BrokenBarrierError("Barrier aborted");
    const std::int64_t index = m_count++;
    std::exception_ptr error;
    try {
        co_await waitUntilFull();
    } catch (...) {
        error = std::current_exception();
    }
    leave();
    if (error)
        std::rethrow_exception(error);
    co_return index;
}

Coroutine<> Barrier::waitUntilFull()
{
    if (m_count == m_parties) {
        m_state = State::Draining;
        m_changed.notifyAll();
        co_return;
    }
    while (m_state == State::Filling)
        co_await m_changed.wait();
    if (m_state == State::Broken || m_state == State::Resetting)
        throw BrokenBarrierError("Abort or reset of barrier");
}

void Barrier::leave()
{
    if (--m_count > 0)
        return;
    if (m_state == State::Resetting || m_state == State::Draining)
        m_state = State::Filling;
    m_changed.notifyAll();
}

Coroutine<> Barrier::reset()
{
    co_await m_changed.acquire();
    m_state = m_count > 0 ? State::Resetting : State::Filling;
    m_changed.notifyAll();
    m_changed.release();
}

Coroutine<> Barrier::abort()
{
    co_await m_changed.acquire();
    m_state = State::Broken;
    m_changed.notifyAll();
    m_changed.release();
}

std::int64_t Barrier::waiting() const noexcept
{
    return m_state == State::Filling ? m_count : 0;
}

}  // namespace coroscope
