// SPDX-License-Identifier: MIT
#include "core/runtime/frame_pool.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

namespace coroscope::frame_pool::detail {
namespace {

// Small programs take single pages. Large ones take whole huge pages: with a million tasks, looking
// up 4 KiB pages cost more than all the rest (a sleep 1560 ns, with huge pages 1000 ns).
constexpr std::size_t singlePages = 16;
constexpr std::size_t hugePage = 2 * 1024 * 1024;
constexpr std::size_t preparedBlocks = 16;

// What pages are cut from; frees it all when the thread ends.
class Chunks {
public:
    Page* addPage()
    {
        if (m_next == m_end)
            addChunk();
        Page* const page = new (m_next) Page;
        page->fresh = m_next + std::max(sizeof(Page), granule);
        m_next += pageSize;
        return page;
    }

private:
    struct Free {
        void operator()(void* chunk) const noexcept { std::free(chunk); }
    };

    void addChunk()
    {
        const std::size_t size = m_chunks.size() < singlePages ? pageSize : hugePage;
        void* const chunk = std::aligned_alloc(size, size);
        if (chunk == nullptr)
            throw std::bad_alloc();
        m_chunks.emplace_back(chunk);
        if (size == hugePage)
            madvise(chunk, size, MADV_HUGEPAGE);  // a wish: nothing is lost if it is not granted
        m_next = static_cast<std::byte*>(chunk);
        m_end = m_next + size;
    }

    std::vector<std::unique_ptr<void, Free>> m_chunks;
    std::byte* m_next = nullptr;
    std::byte* m_end = nullptr;
};

// By size class: pages with free blocks, besides the current one.
constinit thread_local std::array<Page*, sizeClasses> openPages{};

// Some blocks that were never used, in order of their addresses; null if there are none.
FreeBlock* takeFresh(Page& page, std::size_t blockSize)
{
    const std::byte* const end = reinterpret_cast<std::byte*>(&page) + pageSize;
    FreeBlock* first = nullptr;
    FreeBlock** last = &first;
    for (std::size_t i = 0; i < preparedBlocks && page.fresh + blockSize <= end; ++i) {
        *last = new (page.fresh) FreeBlock{nullptr};
        last = &(*last)->next;
        page.fresh += blockSize;
    }
    return first;
}

FreeBlock* takeFree(Page& page, std::size_t blockSize)
{
    FreeBlock* const free = std::exchange(page.free, nullptr);
    return free != nullptr ? free : takeFresh(page, blockSize);
}

Page* nextPage(std::size_t sizeClass)
{
    thread_local Chunks chunks;
    Page*& open = openPages[sizeClass];
    return open != nullptr ? std::exchange(open, open->nextOpen) : chunks.addPage();
}

}  // namespace

constinit thread_local std::array<Current, sizeClasses> current{};

void* allocateElsewhere(std::size_t sizeClass)
{
    const std::size_t blockSize = std::max<std::size_t>(sizeClass, 1) * granule;
    Current& from = current[sizeClass];
    if (from.page != nullptr)
        from.free = takeFresh(*from.page, blockSize);
    while (from.free == nullptr) {
        if (from.page != nullptr)
            from.page->isOpen = false;
        from.page = nextPage(sizeClass);
        from.page->isOpen = true;
        from.free = takeFree(*from.page, blockSize);
    }
    return std::exchange(from.free, from.free->next);
}

void releaseElsewhere(FreeBlock& block, Page& page, std::size_t sizeClass) noexcept
{
    block.next = std::exchange(page.free, &block);
    if (std::exchange(page.isOpen, true))
        return;
    page.nextOpen = std::exchange(openPages[sizeClass], &page);
}

}  // namespace coroscope::frame_pool::detail
