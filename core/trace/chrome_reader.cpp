// SPDX-License-Identifier: MIT
#include "core/trace/chrome_reader.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "core/trace/chrome_handler.h"
#include "core/trace/chrome_rows.h"
#include "core/trace/event_sorter.h"
#include "core/trace/trace_assembler.h"

namespace coroscope {
namespace {

// What the parser has not taken yet.
struct Bytes {
    explicit Bytes(const ByteSource& bytes) : source(bytes), rest(bytes()) {}

    void skip()
    {
        rest.remove_prefix(1);
        if (rest.empty())
            rest = source();
    }

    const ByteSource& source;
    std::string_view rest;
};

// Reads bytes as they come; the one without any is the end.
class ByteIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    ByteIterator() = default;
    explicit ByteIterator(Bytes& bytes) : m_bytes(&bytes) {}

    reference operator*() const { return m_bytes->rest.front(); }
    ByteIterator& operator++()
    {
        m_bytes->skip();
        return *this;
    }
    friend bool operator==(const ByteIterator& a, const ByteIterator& b)
    {
        return a.isAtEnd() == b.isAtEnd();
    }

private:
    [[nodiscard]] bool isAtEnd() const { return m_bytes == nullptr || m_bytes->rest.empty(); }

    Bytes* m_bytes = nullptr;
};

// "[{...},]" and what follows its last event: many programs end their lists like that.
bool isBlankTo(Bytes& bytes)
{
    for (; !bytes.rest.empty(); bytes.skip()) {
        if (std::string_view(" \t\r\n").find(bytes.rest.front()) == std::string_view::npos)
            return false;
    }
    return true;
}

TraceFile fileOf(ChromeHandler& handler, TraceAssembler& assembler, TraceProblems& problems)
{
    auto& drafts = handler.drafts();
    if (handler.isOurs()) {
        std::ranges::stable_sort(drafts, {}, &std::pair<std::int64_t, EventDraft>::first);
        for (const auto& [number, draft] : drafts)
            assembler.apply(draft);
    } else {
        EventSorter sorter(assembler);
        assembler.setMending(true);
        addChromeRows(handler.events(), assembler, sorter, problems);
        sorter.finish();
    }
    const auto all = problems.all();
    TraceHeader header = handler.header();
    header.isVirtual = header.isVirtual && handler.isOurs();
    return {std::move(header),
            assembler.sharedTrace(),
            {all.begin(), all.end()},
            problems.leftOut(),
            0};
}

}  // namespace

Result<TraceFile> readChromeJson(const ByteSource& source, const std::string& name)
{
    TraceProblems problems;
    TraceAssembler assembler(problems);
    EventLineReader events(assembler, problems);
    ChromeHandler handler(events, problems);
    Bytes bytes(source);
    const bool isWhole = nlohmann::json::sax_parse(ByteIterator(bytes), ByteIterator(), &handler);
    if (!handler.hasEvents())
        return Error{Error::Kind::BadFormat,
                     "no trace of Chrome's format; expected a list of events, or an object with "
                     "the list \"traceEvents\"",
                     name};
    const bool isAtEnd = isBlankTo(bytes);
    if (!isWhole && !(isAtEnd && handler.isListAlone()))
        problems.add(isAtEnd ? TraceProblem::Kind::CutOff : TraceProblem::Kind::NotJson,
                     handler.count() + 1);
    return fileOf(handler, assembler, problems);
}

Result<TraceFile> readChromeJson(std::string_view text, const std::string& source)
{
    return readChromeJson(bytesOf(text), source);
}

}  // namespace coroscope
