// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/block_source.h"
#include "core/base/ticks.h"

namespace coroscope {

/// What a TimerQueue keeps of a timer.
struct TimerEntry {
    Ticks deadline{};
    std::uint32_t sequence =
        0;  ///< the order among equal deadlines; a RadixHeap keeps it by itself
    std::uint32_t slot = 0;
};

/// Entries in the order in which they were added, in blocks that all buckets of a heap share: a
/// bucket that is emptied gives to those that are filled from it.
class TimerBucket {
public:
    static constexpr std::size_t blockSize = 256;

    struct Block {
        std::array<TimerEntry, blockSize> entries;
    };

    class Pool {
    public:
        [[nodiscard]] Block* take()
        {
            if (m_free.empty())
                return new (m_source.take()) Block;
            Block* const block = m_free.back();
            m_free.pop_back();
            return block;
        }
        void giveBack(Block* block) { m_free.push_back(block); }

    private:
        BlockSource m_source{sizeof(Block)};
        std::vector<Block*> m_free;
    };

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }

    void add(const TimerEntry& entry, Pool& pool)
    {
        if (m_size % blockSize == 0)
            m_blocks.push_back(pool.take());
        at(m_size++) = entry;
    }

    template <typename Visit>
    void visit(Visit visit) const
    {
        for (std::size_t i = 0; i < m_size; ++i)
            visit(at(i));
    }

    /// Visits all and is empty then. Entries may be added to other buckets meanwhile.
    template <typename Visit>
    void drain(Pool& pool, Visit visit)
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            visit(at(i));
            if ((i + 1) % blockSize == 0)
                pool.giveBack(m_blocks[i / blockSize]);
        }
        if (m_size % blockSize != 0)
            pool.giveBack(m_blocks.back());
        m_blocks.clear();
        m_size = 0;
    }

    /// Returns how many it removed.
    template <typename Predicate>
    std::size_t removeIf(Pool& pool, Predicate isGone)
    {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_size; ++i) {
            if (!isGone(at(i)))
                at(kept++) = at(i);
        }
        for (; m_blocks.size() * blockSize >= kept + blockSize; m_blocks.pop_back())
            pool.giveBack(m_blocks.back());
        return std::exchange(m_size, kept) - kept;
    }

private:
    [[nodiscard]] TimerEntry& at(std::size_t i) const
    {
        return m_blocks[i / blockSize]->entries[i % blockSize];
    }

    std::vector<Block*> m_blocks;  // as many as are needed
    std::size_t m_size = 0;
};

/// Entries by deadline, equal ones first in, first out, for the case that deadlines are taken out
/// in rising order: each entry moves to a lower bucket at most once for each bit of a deadline, in
/// long runs of memory. Beyond some thousand entries that beats a binary heap, whose every step
/// is a miss of the cache.
///
/// Shape   bucket b > 0 holds the deadlines that differ from a base in bit b - 1 as the highest.
///         What would stand in the lowest buckets stands sorted in a run, which is taken out first.
///         Equal deadlines are always in the same place.
/// Cost    add O(1), takeFirst O(64) amortized; adding a deadline before the base, which is at most
///         the last one taken out, is O(n).
class RadixHeap {
public:
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    void add(const TimerEntry& entry)
    {
        if (keyOf(entry) < m_base)
            startFrom(keyOf(entry));
        put(entry);
        ++m_size;
    }

    /// Only looks: a deadline before this one can still be added. Precondition: not empty.
    [[nodiscard]] Ticks lowest()
    {
        if (hasRun())
            return m_run[m_next].deadline;
        if (!m_lowestInBuckets)
            m_lowestInBuckets = lowestOf(m_buckets[lowestBucket()]);
        return *m_lowestInBuckets;
    }

    /// Takes out what lowest() saw. Precondition: not empty.
    TimerEntry takeFirst()
    {
        if (!hasRun())
            refillRun();
        --m_size;
        return m_run[m_next++];
    }

    /// What takeFirst() will give after `calls` more calls, if nothing is added; null if that is
    /// not known yet.
    [[nodiscard]] const TimerEntry* peek(std::size_t calls) const noexcept
    {
        return calls < m_run.size() - m_next ? &m_run[m_next + calls] : nullptr;
    }

    template <typename Predicate>
    void removeIf(Predicate isGone)
    {
        forgetTaken();
        m_size -= std::erase_if(m_run, isGone);
        for (std::size_t b = 1; b < m_buckets.size(); ++b)
            removeFrom(b, isGone);
    }

    /// Removes no more than is needed for lowest() to be of an entry that stays.
    template <typename Predicate>
    void removeLowestIf(Predicate isGone)
    {
        for (; hasRun(); ++m_next, --m_size) {
            if (!isGone(m_run[m_next]))
                return;
        }
        while (m_size > 0) {
            const std::size_t b = lowestBucket();
            removeFrom(b, isGone);
            if (!m_buckets[b].isEmpty())
                return;
        }
    }

private:
    static constexpr std::size_t longestRun = TimerBucket::blockSize;  // of different deadlines

    // Keeps the order of negative deadlines.
    static std::uint64_t keyOf(const TimerEntry& entry) noexcept
    {
        return static_cast<std::uint64_t>(entry.deadline.count()) ^ std::uint64_t{1} << 63;
    }

    static Ticks lowestOf(const TimerBucket& bucket)
    {
        Ticks lowest = Ticks::max();
        bucket.visit([&](const TimerEntry& entry) { lowest = std::min(lowest, entry.deadline); });
        return lowest;
    }

    [[nodiscard]] bool hasRun() const noexcept { return m_next < m_run.size(); }

    void put(const TimerEntry& entry)
    {
        const auto b = static_cast<std::size_t>(std::bit_width(keyOf(entry) ^ m_base));
        if (b <= m_bucketsInRun)
            return putIntoRun(entry);
        m_buckets[b].add(entry, m_pool);
        m_filled |= bitOf(b);
        if (m_lowestInBuckets)
            m_lowestInBuckets = std::min(*m_lowestInBuckets, entry.deadline);
    }

    void putIntoRun(const TimerEntry& entry)
    {
        if (m_next > longestRun && m_next > m_run.size() / 2)
            forgetTaken();
        if (m_bucketsInRun > 0 && m_run.size() - m_next == longestRun) {
            dissolveRun();
            return put(entry);
        }
        const auto next = m_run.begin() + static_cast<std::ptrdiff_t>(m_next);
        m_run.insert(
            std::ranges::upper_bound(next, m_run.end(), entry.deadline, {}, &TimerEntry::deadline),
            entry);
    }

    // The base stays: deadlines before those of the run can still be added.
    void dissolveRun()
    {
        forgetTaken();
        m_bucketsInRun = 0;
        for (const TimerEntry& entry : std::exchange(m_run, {}))
            put(entry);
    }

    // The lowest bucket when it is small; else what is equal to its lowest, which becomes the base.
    void refillRun()
    {
        const std::size_t b = lowestBucket();
        m_filled &= ~bitOf(b);
        m_lowestInBuckets.reset();
        m_run.clear();
        m_next = 0;
        if (m_buckets[b].size() > longestRun)
            return distribute(b);
        m_buckets[b].drain(m_pool, [this](const TimerEntry& entry) { m_run.push_back(entry); });
        m_bucketsInRun = b;
        std::ranges::stable_sort(m_run, {}, &TimerEntry::deadline);
    }

    void distribute(std::size_t b)
    {
        m_base = keyOf({lowestOf(m_buckets[b])});
        m_bucketsInRun = 0;
        m_buckets[b].drain(m_pool, [this](const TimerEntry& entry) { put(entry); });
    }

    template <typename Predicate>
    void removeFrom(std::size_t b, Predicate isGone)
    {
        m_size -= m_buckets[b].removeIf(m_pool, isGone);
        if (m_buckets[b].isEmpty())
            m_filled &= ~bitOf(b);
        m_lowestInBuckets.reset();
    }

    // In m_filled. Precondition: b > 0.
    static std::uint64_t bitOf(std::size_t b) noexcept { return std::uint64_t{1} << (b - 1); }

    [[nodiscard]] std::size_t lowestBucket() const noexcept
    {
        return static_cast<std::size_t>(std::countr_zero(m_filled)) + 1;
    }

    void forgetTaken()
    {
        m_run.erase(m_run.begin(), m_run.begin() + static_cast<std::ptrdiff_t>(m_next));
        m_next = 0;
    }

    // Puts all in again, as seen from an earlier deadline.
    void startFrom(std::uint64_t base)
    {
        forgetTaken();
        m_base = base;
        m_bucketsInRun = 0;
        m_filled = 0;
        m_lowestInBuckets.reset();
        for (const TimerEntry& entry : std::exchange(m_run, {}))
            put(entry);
        for (TimerBucket& bucket : std::exchange(m_buckets, {}))
            bucket.drain(m_pool, [this](const TimerEntry& entry) { put(entry); });
    }

    TimerBucket::Pool m_pool;
    std::array<TimerBucket, 65> m_buckets;  // the first one is always in the run
    std::vector<TimerEntry> m_run;
    std::size_t m_next = 0;          // in m_run: those before it have been taken
    std::size_t m_bucketsInRun = 0;  // buckets up to this one are empty: the run stands for them
    std::uint64_t m_filled = 0;      // bit b - 1: bucket b is not empty
    std::uint64_t m_base = 0;        // a key
    std::size_t m_size = 0;
    std::optional<Ticks> m_lowestInBuckets;
};

}  // namespace coroscope
