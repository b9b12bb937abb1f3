// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace coroscope {

/// Finds a word among N known ones. Empty words are not found.
///
/// Cost    one comparison for most words; made when the program is compiled
template <std::size_t N>
class WordTable {
    static_assert(N < UINT8_MAX);

public:
    constexpr explicit WordTable(const std::array<std::string_view, N>& words) : m_words(words)
    {
        m_slots.fill(N);
        for (std::size_t i = 0; i < N; ++i) {
            std::size_t slot = slotOf(words[i]);
            while (m_slots[slot] != N)
                slot = next(slot);
            m_slots[slot] = static_cast<std::uint8_t>(i);
        }
    }

    /// Its index; N: it is none of them.
    [[nodiscard]] constexpr std::size_t find(std::string_view word) const noexcept
    {
        if (word.empty())
            return N;
        std::size_t slot = slotOf(word);
        while (m_slots[slot] != N && m_words[m_slots[slot]] != word)
            slot = next(slot);
        return m_slots[slot];
    }

private:
    static constexpr std::size_t slotCount = std::bit_ceil(4 * N);

    static constexpr std::size_t slotOf(std::string_view word) noexcept
    {
        if (word.empty())
            return 0;
        const auto at = [word](std::size_t i) { return static_cast<unsigned char>(word[i]); };
        return (at(0) * 31U + at(word.size() / 2) * 17U + at(word.size() - 1) * 7U + word.size()) %
               slotCount;
    }
    static constexpr std::size_t next(std::size_t slot) noexcept { return (slot + 1) % slotCount; }

    std::array<std::string_view, N> m_words;
    std::array<std::uint8_t, slotCount> m_slots{};
};

}  // namespace coroscope
