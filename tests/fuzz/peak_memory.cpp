// SPDX-License-Identifier: MIT
#include "tests/fuzz/peak_memory.h"

#include <malloc.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

#include "core/runtime/frame_pool.h"
#if COROSCOPE_HAS_ADDRESS_SANITIZER
// As in <sanitizer/allocator_interface.h>, which comes with clang, but not with g++ 12.
extern "C" {
std::size_t __sanitizer_get_allocated_size(const volatile void* block);
int __sanitizer_install_malloc_and_free_hooks(void (*taken)(const volatile void*, std::size_t),
                                              void (*given)(const volatile void*));
}
#endif

namespace coroscope::fuzz {
namespace {

// Signed: memory goes that was taken before anybody counted.
std::atomic<std::int64_t> used = 0;
std::atomic<std::int64_t> mostUsed = 0;

void count(std::size_t size) noexcept
{
    const std::int64_t now = used += static_cast<std::int64_t>(size);
    std::int64_t most = mostUsed;
    while (now > most && !mostUsed.compare_exchange_weak(most, now)) {
    }
}

void forget(std::size_t size) noexcept
{
    used -= static_cast<std::int64_t>(size);
}

}  // namespace

PeakMemory::PeakMemory() noexcept : m_before(used)
{
    mostUsed = m_before;
}

std::size_t PeakMemory::bytes() const noexcept
{
    return static_cast<std::size_t>(mostUsed - m_before);
}

#if COROSCOPE_HAS_ADDRESS_SANITIZER
namespace {

// The sanitizer's own operators stay: they see more than ours would.
void taken(const volatile void*, std::size_t size)
{
    count(size);
}

void given(const volatile void* block)
{
    forget(__sanitizer_get_allocated_size(block));
}

const int hooks = __sanitizer_install_malloc_and_free_hooks(taken, given);

}  // namespace
#endif

}  // namespace coroscope::fuzz

#if !COROSCOPE_HAS_ADDRESS_SANITIZER
// All other forms of new and delete come to these.
void* operator new(std::size_t size)
{
    void* const block = std::malloc(size == 0 ? 1 : size);
    if (block == nullptr)
        throw std::bad_alloc();
    coroscope::fuzz::count(malloc_usable_size(block));
    return block;
}

void operator delete(void* block) noexcept
{
    if (block != nullptr)
        coroscope::fuzz::forget(malloc_usable_size(block));
    std::free(block);
}

void operator delete(void* block, std::size_t) noexcept
{
    operator delete(block);
}
#endif
