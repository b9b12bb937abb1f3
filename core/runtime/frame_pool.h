// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <new>

namespace coroscope::frame_pool {
namespace detail {

#ifdef __SANITIZE_ADDRESS__
inline constexpr std::size_t largestPooled = 0;
#else
inline constexpr std::size_t largestPooled = 1024;
#endif
inline constexpr std::size_t granule = __STDCPP_DEFAULT_NEW_ALIGNMENT__;

struct FreeBlock {
    FreeBlock* next;
};

// By size class: free blocks of up to that many granules. constinit: no check at each use.
extern constinit thread_local std::array<FreeBlock*, largestPooled / granule + 1> freeBlocks;

[[nodiscard]] void* carve(std::size_t size);

}  // namespace detail

/// Memory for a coroutine's frame or a task. Small blocks come from free lists of their size, one
/// set a thread: programs make and drop them by the million. Under the address sanitizer every
/// block comes from the heap, so that a use after its end is seen.
///
/// Cost  a few instructions; blocks over 1 KiB come from the heap.
[[nodiscard]] inline void* allocate(std::size_t size)
{
    using namespace detail;
    if (size > largestPooled)
        return ::operator new(size);
    const std::size_t sizeClass = (size + granule - 1) / granule;
    FreeBlock*& head = freeBlocks[sizeClass];
    if (head == nullptr) [[unlikely]]
        return carve(sizeClass * granule);
    FreeBlock* const block = head;
    head = block->next;
    return block;
}

/// Precondition: `block` came from allocate(size) on this thread.
inline void release(void* block, std::size_t size) noexcept
{
    using namespace detail;
    if (size > largestPooled)
        return ::operator delete(block, size);
    FreeBlock*& head = freeBlocks[(size + granule - 1) / granule];
    head = new (block) FreeBlock{head};
}

}  // namespace coroscope::frame_pool
