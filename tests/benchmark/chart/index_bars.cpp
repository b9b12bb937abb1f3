// SPDX-License-Identifier: GPL-3.0-or-later
// The index: its memory, and appending to it live.
#include <algorithm>
#include <vector>

#include "tests/benchmark/chart/big_view.h"
#include "tests/benchmark/chart/report.h"

namespace coroscope::benchmark {
namespace {

constexpr std::size_t eventsPerFrame = 1667;  // 100 000 a second

struct Bytes {
    double index = 0;   // a segment
    double events = 0;  // the numbers of the events, which the bars do not count
};

Bytes bytesOf(const Store& store)
{
    std::size_t all = store.groups.bytes() + store.rows.capacity() * sizeof(Track);
    std::size_t events = 0;
    std::size_t segments = 0;
    for (const Track& row : store.rows) {
        all += row.segments.bytes() + row.pyramid.cells().bytes();
        events += row.segments.eventBytes();
        segments += row.segments.size();
    }
    const auto count = static_cast<double>(segments);
    return {static_cast<double>(all - events) / count, static_cast<double>(events) / count};
}

// Rows of one trace that grow in turns, as a recording does.
void reportAppend(Report& report, std::size_t segments, std::size_t rowCount)
{
    std::vector<Track> rows(rowCount);
    std::vector<double> frames;
    std::uint32_t event = 0;
    while (event < segments) {
        const double begin = computedMilliseconds();
        for (std::size_t i = 0; i < eventsPerFrame; ++i, ++event)
            rows[event * 7919U % rowCount].append(
                Ticks(std::int64_t{event} * 10),
                static_cast<SegmentState>(2 + event / rowCount % 2), event);
        frames.push_back((computedMilliseconds() - begin) * 1e6);
    }
    double sum = 0;
    for (const double frame : frames)
        sum += frame;
    std::ranges::sort(frames);
    const std::string size = "1e7 x " + std::to_string(rowCount);
    report.atMost("append, " + size, 50, sum / static_cast<double>(event), "ns");
    report.atMost("append of a frame's events, p99, " + size, 2,
                  frames[frames.size() * 99 / 100] / 1e6, "ms");
    report.note("append of a frame's events, longest, " + size, frames.back() / 1e6, "ms");
}

}  // namespace

void reportIndex(Report& report)
{
    report.section("Index");
    struct Size {
        std::size_t segments;
        std::size_t rows;
        double bar;
    };
    for (const Size& size : {Size{10'000'000, 10, 12}, Size{10'000'000, 1000, 12},
                             Size{10'000'000, 100'000, 20}, Size{1'000'000, 100'000, 32}}) {
        const Bytes bytes = bytesOf(Store(size.segments, size.rows));
        const std::string name =
            std::to_string(size.segments) + " segments x " + std::to_string(size.rows) + " rows";
        report.atMost("bytes a segment, " + name, size.bar, bytes.index, "B");
        report.note("  and the numbers of its events", bytes.events, "B");
    }
    for (const std::size_t rows : {10U, 10'000U, 100'000U})
        reportAppend(report, 10'000'000, rows);
}

}  // namespace coroscope::benchmark
