// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace coroscope::scenario {

using Json = nlohmann::ordered_json;

/// A scenario's text says something that it may not. Thrown by the reader's parts and caught by
/// readScenario, which makes an Error of it.
struct ReadError {
    std::string path;     ///< "$.functions[0].body[2]"
    std::string message;  ///< what is wrong and what was expected
};

/// Parses JSON. Errors: not UTF-8, not JSON, a key that stands twice in an object, a number
/// that is too large, more than 200 levels of nesting; all with line and column behind `source`.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const std::string& source);

/// A value of a JSON document and where it stands, with typed access that throws ReadError.
///
/// Lifetime  refers to the document.
class JsonNode {
public:
    explicit JsonNode(const Json& document) : m_json(&document), m_path("$") {}

    [[nodiscard]] const Json& json() const noexcept { return *m_json; }
    [[nodiscard]] const std::string& path() const noexcept { return m_path; }

    [[nodiscard]] bool isString() const noexcept { return m_json->is_string(); }
    [[nodiscard]] bool isObject() const noexcept { return m_json->is_object(); }
    [[nodiscard]] bool isArray() const noexcept { return m_json->is_array(); }
    [[nodiscard]] bool isNull() const noexcept { return m_json->is_null(); }

    [[nodiscard]] const std::string& string() const;
    [[nodiscard]] bool boolean() const;
    /// A finite number.
    [[nodiscard]] double number() const;
    [[nodiscard]] std::int64_t integer(std::int64_t least, std::int64_t most) const;
    [[nodiscard]] std::vector<JsonNode> items() const;
    [[nodiscard]] std::vector<JsonNode> members() const;
    /// The key of this member of an object.
    [[nodiscard]] const std::string& key() const noexcept { return m_key; }

    /// The member `key`; throws if there is none.
    [[nodiscard]] JsonNode at(std::string_view key) const;
    [[nodiscard]] std::optional<JsonNode> find(std::string_view key) const;

    /// Throws if the object has a member that is not named here, with a guess what was meant.
    void allowKeys(std::initializer_list<std::string_view> keys) const;

    [[noreturn]] void fail(const std::string& message) const;
    /// "expected an object, but found the number 3".
    [[noreturn]] void expected(std::string_view what) const;

private:
    JsonNode(const Json& json, std::string path, std::string key)
        : m_json(&json), m_path(std::move(path)), m_key(std::move(key))
    {}

    const Json* m_json;
    std::string m_path;
    std::string m_key;
};

/// "; did you mean "sleep"?" if one of `known` is close to `word`, else empty.
[[nodiscard]] std::string didYouMean(std::string_view word,
                                     std::span<const std::string_view> known);

/// "a, b or c", each in quotes.
[[nodiscard]] std::string oneOf(std::span<const std::string_view> words);

}  // namespace coroscope::scenario
