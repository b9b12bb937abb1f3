// SPDX-License-Identifier: MIT
#include "core/base/block_source.h"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace coroscope {
namespace {

constexpr std::size_t singleBlocks = 16;
constexpr std::size_t hugePage = 2 * 1024 * 1024;

}  // namespace

void BlockSource::Free::operator()(std::byte* chunk) const noexcept
{
    std::free(chunk);
}

void BlockSource::addChunk()
{
    const bool isHuge = m_chunks.size() >= singleBlocks;
    const std::size_t size = isHuge ? hugePage : m_blockSize;
    Chunk chunk(static_cast<std::byte*>(std::aligned_alloc(isHuge ? hugePage : m_alignment, size)));
    if (chunk == nullptr)
        throw std::bad_alloc();
    if (isHuge)
        madvise(chunk.get(), size, MADV_HUGEPAGE);  // a wish: nothing is lost if it is not granted
    m_next = chunk.get();
    m_end = m_next + size / m_blockSize * m_blockSize;
    m_chunks.push_back(std::move(chunk));
}

}  // namespace coroscope
