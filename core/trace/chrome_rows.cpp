// SPDX-License-Identifier: MIT
#include "core/trace/chrome_rows.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/trace/chrome_slices.h"

namespace coroscope {
namespace {

// The place that VizTracer puts behind a function's name: "fetch (/home/ada/app.py:12)".
struct PlaceName {
    std::string_view file;
    std::int64_t line = 0;
    std::string_view function;
};

PlaceName placeIn(std::string_view name)
{
    const std::size_t open = name.rfind(" (");
    const std::size_t colon = name.rfind(':');
    if (!name.ends_with(')') || open == std::string_view::npos || colon < open ||
        colon == std::string_view::npos)
        return {{}, 0, name};
    std::int64_t line = 0;
    const char* const end = name.data() + name.size() - 1;
    const auto [last, error] = std::from_chars(name.data() + colon + 1, end, line);
    if (error != std::errc() || last != end)
        return {{}, 0, name};
    return {name.substr(open + 2, colon - open - 2), line, name.substr(0, open)};
}

class RowAdder {
public:
    RowAdder(const ChromeEvents& file, TraceAssembler& assembler, EventSorter& sorter,
             TraceProblems& problems)
        : m_file(file), m_assembler(assembler), m_sorter(sorter), m_problems(problems)
    {}

    void add()
    {
        m_zero = m_file.events.front().time;
        m_rows = chromeRows(m_file, m_problems);
        for (std::uint32_t row = 0; row < m_rows.size(); ++row) {
            if (m_rows[row].track != TextPool::none)
                m_rowOfTrack.emplace(m_rows[row].track, row);
        }
        addArrows();
        for (std::uint32_t row = 0; row < m_rows.size(); ++row)
            addRow(row);
        addMarks();
    }

private:
    struct Wake {
        std::int64_t time = 0;
        std::uint32_t by = 0;  // row
    };

    // None, and reported: no trace can hold this time.
    std::optional<Ticks> timeOf(std::int64_t time, std::uint32_t number)
    {
        const Ticks since(time - m_zero);
        if (Trace::isTime(since))
            return since;
        m_problems.add(TraceProblem::Kind::Time, number);
        return {};
    }
    [[nodiscard]] TaskSlot slotOf(std::uint32_t row) { return m_assembler.slotOf(row); }

    void addRow(std::uint32_t row)
    {
        const std::vector<ChromeSlice>& slices = m_rows[row].slices;
        const auto begin = timeOf(slices.front().begin, slices.front().number);
        if (!begin)
            return;
        EventDraft create = draftOf(EventKind::Create, row, *begin, slices.front().number);
        create.detail = m_assembler.keep();
        DraftDetail& detail = m_assembler.detail(create.detail);
        const std::string& name = m_rows[row].name;
        const bool isThread = m_rows[row].track != TextPool::none && !name.starts_with("Task-");
        detail.taskKind = isThread ? TaskInfo::Kind::Thread : TaskInfo::Kind::Task;
        detail.name = name;
        m_sorter.add(create);
        for (std::size_t i = 0; i < slices.size(); ++i)
            addSlice(row, i);
    }

    void addSlice(std::uint32_t row, std::size_t index)
    {
        const std::vector<ChromeSlice>& slices = m_rows[row].slices;
        const ChromeSlice& slice = slices[index];
        const auto begin = timeOf(slice.begin, slice.number);
        const auto end = timeOf(slice.end, slice.number);
        if (!begin || !end)
            return;
        if (index > 0)
            addWake(row, slices[index - 1], slice);
        const bool isLast = index + 1 == slices.size();
        const EventDraft resume = draftOf(EventKind::Resume, row, *begin, slice.number);
        EventDraft leave =
            draftOf(isLast ? EventKind::Done : EventKind::Suspend, row, *end, slice.number);
        if (isLast) {
            leave.word = Word::Returned;
        } else {
            leave.hasWait = true;
            leave.detail = waitAfter(slice);
        }
        m_sorter.addStep(resume, leave);
    }

    // The thread left this slice: the place where it waits, as far as anybody knows.
    std::uint32_t waitAfter(const ChromeSlice& slice)
    {
        const auto [known, isNew] = m_waits.try_emplace(slice.name);
        if (isNew) {
            const PlaceName place = placeIn(m_file.names.text(slice.name));
            Wait wait;
            wait.site = m_assembler.siteAt(place.file, place.line, place.function);
            known->second = m_assembler.trace().addWait(wait);
        }
        return known->second;
    }

    // An arrow that ends in this slice wakes the row, unless it comes from before it waited.
    void addWake(std::uint32_t row, const ChromeSlice& before, const ChromeSlice& slice)
    {
        const auto wakes = m_wakes.find({row, slice.begin});
        if (wakes == m_wakes.end() || wakes->second.time < before.end)
            return;
        const auto time = timeOf(wakes->second.time, slice.number);
        if (!time)
            return;
        EventDraft ready = draftOf(EventKind::Ready, row, *time, slice.number);
        ready.word = Word::Done;
        ready.detail = slotOf(wakes->second.by).value;
        m_sorter.add(ready);
    }

    void addArrows()
    {
        std::unordered_map<std::uint32_t, Wake> starts;  // by id
        for (const ChromeEvent& event : m_file.events) {
            const bool isArrow = event.phase == 's' || event.phase == 't' || event.phase == 'f';
            const auto row = m_rowOfTrack.find(event.track);
            if (!isArrow || row == m_rowOfTrack.end())
                continue;
            if (const auto start = starts.find(event.id);
                event.phase != 's' && start != starts.end() && start->second.by != row->second)
                addArrow(start->second, row->second, event.time);
            starts[event.id] = {event.time, row->second};
        }
    }

    // It points at the slice around `time`, or at the next one.
    void addArrow(const Wake& from, std::uint32_t row, std::int64_t time)
    {
        const std::vector<ChromeSlice>& slices = m_rows[row].slices;
        const auto slice = std::ranges::lower_bound(slices, time, {}, &ChromeSlice::end);
        if (slice != slices.end() && from.time <= slice->begin)
            m_wakes.try_emplace({row, slice->begin}, from);
    }

    void addMarks()
    {
        for (const ChromeEvent& event : m_file.events) {
            const bool isMark = event.phase == 'i' || event.phase == 'I' || event.phase == 'R' ||
                                event.phase == 'n';
            const auto time = isMark ? timeOf(event.time, event.number) : std::nullopt;
            if (!time)
                continue;
            EventDraft mark;
            mark.kind = EventKind::Mark;
            mark.setTime(*time);
            mark.line = event.number;
            mark.detail = m_assembler.trace().addText(m_file.names.text(event.name));
            m_sorter.add(mark);
        }
    }

    EventDraft draftOf(EventKind kind, std::uint32_t row, Ticks time, std::uint32_t number)
    {
        EventDraft draft;
        draft.kind = kind;
        draft.task = slotOf(row);
        draft.setTime(time);
        draft.line = number;
        return draft;
    }

    const ChromeEvents& m_file;
    TraceAssembler& m_assembler;
    EventSorter& m_sorter;
    TraceProblems& m_problems;
    std::int64_t m_zero = 0;
    std::vector<ChromeRow> m_rows;
    std::unordered_map<std::uint32_t, std::uint32_t> m_rowOfTrack;
    std::map<std::pair<std::uint32_t, std::int64_t>, Wake> m_wakes;  // by row and slice's begin
    std::unordered_map<std::uint32_t, std::uint32_t> m_waits;        // by name
};

}  // namespace

void addChromeRows(ChromeEvents& file, TraceAssembler& assembler, EventSorter& sorter,
                   TraceProblems& problems)
{
    if (file.events.empty())
        return;
    std::ranges::stable_sort(file.events, {}, &ChromeEvent::time);
    RowAdder(file, assembler, sorter, problems).add();
}

}  // namespace coroscope
