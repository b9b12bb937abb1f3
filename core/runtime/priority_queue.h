// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <utility>

#include "core/runtime/queue.h"

namespace coroscope {

/// Gives the least item first: asyncio.PriorityQueue.
///
/// Order   of items that are equal, whichever Python's heapq would give: this is its algorithm,
///         comparison by comparison.
/// Errors  what `Less` throws; the item stands in the queue then, as in CPython.
/// Source  Modules/_heapqmodule.c
template <typename T, typename Less = std::less<T>>
class PriorityQueue final : public Queue<T> {
public:
    using Queue<T>::Queue;

private:
    void store(T item) override
    {
        this->m_items.push_back(std::move(item));
        siftTowardsRoot(0, this->m_items.size() - 1);
    }

    T take() override
    {
        T last = std::move(this->m_items.back());
        this->m_items.pop_back();
        if (this->m_items.empty())
            return last;
        std::swap(last, this->m_items.front());
        siftFromRoot();
        return last;
    }

    void siftTowardsRoot(std::size_t root, std::size_t at)
    {
        auto& heap = this->m_items;
        while (at > root) {
            const std::size_t parent = (at - 1) / 2;
            if (!m_isLess(heap[at], heap[parent]))
                return;
            std::swap(heap[at], heap[parent]);
            at = parent;
        }
    }

    // To a leaf along the lesser children first, then up to its place: fewer comparisons.
    void siftFromRoot()
    {
        auto& heap = this->m_items;
        std::size_t at = 0;
        while (at < heap.size() / 2) {
            std::size_t child = 2 * at + 1;
            if (child + 1 < heap.size() && !m_isLess(heap[child], heap[child + 1]))
                ++child;
            std::swap(heap[at], heap[child]);
            at = child;
        }
        siftTowardsRoot(0, at);
    }

    [[no_unique_address]] Less m_isLess;
};

}  // namespace coroscope
