// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <memory>
#include <vector>

namespace coroscope {

/// An append-only sequence whose elements never move, so that a live trace grows without a pause
/// and a reference into it stays good.
///
/// Cost    push_back O(1) without copying what is there; memory is taken in blocks of BlockSize.
template <typename T, std::size_t BlockSize>
class ChunkedVector {
    static_assert((BlockSize & (BlockSize - 1)) == 0, "BlockSize is a power of two");

public:
    void push_back(const T& value)
    {
        const std::size_t offset = m_size % BlockSize;
        if (offset == 0)
            m_blocks.push_back(std::make_unique_for_overwrite<std::array<T, BlockSize>>());
        (*m_blocks.back())[offset] = value;
        ++m_size;
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }

    /// Precondition: index < size().
    [[nodiscard]] const T& operator[](std::size_t index) const
    {
        assert(index < m_size);
        return (*m_blocks[index / BlockSize])[index % BlockSize];
    }

    /// Precondition: !empty().
    [[nodiscard]] const T& back() const { return (*this)[m_size - 1]; }

private:
    std::vector<std::unique_ptr<std::array<T, BlockSize>>> m_blocks;
    std::size_t m_size = 0;
};

}  // namespace coroscope
