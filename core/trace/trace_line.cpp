// SPDX-License-Identifier: MIT
#include "core/trace/trace_line.h"

#include "core/trace/trace_line_filler.h"
#include "core/trace/word_table.h"

namespace coroscope {
namespace {

// In the order of TraceLine::Key.
// clang-format off
constexpr std::array<std::string_view, TraceLine::keyCount> keyWords{
    "coroscope_trace", "compact", "zero", "clock", "title", "source", "start_unix_ns",
    "t", "e", "task", "name", "label", "parent", "kind", "at", "stack", "by", "why", "on", "until",
    "object", "op", "level", "message", "text", "stream", "how", "value", "error", "ready",
    "timers",
    "id", "b", "delay", "n", "lost", "pid", "python", "argv"};
// clang-format on
constexpr WordTable keyTable(keyWords);

}  // namespace

std::size_t TraceLine::keyNamed(std::string_view word) noexcept
{
    return keyTable.find(word);
}

bool TraceLine::parse(std::string_view text)
{
    clear();
    Filler filler(*this);
    if (nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &filler))
        return true;
    clear();
    return false;
}

void TraceLine::clear()
{
    m_numbers = 0;
    m_texts = 0;
    m_awaited.clear();
    m_command.clear();
    m_stackSize = 0;
    if (m_placeSize > 0) {
        m_place.function.clear();
        m_placeSize = 0;
        m_isPlaceBroken = false;
    }
}

}  // namespace coroscope
