// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/runtime/callback.h"

namespace coroscope {

/// The callbacks that are due, strictly first in, first out: asyncio's `_ready`.
///
/// Shape  a ring of a power of two of pointers; grows to twice its size when full.
/// Cost   push and pop O(1)
class ReadyQueue {
public:
    /// Stays valid for replace() until that entry has been popped.
    using Position = std::uint64_t;

    [[nodiscard]] std::size_t size() const noexcept { return m_tail - m_head; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_head == m_tail; }

    Position push(Callback& callback)
    {
        if (size() == m_ring.size())
            grow();
        m_ring[m_tail & mask()] = &callback;
        return m_tail++;
    }

    /// Precondition: not empty.
    Callback& pop() noexcept
    {
        assert(!isEmpty());
        return *m_ring[m_head++ & mask()];
    }

    /// Puts another callback into a place; so a cancelled entry still counts in its batch.
    void replace(Position position, Callback& callback) noexcept
    {
        assert(position >= m_head && position < m_tail);
        m_ring[position & mask()] = &callback;
    }

private:
    [[nodiscard]] std::size_t mask() const noexcept { return m_ring.size() - 1; }

    void grow()
    {
        std::vector<Callback*> larger(m_ring.size() * 2);
        for (Position at = m_head; at != m_tail; ++at)
            larger[at & (larger.size() - 1)] = m_ring[at & mask()];
        m_ring = std::move(larger);
    }

    std::vector<Callback*> m_ring = std::vector<Callback*>(64);
    Position m_head = 0;
    Position m_tail = 0;
};

}  // namespace coroscope
