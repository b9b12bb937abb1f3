// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace coroscope {

/// Memory in blocks of one size, all freed together at its end. The first few come one by one; from
/// then on they are cut from huge pages: of memory that is filled once, taking 4 KiB pages from
/// the system costs more than filling them.
///
/// Shape   a block's size is at most that of a huge page (2 MiB), and a multiple of its alignment
class BlockSource {
public:
    explicit BlockSource(std::size_t blockSize,
                         std::size_t alignment = __STDCPP_DEFAULT_NEW_ALIGNMENT__) noexcept
        : m_blockSize(blockSize), m_alignment(alignment)
    {}
    BlockSource(BlockSource&& other) noexcept
        : m_blockSize(other.m_blockSize),
          m_alignment(other.m_alignment),
          m_chunks(std::move(other.m_chunks)),
          m_next(std::exchange(other.m_next, nullptr)),
          m_end(std::exchange(other.m_end, nullptr))
    {}
    BlockSource& operator=(BlockSource&& other) noexcept
    {
        std::swap(m_blockSize, other.m_blockSize);
        std::swap(m_alignment, other.m_alignment);
        std::swap(m_chunks, other.m_chunks);
        std::swap(m_next, other.m_next);
        std::swap(m_end, other.m_end);
        return *this;
    }
    ~BlockSource() = default;

    /// Uninitialized. Errors: std::bad_alloc.
    [[nodiscard]] std::byte* take()
    {
        if (m_next == m_end)
            addChunk();
        return std::exchange(m_next, m_next + m_blockSize);
    }

private:
    struct Free {
        void operator()(std::byte* chunk) const noexcept;
    };
    using Chunk = std::unique_ptr<std::byte, Free>;

    void addChunk();

    std::size_t m_blockSize;
    std::size_t m_alignment;
    std::vector<Chunk> m_chunks;
    std::byte* m_next = nullptr;
    std::byte* m_end = nullptr;
};

}  // namespace coroscope
