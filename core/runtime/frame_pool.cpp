// SPDX-License-Identifier: MIT
#include "core/runtime/frame_pool.h"

#include <algorithm>
#include <utility>

#include "core/base/block_source.h"

namespace coroscope::frame_pool::detail {
namespace {

constexpr std::size_t preparedBlocks = 16;
constexpr std::size_t firstBlock = sizeClassOf(sizeof(Page)) * granule;  // seen from the page

// By size class: pages with free blocks, besides the current one.
constinit thread_local std::array<Page*, sizeClasses> openPages{};

// Blocks on their way back to pages that are not current. Where programs end in another order than
// they began, each is of another page, whose beginning has left the cache long ago: it is asked for
// when a block gets in line here, and written when the block leaves.
struct Returned {
    FreeBlock* block = nullptr;
    std::size_t sizeClass = 0;
};
constinit thread_local std::array<Returned, 8> returned{};
constinit thread_local std::size_t nextReturned = 0;

void giveBack(const Returned& what) noexcept
{
    Page& page = pageOf(what.block);
    what.block->next = std::exchange(page.free, what.block);
    ++page.freeBlocks;
    if (!std::exchange(page.isOpen, true))
        page.nextOpen = std::exchange(openPages[what.sizeClass], &page);
}

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

void startAnew(Page& page) noexcept
{
    page.free = nullptr;
    page.fresh = reinterpret_cast<std::byte*>(&page) + firstBlock;
}

// Of a million tasks that end in no order, the blocks would come in no order next time: each a miss
// of the cache, where those in order of their addresses are fetched ahead by the processor.
FreeBlock* takeFree(Page& page, std::size_t blockSize)
{
    if (page.freeBlocks == (pageSize - firstBlock) / blockSize)
        startAnew(page);
    page.freeBlocks = 0;
    FreeBlock* const free = std::exchange(page.free, nullptr);
    return free != nullptr ? free : takeFresh(page, blockSize);
}

// With a million tasks, looking up 4 KiB pages cost more than all the rest: a sleep took 1560 ns,
// with the huge pages of a BlockSource 1000 ns.
Page* newPage()
{
    thread_local BlockSource source(pageSize, pageSize);
    Page* const page = new (source.take()) Page;
    startAnew(*page);
    return page;
}

Page* nextPage(std::size_t sizeClass)
{
    Page*& open = openPages[sizeClass];
    return open != nullptr ? std::exchange(open, open->nextOpen) : newPage();
}

}  // namespace

constinit thread_local std::array<Current, sizeClasses> current{};

void* allocateElsewhere(std::size_t sizeClass)
{
    const std::size_t blockSize = std::max<std::size_t>(sizeClass, 1) * granule;
    Current& from = current[sizeClass];
    if (from.page != nullptr)
        from.free = takeFree(*from.page, blockSize);
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
    __builtin_prefetch(&page, 1);
    const Returned last = std::exchange(returned[nextReturned], Returned{&block, sizeClass});
    nextReturned = (nextReturned + 1) % returned.size();
    if (last.block != nullptr)
        giveBack(last);
}

}  // namespace coroscope::frame_pool::detail
