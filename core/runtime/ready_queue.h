// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/runtime/callback.h"

namespace coroscope {

/// The callbacks that are due, strictly first in, first out: asyncio's `_ready`.
///
/// Shape  a ring of a power of two of pointers; grows to twice its size when it gets full, so that
///        the one popped last can always be put back.
/// Cost   push and pop O(1)
class ReadyQueue {
public:
    /// Stays valid for replace() until that entry has been popped.
    using Position = std::uint64_t;

    [[nodiscard]] std::size_t size() const noexcept { return m_tail - m_head; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_head == m_tail; }
    /// Whether the next push() takes memory.
    [[nodiscard]] bool isFull() const noexcept { return size() >= m_mask; }

    /// Where pop() takes the next from, and where push() puts the next.
    [[nodiscard]] Position begin() const noexcept { return m_head; }
    [[nodiscard]] Position end() const noexcept { return m_tail; }

    Position push(Callback& callback)
    {
        if (isFull()) [[unlikely]]
            return growAndPush(callback);
        return pushInRoom(callback);
    }

    /// The same, without a question. Precondition: !isFull(), or one was popped and none pushed
    /// since.
    Position pushInRoom(Callback& callback) noexcept
    {
        assert(size() <= m_mask);
        m_ring[m_tail & m_mask] = &callback;
        return m_tail++;
    }

    /// Precondition: not empty.
    Callback& pop() noexcept
    {
        assert(!isEmpty());
        return *m_ring[m_head++ & m_mask];
    }

    /// Puts another callback into a place; so a cancelled entry still counts in its batch.
    void replace(Position position, Callback& callback) noexcept
    {
        assert(position >= m_head && position < m_tail);
        m_ring[position & m_mask] = &callback;
    }

private:
    Position growAndPush(Callback& callback);  // out of line: push() is short where it is called

    Position m_mask = 63;
    std::unique_ptr<Callback*[]> m_ring = std::make_unique_for_overwrite<Callback*[]>(m_mask + 1);
    Position m_head = 0;
    Position m_tail = 0;
};

}  // namespace coroscope
