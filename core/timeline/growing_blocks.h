// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <memory>
#include <vector>

namespace coroscope {

/// An append-only sequence whose elements never move, for very many sequences that are short and
/// some that are huge: the first block holds `First` elements, the next ones double what is there,
/// up to blocks of `Most`.
///
/// Cost    push_back() copies no element; [] O(1). At most half of the memory is unused.
template <typename T, std::size_t First, std::size_t Most>
class GrowingBlocks {
    static_assert(std::has_single_bit(First) && std::has_single_bit(Most) && First <= Most);

public:
    void push_back(const T& value)
    {
        if (m_next == m_end) [[unlikely]]
            beginBlock();
        *m_next++ = value;
    }

    [[nodiscard]] std::size_t size() const noexcept
    {
        return capacity() - static_cast<std::size_t>(m_end - m_next);
    }
    [[nodiscard]] bool empty() const noexcept { return m_blocks.empty(); }

    /// Precondition: index < size(). So for those below.
    [[nodiscard]] const T& operator[](std::size_t index) const { return *at(index); }
    [[nodiscard]] T& operator[](std::size_t index) { return *at(index); }

    /// The element, which those behind it follow up to the next multiple of First.
    [[nodiscard]] T* at(std::size_t index) const
    {
        assert(index < size());
        if (index >= Most)
            return &m_blocks[firstWhole - 1 + index / Most][index % Most];
        const std::size_t doublings = std::bit_width(index / First);
        const std::size_t before = doublings == 0 ? 0 : First << (doublings - 1);
        return &m_blocks[doublings][index - before];
    }

    /// Precondition: !empty().
    [[nodiscard]] const T& back() const { return m_next[-1]; }

    /// What it holds beside itself, as asked of the allocator.
    [[nodiscard]] std::size_t bytes() const noexcept
    {
        return capacity() * sizeof(T) + m_blocks.capacity() * sizeof(m_blocks.front());
    }

private:
    // Blocks before the first one that begins at a multiple of Most.
    static constexpr std::size_t firstWhole = std::bit_width(Most / First);

    [[nodiscard]] static std::size_t sizeOf(std::size_t block) noexcept
    {
        if (block >= firstWhole)
            return Most;
        return block == 0 ? First : First << (block - 1);
    }
    [[nodiscard]] std::size_t capacity() const noexcept
    {
        const std::size_t blocks = m_blocks.size();
        if (blocks > firstWhole)
            return Most * (blocks - firstWhole + 1);
        return blocks == 0 ? 0 : First << (blocks - 1);
    }

    void beginBlock()
    {
        const std::size_t count = sizeOf(m_blocks.size());
        m_blocks.push_back(std::make_unique_for_overwrite<T[]>(count));
        m_next = m_blocks.back().get();
        m_end = m_next + count;
    }

    std::vector<std::unique_ptr<T[]>> m_blocks;
    T* m_next = nullptr;  // in the last block
    T* m_end = nullptr;
};

}  // namespace coroscope
