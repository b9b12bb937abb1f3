// SPDX-License-Identifier: MIT
#include "core/trace/chrome_slices.h"

#include <algorithm>
#include <functional>
#include <map>
#include <queue>
#include <unordered_map>
#include <utility>

namespace coroscope {
namespace {

// Follows what begins and ends in one thread, or under one id, and keeps the outermost slices.
class Nesting {
public:
    void begin(const ChromeEvent& event)
    {
        if (m_depth++ == 0)
            m_open = {event.time, event.time, event.name, event.number};
    }
    // False: nothing was open.
    bool end(const ChromeEvent& event)
    {
        if (m_depth == 0)
            return false;
        if (--m_depth == 0)
            close(event.time);
        return true;
    }
    void addWhole(const ChromeEvent& event)
    {
        m_slices.push_back({event.time, event.time + event.length, event.name, event.number});
    }
    // The outermost slices, in order; what is open lasts until `end`.
    std::vector<ChromeSlice> finish(std::int64_t end)
    {
        if (m_depth > 0)
            close(end);
        std::ranges::stable_sort(m_slices, {}, &ChromeSlice::begin);
        std::vector<ChromeSlice> outermost;
        for (const ChromeSlice& slice : m_slices) {
            if (!outermost.empty() && isWithin(slice, outermost.back()))
                outermost.back().end = std::max(outermost.back().end, slice.end);
            else
                outermost.push_back(slice);
        }
        return outermost;
    }

private:
    static bool isWithin(const ChromeSlice& slice, const ChromeSlice& outer)
    {
        return slice.begin < outer.end || (slice.begin == outer.begin && slice.end == outer.end);
    }
    void close(std::int64_t end)
    {
        m_open.end = end;
        m_slices.push_back(m_open);
    }

    std::vector<ChromeSlice> m_slices;
    ChromeSlice m_open;
    std::size_t m_depth = 0;
};

// Lays slices that overlap out into rows: each into the first row that is free.
std::vector<ChromeRow> lanes(std::vector<ChromeSlice> slices, const std::string& name)
{
    std::ranges::stable_sort(slices, {}, &ChromeSlice::begin);
    using Busy = std::pair<std::int64_t, std::size_t>;  // until when, which row
    std::priority_queue<Busy, std::vector<Busy>, std::greater<>> busy;
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> free;
    std::vector<ChromeRow> rows;
    for (const ChromeSlice& slice : slices) {
        while (!busy.empty() && busy.top().first <= slice.begin) {
            free.push(busy.top().second);
            busy.pop();
        }
        if (free.empty()) {
            free.push(rows.size());
            rows.push_back({name, TextPool::none, {}});
            if (rows.size() > 1)
                rows.back().name += " #" + std::to_string(rows.size());
        }
        rows[free.top()].slices.push_back(slice);
        busy.emplace(slice.end, free.top());
        free.pop();
    }
    return rows;
}

std::string threadName(const ChromeEvents& file, std::uint32_t track)
{
    const auto named = file.trackNames.find(track);
    return named == file.trackNames.end() || named->second.empty() ? file.tracks.text(track)
                                                                   : named->second;
}

class RowMaker {
public:
    RowMaker(const ChromeEvents& file, TraceProblems& problems)
        : m_file(file), m_problems(problems), m_threads(file.tracks.size()), m_ids(file.ids.size())
    {}

    std::vector<ChromeRow> rows()
    {
        for (const ChromeEvent& event : m_file.events) {
            take(event);
            m_last = std::max(m_last, event.time + event.length);
        }
        std::vector<ChromeRow> rows;
        for (std::uint32_t track = 0; track < m_threads.size(); ++track) {
            std::vector<ChromeSlice> slices = m_threads[track].finish(m_last);
            if (!slices.empty())
                rows.push_back({threadName(m_file, track), track, std::move(slices)});
        }
        addLanes(rows);
        std::ranges::stable_sort(rows, {},
                                 [](const ChromeRow& row) { return row.slices.front().begin; });
        return rows;
    }

private:
    void take(const ChromeEvent& event)
    {
        switch (event.phase) {
        case 'B': m_threads[event.track].begin(event); break;
        case 'E': expect(m_threads[event.track].end(event), event); break;
        case 'X': m_threads[event.track].addWhole(event); break;
        case 'b':
        case 'S': m_ids[event.id].begin(event); break;
        case 'e':
        case 'F': expect(m_ids[event.id].end(event), event); break;
        default: break;
        }
    }
    void expect(bool isSound, const ChromeEvent& event)
    {
        if (!isSound)
            m_problems.add(TraceProblem::Kind::Unopened, event.number);
    }
    // By category and name: the slices of all ids together.
    void addLanes(std::vector<ChromeRow>& rows)
    {
        std::map<std::pair<std::string, std::uint32_t>, std::vector<ChromeSlice>> groups;
        for (std::uint32_t id = 0; id < m_ids.size(); ++id) {
            const std::string& key = m_file.ids.text(id);
            const std::string group = key.substr(0, key.rfind('\0'));
            for (const ChromeSlice& slice : m_ids[id].finish(m_last))
                groups[{group, slice.name}].push_back(slice);
        }
        for (auto& [key, slices] : groups) {
            for (ChromeRow& row : lanes(std::move(slices), m_file.names.text(key.second)))
                rows.push_back(std::move(row));
        }
    }

    const ChromeEvents& m_file;
    TraceProblems& m_problems;
    std::vector<Nesting> m_threads;  // by track
    std::vector<Nesting> m_ids;
    std::int64_t m_last = INT64_MIN;
};

}  // namespace

std::vector<ChromeRow> chromeRows(const ChromeEvents& file, TraceProblems& problems)
{
    return RowMaker(file, problems).rows();
}

}  // namespace coroscope
