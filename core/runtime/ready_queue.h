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
/// Shape  a ring of a power of two of pointers; grows to twice its size when full.
/// Cost   push and pop O(1)
class ReadyQueue {
public:
    /// Stays valid for replace() until that entry has been popped.
    using Position = std::uint64_t;

    [[nodiscard]] std::size_t size() const noexcept { return m_tail - m_head; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_head == m_tail; }

    /// Whether push() will not have to grow.
    [[nodiscard]] bool hasRoom() const noexcept { return m_tail - m_head <= m_mask; }

    Position push(Callback& callback)
    {
        if (!hasRoom()) [[unlikely]]
            return growAndPush(callback);
        return pushInRoom(callback);
    }

    /// Precondition: hasRoom().
    Position pushInRoom(Callback& callback) noexcept
    {
        assert(hasRoom());
        m_ring[m_tail & m_mask] = &callback;
        return m_tail++;
    }

    /// Precondition: not empty.
    Callback& pop() noexcept
    {
        assert(!isEmpty());
        return *m_ring[m_head++ & m_mask];
    }

    /// The one that comes after `entries` others. Precondition: entries < size().
    [[nodiscard]] const Callback& ahead(std::size_t entries) const noexcept
    {
        assert(entries < size());
        return *m_ring[(m_head + entries) & m_mask];
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
