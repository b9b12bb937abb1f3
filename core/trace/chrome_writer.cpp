// SPDX-License-Identifier: MIT
#include "core/trace/chrome_writer.h"

#include <array>
#include <ostream>
#include <string>
#include <vector>

#include "core/trace/event_json.h"

namespace coroscope {
namespace {

constexpr std::uint32_t noEvent = Event::none;

// What a kind of event is to Chrome.
enum class Shape { Slice, SliceEnd, Instant, Counter };

// In the order of EventKind.
constexpr std::array<Shape, eventKindCount> shapes{
    /* Create */ Shape::Slice,  /* Ready */ Shape::Slice,
    /* Resume */ Shape::Slice,
    /* Suspend */ Shape::Slice, /* Block */ Shape::Slice,
    /* Unblock */ Shape::Slice,
    /* Use */ Shape::Instant,   /* Cancel */ Shape::Instant,
    /* Print */ Shape::Instant,
    /* Done */ Shape::SliceEnd, /* Turn */ Shape::Counter,
    /* Mark */ Shape::Instant,
    /* End */ Shape::Instant};

// Microseconds, exactly.
std::string microseconds(Ticks time)
{
    const auto ns = time.count();
    const std::string fraction = std::to_string(1000 + ns % 1000).substr(1);
    return std::to_string(ns / 1000) + '.' + fraction;
}

class ChromeWriter {
public:
    ChromeWriter(std::ostream& out, const Trace& trace)
        : m_out(out), m_trace(trace), m_open(trace.taskCount(), noEvent)
    {}

    void write(const TraceHeader& header)
    {
        putHead(header);
        for (std::uint32_t id = 0; id < m_trace.taskCount(); ++id)
            putTrack({id});
        for (std::size_t row = 0; row < m_trace.size() && m_out; ++row)
            put(static_cast<std::uint32_t>(row));
        for (std::uint32_t id = 0; id < m_open.size(); ++id)
            close({id}, m_trace.lastTime());
        m_out << "\n]}\n";
    }

private:
    void putHead(const TraceHeader& header)
    {
        OrderedJson data = {{"coroscope", 1},
                            {"clock", header.isVirtual ? "virtual" : "monotonic"},
                            {"title", header.title},
                            {"source", header.source}};
        if (header.startUnixNs)
            data["start_unix_ns"] = *header.startUnixNs;
        putProcess(data, header);
        const OrderedJson process = {
            {"ph", "M"}, {"pid", 1}, {"name", "process_name"}, {"args", {{"name", header.title}}}};
        m_out << R"({"displayTimeUnit":"ns","otherData":)" << textOf(data) << R"(,"traceEvents":[)"
              << '\n'
              << textOf(process);
    }

    void putTrack(TaskId id)
    {
        const TaskInfo task = m_trace.task(id);
        const bool hasBoth = !task.name.empty() && !task.label.empty();
        const OrderedJson name = {
            {"ph", "M"},
            {"pid", 1},
            {"tid", id.value + 1},
            {"name", "thread_name"},
            {"args", {{"name", task.name + (hasBoth ? " " : "") + task.label}}}};
        const OrderedJson order = {{"ph", "M"},
                                   {"pid", 1},
                                   {"tid", id.value + 1},
                                   {"name", "thread_sort_index"},
                                   {"args", {{"sort_index", id.value}}}};
        m_out << ",\n" << textOf(name) << ",\n" << textOf(order);
    }

    void put(std::uint32_t row)
    {
        const Event event = m_trace.at(row);
        switch (shapes[static_cast<std::size_t>(event.kind)]) {
        case Shape::Slice:
            close(event.task, event.time);
            m_open[event.task.value] = row;
            if (event.kind == EventKind::Ready)
                putArrow(event, row);
            break;
        case Shape::SliceEnd:
            close(event.task, event.time);
            putInstant(event, row);
            break;
        case Shape::Instant: putInstant(event, row); break;
        case Shape::Counter: putCounter(event, row); break;
        }
    }

    // The slice that the task's last change began.
    void close(TaskId task, Ticks end)
    {
        const std::uint32_t row = std::exchange(m_open[task.value], noEvent);
        if (row == noEvent)
            return;
        const Event begin = m_trace.at(row);
        putCommon("X", begin, row, stateName(begin));
        m_out << ",\"dur\":" << microseconds(end - begin.time);
        putDetail(begin);
    }

    [[nodiscard]] std::string stateName(const Event& event) const
    {
        const std::string why(wordOf(event.word));
        switch (event.kind) {
        case EventKind::Create:
            return m_trace.task(event.task).kind == TaskInfo::Kind::Call ? "waiting" : "ready";
        case EventKind::Ready: return "ready";
        case EventKind::Suspend:
            return event.word == Word::Yield ? "ready" : why.empty() ? "await" : "await " + why;
        case EventKind::Block: return why.empty() ? "blocking" : "blocking " + why;
        default: return "running";
        }
    }

    void putInstant(const Event& event, std::uint32_t row)
    {
        putCommon("i", event, row, std::string(wordOf(event.kind)));
        m_out << (event.task.isValid() ? R"(,"s":"t")" : R"(,"s":"g")");
        putDetail(event);
    }

    void putCounter(const Event& event, std::uint32_t row)
    {
        putCommon("C", event, row, "ready queue");
        putDetail(event);
    }

    // From the waker, at the time when it wakes, to the slice that begins then.
    void putArrow(const Event& event, std::uint32_t row)
    {
        const TaskId by = m_trace.wokenBy(event);
        if (!by.isValid() || by == event.task)
            return;
        for (const bool isStart : {true, false}) {
            m_out << ",\n{\"ph\":" << (isStart ? "\"s\"" : R"("f","bp":"e")")
                  << R"(,"cat":"wake-up","name":"wakes","id":)" << row
                  << ",\"ts\":" << microseconds(event.time)
                  << ",\"pid\":1,\"tid\":" << (isStart ? by.value : event.task.value) + 1 << '}';
        }
    }

    void putCommon(const char* phase, const Event& event, std::uint32_t row,
                   const std::string& name)
    {
        m_out << ",\n{\"ph\":\"" << phase << "\",\"ts\":" << microseconds(event.time)
              << ",\"pid\":1";
        if (event.task.isValid())
            m_out << ",\"tid\":" << event.task.value + 1;
        m_out << R"(,"name":)" << textOf(name) << R"(,"cat":")" << wordOf(event.kind)
              << R"(","e":")" << wordOf(event.kind) << R"(","n":)" << row;
    }

    void putDetail(const Event& event)
    {
        m_out << ",\"args\":" << textOf(detailJson(m_trace, event)) << '}';
    }

    std::ostream& m_out;
    const Trace& m_trace;
    std::vector<std::uint32_t> m_open;  // by task: the event that began its slice
};

}  // namespace

void writeChromeJson(std::ostream& out, const Trace& trace, const TraceHeader& header)
{
    ChromeWriter(out, trace).write(header);
}

}  // namespace coroscope
