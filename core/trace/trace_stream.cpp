// SPDX-License-Identifier: MIT
#include "core/trace/trace_stream.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/trace/compact_reader.h"
#include "core/trace/event_line_reader.h"
#include "core/trace/event_sorter.h"
#include "core/trace/trace_assembler.h"
#include "core/trace/trace_line.h"

namespace coroscope {
namespace {

using Key = TraceLine::Key;
using Kind = TraceProblem::Kind;

constexpr int version = 1;
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

// All of it refers to each other, so it stays where it is.
struct TraceStream::Parts {
    Status append(std::string_view bytes);
    Status finish();
    void takeLines(std::string_view bytes);
    void takeLine(std::string_view text);
    void takeEvent();
    void takeHeader(std::string_view text);
    [[nodiscard]] Status status() const;

    std::optional<TraceHeader> header;
    std::optional<Error> error;
    bool isCompact = false;
    std::string rest;  // of a line that is not whole yet
    std::uint32_t lineNumber = 0;
    TraceLine line;
    TraceProblems problems;
    TraceAssembler assembler{problems};
    EventSorter sorter{assembler};
    EventLineReader events{assembler, problems};
    CompactReader compact{assembler, sorter, problems};
};

Status TraceStream::Parts::append(std::string_view bytes)
{
    if (!error && !rest.empty()) {
        const std::size_t end = bytes.find('\n');
        rest += bytes.substr(0, end);
        if (end == std::string_view::npos)
            return success();
        takeLine(rest);
        rest.clear();
        bytes.remove_prefix(end + 1);
    }
    takeLines(bytes);
    if (isCompact)
        sorter.release();
    return status();
}

void TraceStream::Parts::takeLines(std::string_view bytes)
{
    while (!error) {
        const std::size_t end = bytes.find('\n');
        if (end == std::string_view::npos)
            break;
        takeLine(bytes.substr(0, end));
        bytes.remove_prefix(end + 1);
    }
    if (!error)
        rest = bytes;
}

Status TraceStream::Parts::finish()
{
    if (!error && !isBlank(rest)) {
        if (header && !line.parse(rest))
            problems.add(Kind::CutOff, lineNumber + 1);
        else
            takeLine(rest);
    }
    rest.clear();
    if (!header && !error)
        takeHeader({});
    if (isCompact)
        sorter.finish();
    return status();
}

void TraceStream::Parts::takeLine(std::string_view text)
{
    ++lineNumber;
    if (!header)
        return takeHeader(text);
    if (isBlank(text))
        return;
    if (line.parse(text))
        takeEvent();
    else
        problems.add(Kind::NotJson, lineNumber);
}

void TraceStream::Parts::takeEvent()
{
    if (isCompact && compact.take(line, lineNumber))
        return;
    const SiteId site = isCompact ? compact.site(line.number(Key::At)) : SiteId{};
    const auto draft = events.draftOf(line, lineNumber, site);
    if (!draft)
        return;
    events.keepStack(line, *draft, [this](std::int64_t id) { return compact.site(id); });
    if (isCompact)
        sorter.add(*draft);
    else
        assembler.apply(*draft);
}

void TraceStream::Parts::takeHeader(std::string_view text)
{
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    const bool isObject = line.parse(text);
    const auto found = line.number(Key::Trace);
    if (!isObject || !(found || line.hasText(Key::Trace))) {
        error = Error{Error::Kind::BadFormat,
                      "no trace; expected a first line like {\"coroscope_trace\": 1, ...}", "1"};
        return;
    }
    if (found != version) {
        error = Error{Error::Kind::Unsupported,
                      "a trace of another version; this program reads version 1", "1"};
        return;
    }
    header.emplace();
    header->title = line.text(Key::Title);
    header->source = line.text(Key::Source);
    header->isVirtual = line.text(Key::Clock) != "monotonic";
    header->startUnixNs = line.number(Key::StartUnixNs);
    header->python = line.text(Key::Python);
    header->pid = line.number(Key::Pid);
    header->command = line.command();
    isCompact = line.number(Key::Compact).value_or(0) != 0;
    assembler.setMending(isCompact);
    compact.setZero(line.number(Key::Zero).value_or(0));
}

Status TraceStream::Parts::status() const
{
    if (error)
        return *error;
    return success();
}

TraceStream::TraceStream() : m_parts(std::make_unique<Parts>()) {}
TraceStream::~TraceStream() = default;
TraceStream::TraceStream(TraceStream&&) noexcept = default;
TraceStream& TraceStream::operator=(TraceStream&&) noexcept = default;

Status TraceStream::append(std::string_view bytes)
{
    return m_parts->append(bytes);
}

Status TraceStream::finish()
{
    return m_parts->finish();
}

const std::optional<TraceHeader>& TraceStream::header() const
{
    return m_parts->header;
}

std::shared_ptr<const Trace> TraceStream::trace() const
{
    return m_parts->assembler.sharedTrace();
}

Ticks TraceStream::knownUntil() const
{
    const Ticks last = m_parts->assembler.trace().lastTime();
    return m_parts->isCompact ? std::max(last, m_parts->sorter.promised()) : last;
}

const TraceProblems& TraceStream::problems() const
{
    return m_parts->problems;
}

std::uint64_t TraceStream::lost() const
{
    return m_parts->compact.lost();
}

}  // namespace coroscope
