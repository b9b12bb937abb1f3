// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define COROSCOPE_HAS_ADDRESS_SANITIZER 1
#elif defined(__has_feature)  // how clang tells it
#define COROSCOPE_HAS_ADDRESS_SANITIZER __has_feature(address_sanitizer)
#else
#define COROSCOPE_HAS_ADDRESS_SANITIZER 0
#endif

namespace coroscope::frame_pool {
namespace detail {

#if COROSCOPE_HAS_ADDRESS_SANITIZER
inline constexpr std::size_t largestPooled = 0;
#else
inline constexpr std::size_t largestPooled = 1024;
#endif
inline constexpr std::size_t granule = __STDCPP_DEFAULT_NEW_ALIGNMENT__;
inline constexpr std::size_t sizeClasses = largestPooled / granule + 1;
inline constexpr std::size_t pageSize = 64 * 1024;  // and its alignment

struct FreeBlock {
    FreeBlock* next;
};

// The beginning of a page, all of whose blocks are of one size class.
struct Page {
    FreeBlock* free = nullptr;   // those that came back while it was not the current page
    std::size_t freeBlocks = 0;  // how many these are
    Page* nextOpen = nullptr;    // another page of this class with free blocks
    std::byte* fresh = nullptr;  // from here on, nothing has been given out yet
    bool isOpen = false;         // it is the current page of its class, or in the list of open ones
};

[[nodiscard]] inline Page& pageOf(void* block) noexcept
{
    return *reinterpret_cast<Page*>(reinterpret_cast<std::uintptr_t>(block) & ~(pageSize - 1));
}

// The page that blocks of a size class are taken from, and its free blocks.
struct Current {
    FreeBlock* free = nullptr;
    Page* page = nullptr;
};

// By size class. constinit: no check at each use.
extern constinit thread_local std::array<Current, sizeClasses> current;

[[nodiscard]] void* allocateElsewhere(std::size_t sizeClass);
void releaseElsewhere(FreeBlock& block, Page& page, std::size_t sizeClass) noexcept;

[[nodiscard]] constexpr std::size_t sizeClassOf(std::size_t size) noexcept
{
    return (size + granule - 1) / granule;
}

}  // namespace detail

/// Memory for a coroutine's frame or a task. Small blocks come from pages of blocks of one size,
/// one set a thread: programs make and drop them by the million, and what is made together should
/// lie together, in whatever order its predecessors went. A page all of whose blocks came back
/// gives them out in order of their addresses again. Under the address sanitizer every block comes
/// from the heap, so that a use after its end is seen.
///
/// Cost  a few instructions; blocks over 1 KiB come from the heap.
[[nodiscard]] inline void* allocate(std::size_t size)
{
    using namespace detail;
    if (size > largestPooled)
        return ::operator new(size);
    Current& from = current[sizeClassOf(size)];
    FreeBlock* const block = from.free;
    if (block == nullptr) [[unlikely]]
        return allocateElsewhere(sizeClassOf(size));
    from.free = block->next;
    return block;
}

/// Precondition: `block` came from allocate(size) on this thread.
inline void release(void* block, std::size_t size) noexcept
{
    using namespace detail;
    if (size > largestPooled)
        return ::operator delete(block);  // clang 14 has no sized one by default
    Current& to = current[sizeClassOf(size)];
    Page& page = pageOf(block);
    FreeBlock* const freed = new (block) FreeBlock{to.free};
    if (&page == to.page)
        to.free = freed;
    else
        releaseElsewhere(*freed, page, sizeClassOf(size));
}

}  // namespace coroscope::frame_pool
