// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <cstddef>
#include <type_traits>
#include <vector>

#include "core/base/block_source.h"

namespace coroscope {

/// An append-only sequence whose elements never move, so that a live trace grows without a pause
/// and a reference into it stays good.
///
/// Cost    push_back O(1) without copying what is there; memory is taken in blocks of BlockSize.
template <typename T, std::size_t BlockSize>
class ChunkedVector {
    static_assert((BlockSize & (BlockSize - 1)) == 0, "BlockSize is a power of two");
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    ChunkedVector() = default;
    ChunkedVector(const ChunkedVector& other)
    {
        for (std::size_t i = 0; i < other.size(); ++i)
            push_back(other[i]);
    }
    ChunkedVector(ChunkedVector&&) noexcept = default;
    ChunkedVector& operator=(ChunkedVector&&) noexcept = default;

    void push_back(const T& value)
    {
        if (m_next == m_end) [[unlikely]]
            beginBlock();
        *m_next++ = value;
        ++m_size;
    }

    /// Whether push_back() will take no memory.
    [[nodiscard]] bool hasRoom() const noexcept { return m_next != m_end; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }

    /// Precondition: index < size().
    [[nodiscard]] const T& operator[](std::size_t index) const
    {
        assert(index < size());
        return m_blocks[index / BlockSize][index % BlockSize];
    }

    [[nodiscard]] T& operator[](std::size_t index)
    {
        assert(index < size());
        return m_blocks[index / BlockSize][index % BlockSize];
    }

    /// Keeps the memory.
    void clear() noexcept
    {
        m_used = m_size = 0;
        m_next = m_end = nullptr;
    }

    /// Precondition: !empty().
    [[nodiscard]] const T& back() const { return m_next[-1]; }

private:
    [[gnu::noinline]] void beginBlock()  // so that push_back() is short where it is called
    {
        if (m_used == m_blocks.size())
            m_blocks.push_back(reinterpret_cast<T*>(m_source.take()));
        m_next = m_blocks[m_used++];
        m_end = m_next + BlockSize;
    }

    BlockSource m_source{BlockSize * sizeof(T)};
    std::vector<T*> m_blocks;
    std::size_t m_size = 0;
    std::size_t m_used = 0;  // blocks that hold elements; those behind them wait for more
    T* m_next = nullptr;     // in the last block
    T* m_end = nullptr;
};

}  // namespace coroscope
