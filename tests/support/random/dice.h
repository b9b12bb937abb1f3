// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace coroscope::test {

/// Choices that are the same for the same seed, whatever the standard library.
class Dice {
public:
    explicit Dice(unsigned seed) : m_random(seed) {}

    /// 0 <= result < limit.
    [[nodiscard]] unsigned below(unsigned limit)
    {
        return static_cast<unsigned>(m_random() % limit);
    }
    [[nodiscard]] unsigned between(unsigned least, unsigned most)
    {
        return least + below(most - least + 1);
    }
    /// True in so many of 100 cases.
    [[nodiscard]] bool percent(unsigned chance) { return below(100) < chance; }

    template <typename List>
    [[nodiscard]] const auto& pick(const List& list)
    {
        return list[below(static_cast<unsigned>(std::size(list)))];
    }

private:
    std::mt19937 m_random;
};

}  // namespace coroscope::test
