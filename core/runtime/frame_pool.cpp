// SPDX-License-Identifier: MIT
#include "core/runtime/frame_pool.h"

#include <sys/mman.h>

#include <cstdlib>
#include <memory>
#include <vector>

namespace coroscope::frame_pool::detail {
namespace {

// Small programs take small chunks. Large ones take whole huge pages: with a million tasks, looking
// up 4 KiB pages cost more than all the rest (a sleep 1560 ns, with huge pages 1000 ns).
constexpr std::size_t smallChunk = 64 * 1024;
constexpr std::size_t smallChunks = 16;
constexpr std::size_t hugePage = 2 * 1024 * 1024;

// What free blocks are cut from; frees it all when the thread ends.
class Chunks {
public:
    void* carve(std::size_t size)
    {
        if (m_left < size)
            addChunk();
        std::byte* const block = m_next;
        m_next += size;
        m_left -= size;
        return block;
    }

private:
    struct Free {
        void operator()(void* chunk) const noexcept { std::free(chunk); }
    };

    void addChunk()
    {
        const bool isLarge = m_chunks.size() >= smallChunks;
        const std::size_t size = isLarge ? hugePage : smallChunk;
        void* const chunk = std::aligned_alloc(isLarge ? hugePage : granule, size);
        if (chunk == nullptr)
            throw std::bad_alloc();
        m_chunks.emplace_back(chunk);
        if (isLarge)
            madvise(chunk, size, MADV_HUGEPAGE);  // a wish: nothing is lost if it is not granted
        m_next = static_cast<std::byte*>(chunk);
        m_left = size;
    }

    std::vector<std::unique_ptr<void, Free>> m_chunks;
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
