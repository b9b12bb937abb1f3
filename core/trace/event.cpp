// SPDX-License-Identifier: MIT
#include "core/trace/event.h"

#include <array>
#include <cstddef>

#include "core/trace/word_table.h"

namespace coroscope {
namespace {

// In the order of EventKind.
constexpr std::array<std::string_view, eventKindCount> kindWords{
    "create", "ready", "resume", "suspend", "block", "unblock", "use",
    "cancel", "print", "done",   "turn",    "mark",  "end"};

// In the order of Word.
constexpr std::array<std::string_view, wordCount> words{
    "",        "created",  "timer",    "done",      "sleep",     "yield",    "task",
    "gather",  "wait",     "future",   "lock",      "semaphore", "event",    "condition",
    "queue",   "barrier",  "executor", "io",        "cancel",    "work",     "acquire",
    "release", "put",      "get",      "set",       "clear",     "notify",   "stdout",
    "stderr",  "returned", "raised",   "cancelled", "ok",        "deadlock", "interrupted"};

constexpr WordTable kindTable(kindWords);
constexpr WordTable wordTable(words);

}  // namespace

std::string_view wordOf(EventKind kind) noexcept
{
    return kindWords[static_cast<std::size_t>(kind)];
}

std::string_view wordOf(Word word) noexcept
{
    return words[static_cast<std::size_t>(word)];
}

std::optional<EventKind> eventKindNamed(std::string_view word) noexcept
{
    const std::size_t found = kindTable.find(word);
    if (found == kindWords.size())
        return {};
    return static_cast<EventKind>(found);
}

Word wordNamed(std::string_view word) noexcept
{
    const std::size_t found = wordTable.find(word);
    return found == words.size() ? Word::None : static_cast<Word>(found);
}

}  // namespace coroscope
