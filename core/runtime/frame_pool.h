// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace coroscope::frame_pool {

/// Memory for a coroutine's frame or a task. Small blocks come from free lists of their size, one
/// set a thread: programs make and drop them by the million. Under the address sanitizer every
/// block comes from the heap, so that a use after its end is seen.
///
/// Cost  a few instructions; blocks over 1 KiB come from the heap.
[[nodiscard]] void* allocate(std::size_t size);

/// Precondition: `block` came from allocate(size) on this thread.
void release(void* block, std::size_t size) noexcept;

}  // namespace coroscope::frame_pool
