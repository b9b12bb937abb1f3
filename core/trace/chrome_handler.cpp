// SPDX-License-Identifier: MIT
#include "core/trace/chrome_handler.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/trace/word_table.h"

namespace coroscope {
namespace {

using Key = TraceLine::Key;

// In the order of ChromeHandler::Field.
constexpr std::array<std::string_view, 12> fieldWords{"ph",  "name", "cat", "ts", "dur", "pid",
                                                      "tid", "id",   "id2", "e",  "n",   "args"};
constexpr WordTable fieldTable(fieldWords);

constexpr std::string_view ownPhases = "XiC";
constexpr std::string_view otherPhases = "BEXiIRbnestfSF";
constexpr std::string_view asyncPhases = "bneSF";
constexpr std::string_view flowPhases = "stf";

constexpr std::int64_t mostMicroseconds = std::int64_t{1} << 51;  // so that differences fit, too

std::optional<std::int64_t> nanoseconds(std::int64_t microseconds)
{
    if (microseconds > mostMicroseconds || microseconds < -mostMicroseconds)
        return {};
    return microseconds * 1000;
}

// Exactly, as far as nanoseconds go: a double cannot hold them for times since 1970.
std::optional<std::int64_t> nanoseconds(double number, std::string_view text)
{
    std::int64_t whole = 0;
    const char* const end = text.data() + text.size();
    const auto [point, error] = std::from_chars(text.data(), end, whole);
    const bool isPlain = error == std::errc() && point != end && *point == '.' &&
                         text.find_first_of("eE") == std::string_view::npos;
    if (!isPlain)
        return std::abs(number) < static_cast<double>(mostMicroseconds)
                   ? std::optional<std::int64_t>(std::llround(number * 1000))
                   : std::nullopt;
    const auto base = nanoseconds(whole);
    if (!base)
        return {};
    std::int64_t part = 0;
    std::int64_t unit = 100;
    for (const char* digit = point + 1; digit != end && unit > 0; ++digit, unit /= 10)
        part += (*digit - '0') * unit;
    return text.front() == '-' ? *base - part : *base + part;
}

}  // namespace

ChromeHandler::Field ChromeHandler::fieldNamed(std::string_view word)
{
    return static_cast<Field>(fieldTable.find(word));
}

bool ChromeHandler::null()
{
    return !isInArgs() || m_filler->null();
}

bool ChromeHandler::boolean(bool value)
{
    return !isInArgs() || m_filler->boolean(value);
}

bool ChromeHandler::number_unsigned(Json::number_unsigned_t number)
{
    if (isInArgs())
        return m_filler->number_unsigned(number);
    if (number <= INT64_MAX)
        takeNumber(static_cast<std::int64_t>(number));
    else if (isInEvent()) {
        std::string text = std::to_string(number);
        takeText(text);
    }
    return true;
}

bool ChromeHandler::number_integer(Json::number_integer_t number)
{
    if (isInArgs())
        return m_filler->number_integer(number);
    takeNumber(number);
    return true;
}

bool ChromeHandler::number_float(Json::number_float_t number, const Json::string_t& text)
{
    if (isInArgs())
        return m_filler->number_float(number, text);
    if (!isInEvent())
        return true;
    if (m_field == Field::Time)
        m_time = nanoseconds(number, text);
    else if (m_field == Field::Duration)
        m_duration = nanoseconds(number, text);
    return true;
}

bool ChromeHandler::string(Json::string_t& text)
{
    if (isInArgs())
        return m_filler->string(text);
    takeText(text);
    return true;
}

bool ChromeHandler::key(Json::string_t& word)
{
    if (isInArgs())
        return m_filler->key(word);
    if (isInEvent())
        m_field = fieldNamed(word);
    else if (m_depth == 1)
        m_rootKey.swap(word);
    else if (m_depth == 2)
        m_dataKey.swap(word);
    return true;
}

bool ChromeHandler::start_object(std::size_t size)
{
    ++m_depth;
    if (isInArgs())
        return m_filler->start_object(size);
    if (isInEvent())
        beginEvent();
    return true;
}

bool ChromeHandler::end_object()
{
    if (isInArgs())
        static_cast<void>(m_filler->end_object());
    else if (isInEvent())
        endEvent();
    --m_depth;
    return true;
}

bool ChromeHandler::start_array(std::size_t size)
{
    ++m_depth;
    if (isInArgs())
        return m_filler->start_array(size) || true;  // a list under args itself says nothing
    const bool isList = m_depth == 1 || (m_depth == 2 && m_rootKey == "traceEvents");
    if (isList && m_listDepth == 0) {
        m_listDepth = m_depth;
        m_hasEvents = true;
        m_isListAlone = m_depth == 1;
    }
    return true;
}

bool ChromeHandler::end_array()
{
    if (isInArgs())
        static_cast<void>(m_filler->end_array());
    if (m_depth == m_listDepth)
        m_listDepth = 0;
    --m_depth;
    return true;
}

void ChromeHandler::takeNumber(std::int64_t number)
{
    if (!isInEvent()) {
        const bool isData = m_depth == 2 && m_rootKey == "otherData";
        if (isData && m_dataKey == "start_unix_ns")
            m_header.startUnixNs = number;
        else if (isData && m_dataKey == "pid")
            m_header.pid = number;
        m_isOurs |= isData && m_dataKey == "coroscope";
        return;
    }
    switch (m_field) {
    case Field::Time: m_time = nanoseconds(number); break;
    case Field::Duration: m_duration = nanoseconds(number); break;
    case Field::Number: m_number = number; break;
    case Field::Process: m_process = std::to_string(number); break;
    case Field::Thread:
        m_threadNumber = number;
        m_thread = std::to_string(number);
        break;
    case Field::Id: m_id = std::to_string(number); break;
    default: break;
    }
}

void ChromeHandler::takeText(std::string& text)
{
    if (!isInEvent()) {
        if (m_listDepth > 0 && m_field == Field::Id2)
            m_id.swap(text);
        else if (m_depth == 3 && m_rootKey == "otherData" && m_dataKey == "argv")
            m_header.command.push_back(text);
        else if (m_depth == 2 && m_rootKey == "otherData") {
            if (m_dataKey == "title")
                m_header.title.swap(text);
            else if (m_dataKey == "source")
                m_header.source.swap(text);
            else if (m_dataKey == "python")
                m_header.python.swap(text);
            else if (m_dataKey == "clock")
                m_header.isVirtual = text == "virtual";
        }
        return;
    }
    switch (m_field) {
    case Field::Phase: m_phase.swap(text); break;
    case Field::Name: m_name.swap(text); break;
    case Field::Category: m_category.swap(text); break;
    case Field::Process: m_process.swap(text); break;
    case Field::Thread: m_thread.swap(text); break;
    case Field::Id: m_id.swap(text); break;
    case Field::Kind: m_kind.swap(text); break;
    default: break;
    }
}

void ChromeHandler::beginEvent()
{
    ++m_count;
    m_field = Field::Other;
    for (std::string* text :
         {&m_phase, &m_name, &m_category, &m_process, &m_thread, &m_id, &m_kind})
        text->clear();
    m_time.reset();
    m_duration.reset();
    m_number = 0;
    m_threadNumber = 0;
    m_args.clear();
    m_filler.emplace(m_args);
}

void ChromeHandler::endEvent()
{
    if (m_phase == "M")
        return takeMetadata();
    const bool isKnown = m_phase.size() == 1 && otherPhases.find(m_phase) != std::string::npos;
    const bool isOwn = m_phase.size() == 1 && ownPhases.find(m_phase) != std::string::npos &&
                       eventKindNamed(m_kind).has_value();
    if (!isKnown && !isOwn)
        return m_problems.add(TraceProblem::Kind::Unsupported, m_count);
    if (!m_time)
        return m_problems.add(TraceProblem::Kind::Time, m_count);
    if (isOwn)
        endOwnEvent();
    else
        endOtherEvent();
}

void ChromeHandler::endOwnEvent()
{
    m_args.set(Key::Kind, m_kind);
    m_args.set(Key::Time, *m_time);
    if (!m_thread.empty())
        m_args.set(Key::Task, m_threadNumber > INT64_MIN ? m_threadNumber - 1 : INT64_MIN);
    if (const auto draft = m_reader.draftOf(m_args, m_count, {})) {
        m_reader.keepStack(m_args, *draft);
        m_drafts.emplace_back(m_number, *draft);
    }
}

void ChromeHandler::endOtherEvent()
{
    ChromeEvent event;
    event.phase = m_phase.front();
    event.time = *m_time;
    event.length = std::max(m_duration.value_or(0), std::int64_t{0});
    event.number = m_count;
    event.track = track();
    event.name = m_events.names.indexOf(m_name);
    event.id = idOf(event.phase);
    m_events.events.push_back(event);
}

void ChromeHandler::takeMetadata()
{
    if (m_name == "thread_name")
        m_events.trackNames[track()] = m_args.text(Key::Name);
}

std::uint32_t ChromeHandler::track()
{
    m_key.assign(m_process).append(1, '/').append(m_thread);
    return m_events.tracks.indexOf(m_key);
}

// Of events that belong together. Arrows may lead from one process to another.
std::uint32_t ChromeHandler::idOf(char phase)
{
    const bool isAsync = asyncPhases.find(phase) != std::string_view::npos;
    if (!isAsync && flowPhases.find(phase) == std::string_view::npos)
        return TextPool::none;
    m_key.assign(m_category).append(1, '\0').append(isAsync ? m_process : std::string());
    m_key.append(1, '\0').append(m_id);
    return m_events.ids.indexOf(m_key);
}

}  // namespace coroscope
