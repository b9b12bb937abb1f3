// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace coroscope {

/// Why an operation on the outside world failed, in words a user can act on.
struct Error {
    enum class Kind { NotFound, Unreadable, BadFormat, Unsupported, Usage, WriteFailed };

    Kind kind = Kind::BadFormat;
    std::string message;  ///< what is wrong and what was expected: one sentence, no full stop
    std::string where;    ///< "trace.jsonl:14", "x.json: $.calls[0].call", or empty

    /// "where: message", always one line: control characters become spaces.
    [[nodiscard]] std::string text() const
    {
        std::string line = where.empty() ? message : where + ": " + message;
        for (char& c : line)
            c = static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
        return line;
    }
};

/// A value, or the Error that prevented it. Stands in for std::expected, which C++20 lacks; the
/// names match, so it becomes an alias the day the project moves to C++23.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    /// Precondition: has_value().
    [[nodiscard]] const T& value() const& { return assert(has_value()), *std::get_if<0>(&m_state); }
    [[nodiscard]] T& value() & { return assert(has_value()), *std::get_if<0>(&m_state); }
    [[nodiscard]] T&& value() &&
    {
        return assert(has_value()), std::move(*std::get_if<0>(&m_state));
    }

    /// Precondition: !has_value().
    [[nodiscard]] const Error& error() const
    {
        return assert(!has_value()), *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// The Result of an operation that has no value to give.
using Status = Result<std::monostate>;

[[nodiscard]] inline Status success()
{
    return std::monostate{};
}

}  // namespace coroscope
