// SPDX-License-Identifier: MIT
#include "core/runtime/frame_pool.h"

#include <memory>
#include <vector>

namespace coroscope::frame_pool::detail {
namespace {

constexpr std::size_t chunkSize = 64 * 1024;

// What free blocks are cut from; frees it all when the thread ends.
class Chunks {
public:
    void* carve(std::size_t size)
    {
        if (m_left < size) {
            m_chunks.push_back(std::make_unique_for_overwrite<std::byte[]>(chunkSize));
            m_next = m_chunks.back().get();
            m_left = chunkSize;
        }
        std::byte* const block = m_next;
        m_next += size;
        m_left -= size;
        return block;
    }

private:
    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
    std::byte* m_next = nullptr;
    std::size_t m_left = 0;
};

}  // namespace

constinit thread_local std::array<FreeBlock*, largestPooled / granule + 1> freeBlocks{};

void* carve(std::size_t size)
{
    thread_local Chunks chunks;
    return chunks.carve(size);
}

}  // namespace coroscope::frame_pool::detail
