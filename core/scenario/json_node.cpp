// SPDX-License-Identifier: MIT
#include "core/scenario/json_node.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>

namespace coroscope::scenario {
namespace {

constexpr int deepestNesting = 200;
constexpr std::size_t longestPath = 200;
constexpr std::size_t longestMessage = 800;

// Thrown out of the JSON library's parser.
struct TooDeep {};
struct DuplicateKey {
    std::string key;
};

// "3:14" for a byte of the text, line and column from 1, the column in characters.
std::string lineAndColumn(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t lineStart = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto column = std::ranges::count_if(before.substr(lineStart), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    });
    return std::to_string(line) + ':' + std::to_string(std::max<std::ptrdiff_t>(column, 1));
}

// Reads the text byte by byte and notes how far the parser has come.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(std::string_view text, std::size_t at, std::size_t& taken) noexcept
        : m_text(text), m_at(at), m_taken(&taken)
    {}

    reference operator*() const { return m_text[m_at]; }
    CountingIterator& operator++()
    {
        *m_taken = ++m_at;
        return *this;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) noexcept
    {
        return a.m_at == b.m_at;
    }

private:
    std::string_view m_text;
    std::size_t m_at;
    std::size_t* m_taken;
};

// At most `longest` bytes of a text that a file may have made as long as it likes.
std::string cut(const std::string& text, std::size_t longest)
{
    if (text.size() <= longest)
        return text;
    while ((static_cast<unsigned char>(text[longest]) & 0xc0) == 0x80)
        --longest;
    return text.substr(0, longest) + "…";
}

// Ends with what the parser had read last, a token that may be as long as the file and any bytes.
std::string shortened(const std::string& message)
{
    constexpr std::size_t longest = 200;
    const std::size_t end = message.find("; last read");
    const std::string_view tail = end < message.size() ? message.c_str() + end : "";
    const bool isFine = message.size() <= longest &&
                        message.find("ill-formed UTF-8") == std::string::npos &&
                        tail.find("<U+") == std::string_view::npos;
    return isFine ? message : cut(message.substr(0, end), longest);
}

// What the library says, without its own prefix: "[json.exception.parse_error.101] parse error at
// line 1, column 2: syntax error while ...".
std::string plainMessage(const Json::parse_error& error)
{
    const std::string text = error.what();
    const std::size_t prefix = text.find("column");
    const std::size_t colon = text.find(": ", prefix == std::string::npos ? 0 : prefix);
    return shortened(colon == std::string::npos ? text : text.substr(colon + 2));
}

// Refuses what the library would accept silently: absurd nesting, and keys that stand twice.
class Guard {
public:
    bool operator()(int depth, Json::parse_event_t event, const Json& parsed)
    {
        switch (event) {
            case Json::parse_event_t::object_start:
                requireDepth(depth);
                m_keys.emplace_back();
                break;
            case Json::parse_event_t::array_start: requireDepth(depth); break;
            case Json::parse_event_t::object_end: m_keys.pop_back(); break;
            case Json::parse_event_t::key:
                if (!m_keys.back().insert(parsed.get<std::string>()).second)
                    throw DuplicateKey{parsed.get<std::string>()};
                break;
            default: break;
        }
        return true;
    }

private:
    static void requireDepth(int depth)
    {
        if (depth >= deepestNesting)
            throw TooDeep{};
    }

    std::vector<std::set<std::string>> m_keys;
};

std::string describe(const Json& json)
{
    const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    constexpr std::size_t longest = 40;
    const std::string shown = text.size() > longest ? text.substr(0, longest) + "…" : text;
    switch (json.type()) {
        case Json::value_t::object: return json.empty() ? "an empty object" : "an object";
        case Json::value_t::array: return json.empty() ? "an empty list" : "a list";
        case Json::value_t::string:
            return json.size() && text.size() <= longest ? "the text " + shown : "a long text";
        case Json::value_t::boolean:
        case Json::value_t::null: return shown;
        default: return "the number " + shown;
    }
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = std::exchange(row[j + 1], std::min({change, row[j] + 1, row[j + 1] + 1}));
        }
    }
    return row.back();
}

}  // namespace

Result<Json> parseJson(std::string_view text, const std::string& source)
{
    const auto bad = [&](std::string message, std::string place) {
        return Error{Error::Kind::BadFormat, std::move(message), source + std::move(place)};
    };
    Guard guard;
    std::size_t taken = 0;
    const auto place = [&](std::size_t ahead = 0) {
        return ':' + lineAndColumn(text, taken - ahead);
    };
    try {
        return Json::parse(CountingIterator(text, 0, taken),
                           CountingIterator(text, text.size(), taken), std::ref(guard));
    } catch (const Json::parse_error& error) {
        return bad(plainMessage(error), ':' + lineAndColumn(text, error.byte));
    } catch (const Json::exception&) {
        return bad("a number is too large", place(1));
    } catch (const TooDeep&) {
        return bad("nested more than " + std::to_string(deepestNesting) + " levels deep", place());
    } catch (const DuplicateKey& duplicate) {
        return bad("the key \"" + cut(duplicate.key, longestPath) + "\" stands twice in one object",
                   place());
    }
}

const std::string& JsonNode::string() const
{
    if (!m_json->is_string())
        expected("a text");
    return m_json->get_ref<const std::string&>();
}

bool JsonNode::boolean() const
{
    if (!m_json->is_boolean())
        expected("true or false");
    return m_json->get<bool>();
}

double JsonNode::number() const
{
    if (!m_json->is_number() || !std::isfinite(m_json->get<double>()))
        expected("a number");
    return m_json->get<double>();
}

std::int64_t JsonNode::integer(std::int64_t least, std::int64_t most) const
{
    const bool isInRange = m_json->is_number_integer() &&
                           m_json->get<double>() >= static_cast<double>(least) &&
                           m_json->get<double>() <= static_cast<double>(most);
    if (!isInRange)
        expected("an integer from " + std::to_string(least) + " to " + std::to_string(most));
    return m_json->get<std::int64_t>();
}

std::vector<JsonNode> JsonNode::items() const
{
    if (!m_json->is_array())
        expected("a list");
    std::vector<JsonNode> nodes;
    for (const Json& item : *m_json)
        nodes.push_back(JsonNode(item, m_path + '[' + std::to_string(nodes.size()) + ']', ""));
    return nodes;
}

std::vector<JsonNode> JsonNode::members() const
{
    if (!m_json->is_object())
        expected("an object");
    std::vector<JsonNode> nodes;
    for (const auto& [key, value] : m_json->items())
        nodes.push_back(JsonNode(value, m_path + '.' + key, key));
    return nodes;
}

JsonNode JsonNode::at(std::string_view key) const
{
    if (auto member = find(key))
        return *member;
    fail("the key \"" + std::string(key) + "\" is missing");
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const
{
    if (!m_json->is_object())
        expected("an object");
    const auto found = m_json->find(key);
    if (found == m_json->end())
        return {};
    return JsonNode(*found, m_path + '.' + std::string(key), std::string(key));
}

void JsonNode::allowKeys(std::initializer_list<std::string_view> keys) const
{
    for (const JsonNode& member : members()) {
        if (std::ranges::find(keys, member.key()) == keys.end()) {
            const std::span known(keys.begin(), keys.size());
            const std::string guess = didYouMean(member.key(), known);
            fail("unknown key \"" + member.key() + '"' +
                 (guess.empty() ? "; expected " + oneOf(known) : guess));
        }
    }
}

void JsonNode::fail(const std::string& message) const
{
    throw ReadError{cut(m_path, longestPath), cut(message, longestMessage)};
}

void JsonNode::expected(std::string_view what) const
{
    fail("expected " + std::string(what) + ", but found " + describe(*m_json));
}

std::string didYouMean(std::string_view word, std::span<const std::string_view> known)
{
    std::string_view best;
    std::size_t least = word.size() / 3 + 2;
    for (const std::string_view candidate : known) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best.empty() ? std::string() : "; did you mean \"" + std::string(best) + "\"?";
}

std::string oneOf(std::span<const std::string_view> words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            text += i + 1 == words.size() ? " or " : ", ";
        text += '"' + std::string(words[i]) + '"';
    }
    return text;
}

}  // namespace coroscope::scenario
