// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace coroscope {

/// One line of a trace file: the values of the keys that are known, by type. Made to be filled
/// again and again without taking memory.
///
/// Cost    parse() O(text), with the JSON library's parser; nested values that nobody asked for
///         are skipped. An access O(1).
class TraceLine {
public:
    /// In the order of the words in trace_line.cpp.
    enum class Key : std::uint8_t {
        Trace,  // of the header
        Compact,
        Zero,
        Clock,
        Title,
        Source,
        StartUnixNs,
        Time,  // of events
        Kind,  // "e"
        Task,
        Name,
        Label,
        Parent,
        TaskKind,
        At,
        Stack,
        By,
        Why,
        On,
        Until,
        Object,
        Op,
        Level,
        Message,
        Text,
        Stream,
        How,
        Value,
        Error,
        Ready,
        Timers,
        Id,  // of the compact form
        Payload,
        Delay,
        Count,
        Lost,
        Pid,  // of a recording's header
        Python,
        Command,
    };
    static constexpr std::size_t keyCount = 39;

    /// What `at` says, if it is a list.
    struct Place {
        std::string file;
        std::int64_t line = 0;
        std::string function;
    };

    /// One entry of `stack`: a place, or the number of one.
    struct Frame {
        Place place;
        std::optional<std::int64_t> number;
        std::size_t size = 0;  ///< of the list that says the place
    };
    static constexpr std::size_t deepestStack = 64;  ///< what is further in is left out

    class Filler;  // trace_line_filler.h

    /// Whether `text` is a JSON object. If not, the line is empty afterwards.
    bool parse(std::string_view text);

    /// None if it is missing, another type, or does not fit.
    [[nodiscard]] std::optional<std::int64_t> number(Key key) const
    {
        if ((m_numbers & bit(key)) == 0)
            return {};
        return m_number[static_cast<std::size_t>(key)];
    }
    [[nodiscard]] bool hasText(Key key) const { return (m_texts & bit(key)) != 0; }
    /// Empty if it is missing or another type.
    [[nodiscard]] std::string_view text(Key key) const
    {
        return (m_texts & bit(key)) != 0 ? m_text[static_cast<std::size_t>(key)]
                                         : std::string_view();
    }
    /// The list under `on`: numbers of tasks.
    [[nodiscard]] std::span<const std::int64_t> awaited() const { return m_awaited; }
    /// The list under `at`; null if there is none that begins with a file and a line.
    [[nodiscard]] const Place* place() const
    {
        return m_placeSize >= 2 && !m_isPlaceBroken ? &m_place : nullptr;
    }

    /// The list under `argv`.
    [[nodiscard]] const std::vector<std::string>& command() const { return m_command; }
    /// The list under `stack`, outermost first.
    [[nodiscard]] std::span<const Frame> stack() const
    {
        return std::span(m_stack).first(m_stackSize);
    }

    /// As if none had been parsed.
    void clear();
    void set(Key key, std::int64_t number)
    {
        m_number[static_cast<std::size_t>(key)] = number;
        m_numbers |= bit(key);
    }
    void set(Key key, std::string_view text)
    {
        m_text[static_cast<std::size_t>(key)] = text;
        m_texts |= bit(key);
    }

private:
    static constexpr std::uint64_t bit(Key key)
    {
        return std::uint64_t{1} << static_cast<unsigned>(key);
    }
    /// keyCount: it is none.
    [[nodiscard]] static std::size_t keyNamed(std::string_view word) noexcept;

    std::uint64_t m_numbers = 0;  // by key: it is there and a number
    std::uint64_t m_texts = 0;
    std::array<std::int64_t, keyCount> m_number{};
    std::array<std::string, keyCount> m_text;
    std::vector<std::int64_t> m_awaited;
    std::vector<std::string> m_command;
    Place m_place;
    std::vector<Frame> m_stack;  // the first m_stackSize of them
    std::size_t m_stackSize = 0;
    std::size_t m_placeSize = 0;
    bool m_isPlaceBroken = false;
};

}  // namespace coroscope
