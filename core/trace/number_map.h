// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <vector>

namespace coroscope {

/// Gives the numbers that a file uses (of tasks, sites, ...) indices from 0, in order of arrival.
///
/// Cost    O(1) for numbers that are not much larger than there are numbers, as those of honest
///         files; O(log n) for others. Memory in proportion to how many there are.
class NumberMap {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// The number's index; a new one is size() as it was before.
    std::uint32_t indexOf(std::int64_t number)
    {
        if (const std::uint32_t known = find(number); known != none)
            return known;
        const auto index = static_cast<std::uint32_t>(m_size++);
        if (number < 0 || static_cast<std::uint64_t>(number) > 4 * m_size + 1024) {
            m_others.emplace(number, index);
            return index;
        }
        const auto at = static_cast<std::size_t>(number);
        if (at >= m_dense.size())
            m_dense.resize(at + 1, none);
        m_dense[at] = index;
        return index;
    }

    /// None if the number has not come.
    [[nodiscard]] std::uint32_t find(std::int64_t number) const
    {
        if (number >= 0 && static_cast<std::uint64_t>(number) < m_dense.size()) {
            const std::uint32_t index = m_dense[static_cast<std::size_t>(number)];
            if (index != none)
                return index;
        }
        if (m_others.empty())
            return none;
        const auto found = m_others.find(number);
        return found == m_others.end() ? none : found->second;
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

private:
    std::vector<std::uint32_t> m_dense;
    std::map<std::int64_t, std::uint32_t> m_others;
    std::size_t m_size = 0;
};

}  // namespace coroscope
