// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/block_source.h"
#include "core/base/ids.h"

namespace coroscope {

/// The three columns of a Trace's events, in blocks that never move: a live trace grows without a
/// pause.
///
/// Cost    append O(1): one comparison and three stores, since a block holds its part of all
///         columns. 16 bytes an event.
class EventColumns {
public:
    static constexpr std::size_t bytesPerEvent = 16;

    EventColumns() = default;
    EventColumns(const EventColumns& other);
    EventColumns(EventColumns&&) noexcept = default;
    EventColumns& operator=(EventColumns&&) noexcept = default;

    void append(std::uint64_t stamp, TaskId task, std::uint32_t detail)
    {
        if (!hasRoom()) [[unlikely]]
            return appendToNewBlock(stamp, task, detail);
        appendInRoom(stamp, task, detail);
    }

    /// Precondition: hasRoom().
    void appendInRoom(std::uint64_t stamp, TaskId task, std::uint32_t detail)
    {
        assert(hasRoom());
        const std::size_t at = m_next++;
        m_last->stamp[at] = stamp;
        m_last->task[at] = task.value;
        m_last->detail[at] = detail;
    }

    /// Whether append() will take no memory.
    [[nodiscard]] bool hasRoom() const noexcept { return m_next != blockSize; }

    [[nodiscard]] std::size_t size() const noexcept
    {
        return m_used == 0 ? 0 : (m_used - 1) * blockSize + m_next;
    }

    // Precondition: index < size().
    [[nodiscard]] std::uint64_t stamp(std::size_t index) const
    {
        return block(index).stamp[index % blockSize];
    }
    [[nodiscard]] TaskId task(std::size_t index) const
    {
        return {block(index).task[index % blockSize]};
    }
    [[nodiscard]] std::uint32_t detail(std::size_t index) const
    {
        return block(index).detail[index % blockSize];
    }

    /// Keeps the memory.
    void clear() noexcept
    {
        m_used = 0;
        m_next = blockSize;
    }

private:
    static constexpr std::size_t blockSize = 1 << 13;

    struct Block {
        std::array<std::uint64_t, blockSize> stamp;
        std::array<std::uint32_t, blockSize> task;  // an array of TaskId would be filled first
        std::array<std::uint32_t, blockSize> detail;
    };
    static_assert(sizeof(Block) == blockSize * bytesPerEvent);

    [[nodiscard]] const Block& block(std::size_t index) const
    {
        assert(index < size());
        return *m_blocks[index / blockSize];
    }

    // Out of line, so that append() is short where it is called.
    void appendToNewBlock(std::uint64_t stamp, TaskId task, std::uint32_t detail);

    BlockSource m_source{sizeof(Block)};
    std::vector<Block*> m_blocks;
    std::size_t m_used = 0;  // blocks that hold events; those behind them wait for more
    Block* m_last = nullptr;
    std::size_t m_next = blockSize;  // in the last block
};

}  // namespace coroscope
