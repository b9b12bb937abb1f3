// SPDX-License-Identifier: MIT
#include "core/trace/json_event_reader.h"

namespace coroscope {
namespace {

using Json = nlohmann::json;

std::optional<EventKind> kindOf(std::string_view word)
{
    for (int i = 0; i < eventKindCount; ++i) {
        if (wordOf(static_cast<EventKind>(i)) == word)
            return static_cast<EventKind>(i);
    }
    return {};
}

// Word::None for one that this version does not know.
Word wordNamed(std::string_view word)
{
    for (int i = 0; i < wordCount; ++i) {
        if (wordOf(static_cast<Word>(i)) == word)
            return static_cast<Word>(i);
    }
    return Word::None;
}

TaskInfo::Kind taskKindNamed(std::string_view word)
{
    using enum TaskInfo::Kind;
    for (const TaskInfo::Kind kind : {Main, Call, Job, Thread}) {
        if (wordOf(kind) == word)
            return kind;
    }
    return Task;
}

std::uint32_t countIn(const Json& line, const char* key)
{
    const std::int64_t count = numberIn(line, key).value_or(0);
    return count < 0 || count > UINT32_MAX ? 0 : static_cast<std::uint32_t>(count);
}

bool needsTask(EventKind kind)
{
    return kind != EventKind::Turn && kind != EventKind::Mark && kind != EventKind::End;
}

Word howIn(const Json& line, std::initializer_list<Word> words, Word otherwise)
{
    const std::string how = textIn(line, "how");
    for (const Word word : words) {
        if (wordOf(word) == how)
            return word;
    }
    return otherwise;
}

Word wordFor(const Json& line, EventKind kind)
{
    switch (kind) {
    case EventKind::Ready:
    case EventKind::Suspend:
    case EventKind::Block: return wordNamed(textIn(line, "why"));
    case EventKind::Use: return wordNamed(textIn(line, "op"));
    case EventKind::Print: return textIn(line, "stream") == "stderr" ? Word::Stderr : Word::Stdout;
    case EventKind::Done: return howIn(line, {Word::Raised, Word::Cancelled}, Word::Returned);
    case EventKind::End:
        return howIn(line, {Word::Raised, Word::Deadlock, Word::Interrupted}, Word::Ok);
    default: return Word::None;
    }
}

}  // namespace

std::string textIn(const Json& line, const char* key)
{
    const auto found = line.find(key);
    return found != line.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> numberIn(const Json& line, const char* key)
{
    const auto found = line.find(key);
    if (found == line.end() || !found->is_number_integer())
        return {};
    if (found->is_number_unsigned() && found->get<std::uint64_t>() > INT64_MAX)
        return {};
    return found->get<std::int64_t>();
}

std::string JsonEventReader::take(const Json& line)
{
    const auto time = numberIn(line, "t");
    if (!time || *time < 0 || Ticks(*time) > Trace::maxTime)
        return "\"t\" must be a number of nanoseconds from 0 to 2^53 - 1";
    if (Ticks(*time) < m_trace->lastTime())
        return "time goes backwards";
    const auto kind = kindOf(textIn(line, "e"));
    if (!kind)
        return "\"e\" is no kind of event that this version knows";
    return takeEvent(line, Ticks(*time), *kind);
}

std::string JsonEventReader::takeEvent(const Json& line, Ticks time, EventKind kind)
{
    TaskId task;
    if (needsTask(kind)) {
        const auto number = numberIn(line, "task");
        if (!number)
            return "\"task\" must be an integer";
        const auto known = m_tasks.find(*number);
        if (kind == EventKind::Create && known != m_tasks.end())
            return "this task was created before";
        if (kind != EventKind::Create && known == m_tasks.end())
            return "this task was never created";
        task = kind == EventKind::Create ? nextTask() : known->second;
    }
    const Word word = wordFor(line, kind);
    if (kind == EventKind::Ready && word == Word::Created)
        return {};  // create says so already
    if (const std::string_view wrong = m_grammar.take(kind, word, task); !wrong.empty())
        return '"' + std::string(wordOf(kind)) + "\" " + std::string(wrong);
    if (kind == EventKind::Create)
        create(line);
    if (kind == EventKind::Turn)
        m_trace->appendTurn(time, {countIn(line, "ready"), countIn(line, "timers")});
    else
        m_trace->append(time, kind, word, task, detailFor(line, kind));
    return {};
}

TaskId JsonEventReader::nextTask() const
{
    return {static_cast<std::uint32_t>(m_trace->taskCount())};
}

void JsonEventReader::create(const Json& line)
{
    m_tasks.emplace(*numberIn(line, "task"), nextTask());
    TaskInfo info;
    info.name = textIn(line, "name");
    info.label = textIn(line, "label");
    info.parent = taskIn(line, "parent");
    info.kind = taskKindNamed(textIn(line, "kind"));
    info.site = siteIn(line);
    m_trace->addTask(std::move(info));
}

std::uint32_t JsonEventReader::detailFor(const Json& line, EventKind kind)
{
    switch (kind) {
    case EventKind::Ready: return taskIn(line, "by").value;
    case EventKind::Suspend: return addWait(line);
    case EventKind::Block: return siteIn(line).value;
    case EventKind::Use:
        return m_trace->addUse(
            {objectNamed(textIn(line, "object")), numberIn(line, "level").value_or(0)});
    case EventKind::Cancel:
        return m_trace->addCancel({taskIn(line, "by"), textIn(line, "message")});
    case EventKind::Print:
    case EventKind::Mark: return m_trace->addText(textIn(line, "text"));
    case EventKind::Done:
    case EventKind::End: return addOutcome(line);
    default: return Event::none;
    }
}

std::uint32_t JsonEventReader::addWait(const Json& line)
{
    Wait wait;
    const std::int64_t until = numberIn(line, "until").value_or(-1);
    if (until >= 0 && Ticks(until) <= Trace::maxTime)
        wait.until = Ticks(until);
    wait.site = siteIn(line);
    std::vector<TaskId> awaited;
    if (const auto on = line.find("on"); on != line.end()) {
        if (on->is_string())
            wait.object = objectNamed(on->get<std::string>());
        else if (on->is_array())
            awaited = tasksIn(*on);
    }
    return m_trace->addWait(wait, awaited);
}

std::vector<TaskId> JsonEventReader::tasksIn(const Json& list) const
{
    std::vector<TaskId> tasks;
    for (const Json& number : list) {
        const auto known =
            number.is_number_integer() ? m_tasks.find(number.get<std::int64_t>()) : m_tasks.end();
        if (known != m_tasks.end())
            tasks.push_back(known->second);
    }
    return tasks;
}

std::uint32_t JsonEventReader::addOutcome(const Json& line)
{
    Outcome outcome;
    outcome.error = textIn(line, "error");
    outcome.text = textIn(line, outcome.error.empty() ? "value" : "message");
    return m_trace->addOutcome(std::move(outcome));
}

TaskId JsonEventReader::taskIn(const Json& line, const char* key) const
{
    const auto number = numberIn(line, key);
    const auto known = number ? m_tasks.find(*number) : m_tasks.end();
    return known == m_tasks.end() ? TaskId{} : known->second;
}

ObjectId JsonEventReader::objectNamed(const std::string& name)
{
    const auto [entry, isNew] = m_objects.try_emplace(name);
    if (isNew)
        entry->second = m_trace->addObject(name);
    return entry->second;
}

SiteId JsonEventReader::siteIn(const Json& line)
{
    const auto at = line.find("at");
    if (at == line.end() || !at->is_array() || at->size() < 2 || !(*at)[0].is_string() ||
        !(*at)[1].is_number_unsigned())
        return {};
    Site site{(*at)[0].get<std::string>(), 0, {}};
    const auto number = (*at)[1].get<std::uint64_t>();
    site.line = number > INT32_MAX ? 0 : static_cast<std::uint32_t>(number);
    if (at->size() > 2 && (*at)[2].is_string())
        site.function = (*at)[2].get<std::string>();
    const auto [entry, isNew] = m_sites.try_emplace({site.file, site.line, site.function});
    if (isNew)
        entry->second = m_trace->addSite(std::move(site));
    return entry->second;
}

}  // namespace coroscope
