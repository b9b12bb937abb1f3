// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace coroscope::scenario {

class Value;

/// What a variable of a scenario holds that is no plain value: a task, an exception, ...
class Handle {
public:
    virtual ~Handle() = default;
    /// How deep lists and exceptions stand within one another in it.
    [[nodiscard]] virtual int nesting() const { return 0; }
    [[nodiscard]] virtual std::string str() const { return repr(); }
    [[nodiscard]] virtual std::string repr() const = 0;
    [[nodiscard]] virtual std::string_view typeName() const = 0;
};

/// A Python value: None, bool, int, float, str, list, or a handle to an object of the runtime.
/// Lists share their elements when copied, as Python's do, and are never changed once made.
///
/// A value knows for all its copies, wherever a program hands it on, which parameter of the
/// scenario it is the value of: so a duration that one sees can be traced back to its slider.
class Value {
public:
    using List = std::vector<Value>;
    static constexpr int noParameter = -1;
    static constexpr int deepestNesting = 1000;

    Value() = default;  ///< None
    Value(bool value) : m_data(value) {}
    Value(std::int64_t value) : m_data(value) {}
    Value(double value) : m_data(value) {}
    Value(std::string value) : m_data(std::move(value)) {}
    /// Errors: RecursionError for one that nests too deep, so that whoever goes through a value may
    /// call itself.
    Value(List value);
    Value(std::shared_ptr<const Handle> value) : m_data(std::move(value)) {}
    Value(const char*) = delete;
    Value(const Value&) = default;
    Value(Value&&) noexcept = default;
    Value& operator=(const Value&) = default;
    Value& operator=(Value&&) noexcept = default;
    ~Value()
    {
        if (m_data.index() >= firstShared)
            release();
    }

    [[nodiscard]] bool isNone() const noexcept
    {
        return std::holds_alternative<std::monostate>(m_data);
    }
    [[nodiscard]] bool isNumber() const noexcept { return isInt() || isFloat(); }
    [[nodiscard]] bool isInt() const noexcept
    {
        return std::holds_alternative<std::int64_t>(m_data);
    }
    [[nodiscard]] bool isFloat() const noexcept { return std::holds_alternative<double>(m_data); }

    /// The value as T, null if it is of another type. T: bool, std::int64_t, double, std::string.
    template <typename T>
    [[nodiscard]] const T* as() const noexcept
    {
        return std::get_if<T>(&m_data);
    }
    [[nodiscard]] const List* asList() const noexcept;
    [[nodiscard]] const Handle* asHandle() const noexcept;
    /// How deep lists and exceptions stand within one another in it: 0 for a number or text.
    [[nodiscard]] int nesting() const noexcept;

    /// Precondition: isNumber().
    [[nodiscard]] double toDouble() const;

    /// The parameter that this is the value of: its place in Scenario::parameters(), noParameter
    /// for any other value.
    [[nodiscard]] int parameter() const noexcept { return m_parameter; }
    void setParameter(int index) noexcept { m_parameter = index; }

    /// Python's str(value) and repr(value).
    [[nodiscard]] std::string str() const;
    [[nodiscard]] std::string repr() const;

    /// Python's type(value).__name__.
    [[nodiscard]] std::string_view typeName() const;

private:
    struct ListNode;
    using Data = std::variant<std::monostate, bool, std::int64_t, double, std::string,
                              std::shared_ptr<const ListNode>, std::shared_ptr<const Handle>>;
    static constexpr std::size_t firstShared = 5;  // what can hold values itself

    void release() noexcept;

    Data m_data;
    int m_parameter = noParameter;
};

/// How the trace shows what a task returned.
[[nodiscard]] inline std::string traceText(const Value& value)
{
    return value.repr();
}

/// Python's repr of a float: the shortest text that reads back as the same number.
[[nodiscard]] std::string floatRepr(double value);

/// Python's repr of a str.
[[nodiscard]] std::string stringRepr(std::string_view text);

}  // namespace coroscope::scenario
