// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/ticks.h"

namespace coroscope {

/// What a TimerQueue keeps of a timer.
struct TimerEntry {
    Ticks deadline{};
    std::uint32_t sequence =
        0;  ///< the order among equal deadlines; a RadixHeap keeps it by itself
    std::uint32_t slot = 0;
};

/// Entries by deadline, equal ones first in, first out, for the case that deadlines are taken out
/// in rising order: each entry moves to a lower bucket at most once for each bit of a deadline, in
/// long runs of memory. Beyond some thousand entries that beats a binary heap, whose every step
/// is a miss of the cache.
///
/// Shape   bucket b > 0 holds the deadlines that differ from the last one taken out in bit b - 1 as
///         the highest; bucket 0 those that are equal to it. Equal deadlines are always in the
///         same bucket.
/// Cost    add O(1), takeFirst O(64) amortized; adding a deadline before the last one taken out
///         is O(n).
class RadixHeap {
public:
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    void add(const TimerEntry& entry)
    {
        if (keyOf(entry) < m_last)
            startFrom(keyOf(entry));
        put(entry);
        ++m_size;
        if (m_lowest && entry.deadline < *m_lowest)
            m_lowest = entry.deadline;
    }

    /// Only looks: a deadline before this one can still be added. Precondition: not empty.
    [[nodiscard]] Ticks lowest()
    {
        if (!m_lowest)
            m_lowest = lowestOf(m_buckets[lowestBucket()]);
        return *m_lowest;
    }

    /// Takes out what lowest() saw. When a bucket has to be distributed, calls
    /// `comesNear(entry, entries)` for its entries, if they are few. Precondition: not empty.
    template <typename ComesNear>
    TimerEntry takeFirst(ComesNear comesNear)
    {
        if (m_next == m_buckets[0].size())
            distribute(lowestBucket(), comesNear);
        const TimerEntry first = m_buckets[0][m_next++];
        if (m_next == m_buckets[0].size()) {
            m_buckets[0].clear();
            m_next = 0;
            m_lowest.reset();
        }
        --m_size;
        return first;
    }

    template <typename Predicate>
    void removeIf(Predicate isGone)
    {
        for (std::size_t b = 0; b < m_buckets.size(); ++b)
            removeFrom(b, isGone);
    }

    /// Removes no more than is needed for lowest() to be of an entry that stays.
    template <typename Predicate>
    void removeLowestIf(Predicate isGone)
    {
        while (m_size > 0) {
            const std::size_t b = lowestBucket();
            removeFrom(b, isGone);
            if (!m_buckets[b].empty())
                return;
        }
    }

private:
    using Bucket = std::vector<TimerEntry>;
    static constexpr std::size_t few = 256;

    // Keeps the order of negative deadlines.
    static std::uint64_t keyOf(const TimerEntry& entry) noexcept
    {
        return static_cast<std::uint64_t>(entry.deadline.count()) ^ std::uint64_t{1} << 63;
    }

    static Ticks lowestOf(const Bucket& bucket)
    {
        Ticks lowest = Ticks::max();
        for (const TimerEntry& entry : bucket)
            lowest = std::min(lowest, entry.deadline);
        return lowest;
    }

    void put(const TimerEntry& entry)
    {
        const auto b = static_cast<std::size_t>(std::bit_width(keyOf(entry) ^ m_last));
        m_buckets[b].push_back(entry);
        m_filled |= bitOf(b);
    }

    template <typename Predicate>
    void removeFrom(std::size_t b, Predicate isGone)
    {
        if (b == 0)
            forgetTaken();
        m_size -= std::erase_if(m_buckets[b], isGone);
        if (m_buckets[b].empty())
            m_filled &= ~bitOf(b);
        m_lowest.reset();
    }

    // In m_filled; none for bucket 0.
    static std::uint64_t bitOf(std::size_t b) noexcept
    {
        return b == 0 ? 0 : std::uint64_t{1} << (b - 1);
    }

    [[nodiscard]] std::size_t lowestBucket() const noexcept
    {
        return m_buckets[0].empty() ? static_cast<std::size_t>(std::countr_zero(m_filled)) + 1 : 0;
    }

    template <typename ComesNear>
    void distribute(std::size_t b, ComesNear comesNear)
    {
        Bucket entries = std::exchange(m_buckets[b], std::move(m_spare));
        m_filled &= ~bitOf(b);
        m_lowest = lowestOf(entries);
        m_last = keyOf({*m_lowest});
        for (const TimerEntry& entry : entries) {
            put(entry);
            if (entries.size() <= few)
                comesNear(entry, entries.size());
        }
        entries.clear();
        m_spare = std::move(entries);
    }

    void forgetTaken()
    {
        Bucket& first = m_buckets[0];
        first.erase(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(m_next));
        m_next = 0;
    }

    // Puts all in again, as seen from an earlier deadline.
    void startFrom(std::uint64_t last)
    {
        forgetTaken();
        m_last = last;
        m_filled = 0;
        auto buckets = std::exchange(m_buckets, {});
        for (const Bucket& bucket : buckets) {
            for (const TimerEntry& entry : bucket)
                put(entry);
        }
    }

    std::array<Bucket, 65> m_buckets;
    Bucket m_spare;              // memory for the bucket that is distributed next
    std::uint64_t m_filled = 0;  // bit b - 1: bucket b is not empty
    std::uint64_t m_last = 0;    // the key of bucket 0
    std::size_t m_next = 0;      // in bucket 0: those before it have been taken
    std::size_t m_size = 0;
    std::optional<Ticks> m_lowest;
};

}  // namespace coroscope
