// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "core/timeline/segment_column.h"

namespace coroscope {

/// What a stretch of time that is too short to be seen is mixed of. A call's caller counts as
/// suspended, as it looks like it; who waits to be called, and who is done, as nothing.
enum class Lane : std::uint8_t { Running, Ready, Blocking, Suspended, None };
inline constexpr std::size_t laneCount = 4;

[[nodiscard]] constexpr Lane laneOf(SegmentState state) noexcept
{
    constexpr std::array<Lane, segmentStateCount> lanes{
        Lane::None,     Lane::None,      Lane::Ready,     Lane::Running,
        Lane::Blocking, Lane::Suspended, Lane::Suspended, Lane::None};
    return lanes[static_cast<std::size_t>(state)];
}

/// A length of time as its logarithm, four steps to the octave; 0: none.
class LogLength {
public:
    constexpr LogLength() = default;
    explicit constexpr LogLength(Ticks length) noexcept
    {
        const auto ns = static_cast<std::uint64_t>(std::max(Ticks{0}, length).count());
        if (ns < 4) {
            m_code = static_cast<std::uint8_t>(ns);
            return;
        }
        const auto octave = static_cast<int>(std::bit_width(ns)) - 1;
        m_code = static_cast<std::uint8_t>(4 * (octave - 1) + (ns >> (octave - 2) & 3));
    }
    [[nodiscard]] static constexpr LogLength ofCode(std::uint8_t code) noexcept
    {
        LogLength made;
        made.m_code = code;
        return made;
    }

    [[nodiscard]] constexpr std::uint8_t code() const noexcept { return m_code; }
    /// The shortest length that has this code.
    [[nodiscard]] constexpr Ticks least() const noexcept
    {
        if (m_code < 4)
            return Ticks(m_code);
        return Ticks(std::int64_t{4 + m_code % 4} << (m_code / 4 - 1));
    }
    friend constexpr auto operator<=>(const LogLength&, const LogLength&) = default;

private:
    std::uint8_t m_code = 0;
};

/// A part of a whole in 16 bits, exact to 1/4096 of itself down to 2^-31: so the many small parts
/// of a long trace add up. What is not nothing never becomes nothing.
class Share {
public:
    constexpr Share() = default;
    explicit constexpr Share(float part) noexcept
    {
        const auto bits = std::bit_cast<std::uint32_t>(std::min(part, 1.0F));
        const std::uint32_t halfToEven = 0x7FF + (bits >> dropped & 1);
        const std::uint32_t code = (bits + halfToEven - bias) >> dropped;
        m_code = !(part > 0)    ? std::uint16_t{0}
                 : bits <= bias ? std::uint16_t{1}
                                : static_cast<std::uint16_t>(std::max(1U, code));
    }

    [[nodiscard]] constexpr bool isNone() const noexcept { return m_code == 0; }
    /// None yields 2^-31, for speed.
    [[nodiscard]] constexpr float part() const noexcept
    {
        return std::bit_cast<float>((std::uint32_t{m_code} << dropped) + bias);
    }

private:
    friend class TimeCell;

    static constexpr int dropped = 12;                       // bits of a float's fraction
    static constexpr std::uint32_t bias = (127 - 31) << 23;  // 2^-31

    std::uint16_t m_code = 0;
};

/// What happened in a stretch of time that begins at `begin()`, in 16 bytes.
class TimeCell {
public:
    TimeCell() = default;
    TimeCell(Ticks begin, LogLength longestBlock, bool hasSteps) noexcept
        : m_head(static_cast<std::uint64_t>(begin.count()) << headBits |
                 (hasSteps ? stepBit : std::uint64_t{0}) | longestBlock.code())
    {}

    [[nodiscard]] Ticks begin() const noexcept { return Ticks(m_head >> headBits); }
    [[nodiscard]] LogLength longestBlock() const noexcept
    {
        return LogLength::ofCode(static_cast<std::uint8_t>(m_head & 0xFF));
    }
    /// Whether a step without length is in it.
    [[nodiscard]] bool hasSteps() const noexcept { return (m_head & stepBit) != 0; }

    /// All of shares' parts, and a bit for each that is not nothing, at once.
    using Parts = float __attribute__((vector_size(16)));
    [[nodiscard]] Parts parts() const noexcept
    {
        using Codes = std::uint16_t __attribute__((vector_size(8)));
        using Bits = std::uint32_t __attribute__((vector_size(16)));
        const Bits bits = __builtin_convertvector(std::bit_cast<Codes>(shares), Bits);
        return std::bit_cast<Parts>((bits << Share::dropped) + Share::bias);
    }
    [[nodiscard]] std::uint8_t present() const noexcept
    {
        constexpr std::uint64_t low = 0x7FFF7FFF7FFF7FFF;
        const auto codes = std::bit_cast<std::uint64_t>(shares);
        const std::uint64_t tops = (((codes & low) + low) | codes) & ~low;  // of what is not 0
        constexpr std::uint64_t gather = 1ULL << 48 | 1ULL << 33 | 1ULL << 18 | 1ULL << 3;
        return static_cast<std::uint8_t>((tops >> 15) * gather >> 48 & 0xF);
    }

    std::array<Share, laneCount> shares{};

private:
    static constexpr int headBits = 11;  // Trace::maxTime leaves them free
    static constexpr std::uint64_t stepBit = 1 << 8;

    std::uint64_t m_head = 0;
};

}  // namespace coroscope
