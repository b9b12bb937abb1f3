// SPDX-License-Identifier: MIT
#include "core/runtime/frame_pool.h"

#include <array>
#include <memory>
#include <new>
#include <vector>

namespace coroscope::frame_pool {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t largestPooled = 0;
#else
constexpr std::size_t largestPooled = 1024;
#endif
constexpr std::size_t granule = 32;
constexpr std::size_t chunkSize = 64 * 1024;

struct FreeBlock {
    FreeBlock* next;
};

class Pool {
public:
    void* take(std::size_t sizeClass)
    {
        FreeBlock*& head = m_free[sizeClass];
        if (head == nullptr)
            return carve(sizeClass * granule);
        FreeBlock* const block = head;
        head = block->next;
        return block;
    }

    void give(void* block, std::size_t sizeClass) noexcept
    {
        m_free[sizeClass] = new (block) FreeBlock{m_free[sizeClass]};
    }

private:
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

    std::array<FreeBlock*, largestPooled / granule + 1> m_free{};
    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
    std::byte* m_next = nullptr;
    std::size_t m_left = 0;
};

Pool& pool()
{
    thread_local Pool instance;
    return instance;
}

constexpr std::size_t sizeClassOf(std::size_t size)
{
    return (size + granule - 1) / granule;
}

}  // namespace

void* allocate(std::size_t size)
{
    return size > largestPooled ? ::operator new(size) : pool().take(sizeClassOf(size));
}

void release(void* block, std::size_t size) noexcept
{
    if (size > largestPooled)
        ::operator delete(block, size);
    else
        pool().give(block, sizeClassOf(size));
}

}  // namespace coroscope::frame_pool
