// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/explorer.h"

#include <algorithm>

#include "app/document/segment_walk.h"

namespace coroscope {
namespace {

constexpr Ticks::rep fitMargin = 10;  // a tenth of the selection at either side
constexpr Ticks::rep stepShare = 50;  // how much of all is shown around what takes no time

TimeSpan movedInto(TimeSpan span, TimeSpan whole)
{
    const Ticks length = std::min(span.length(), whole.length());
    const Ticks begin =
        std::clamp(span.begin, whole.begin, std::max(whole.begin, whole.end - length));
    return {begin, begin + length};
}

TimeSpan centred(TimeSpan around, Ticks length)
{
    const Ticks begin = around.begin + around.length() / 2 - length / 2;
    return {begin, begin + length};
}

}  // namespace

const ProgramRun* Explorer::selectedRun() const
{
    const auto& selected = m_comparison.view().selection.segment();
    if (!selected)
        return nullptr;
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        if (run->name == selected->program)
            return run.get();
    }
    return nullptr;
}

std::optional<TimeSpan> Explorer::selectedSpan() const
{
    const Selection& selection = m_comparison.view().selection;
    if (selection.range())
        return selection.range()->span;
    const ProgramRun* const run = selectedRun();
    const auto segment = run == nullptr ? std::nullopt : segmentOf(*run, *selection.segment());
    if (!segment)
        return {};
    return AxisMap(axis(), *run).spanOf(*segment);
}

void Explorer::selectNeighbour(int direction)
{
    if (const ProgramRun* const run = selectedRun())
        select(neighbourOf(*run, AxisMap(axis(), *run), *m_comparison.view().selection.segment(),
                           direction));
    else if (!m_comparison.runs().empty())
        select(firstOf(*m_comparison.runs()[0], AxisMap(axis(), *m_comparison.runs()[0]), 0));
}

void Explorer::selectCause()
{
    if (const ProgramRun* const run = selectedRun())
        select(causeOf(*run, *m_comparison.view().selection.segment()));
}

void Explorer::selectEffect()
{
    if (const ProgramRun* const run = selectedRun())
        select(effectOf(*run, *m_comparison.view().selection.segment()));
}

void Explorer::focus()
{
    const auto selected = selectedSpan();
    const TimeSpan whole = m_comparison.wholeAxisSpan();
    if (!selected) {
        show(whole);
        return;
    }
    const TimeSpan now = m_comparison.view().range().span();
    const TimeSpan focused = movedInto(centred(*selected, now.length()), whole);
    if (focused != now && selected->length() <= now.length()) {
        show(focused);
        return;
    }
    Ticks length = selected->length() + 2 * (selected->length() / fitMargin);
    if (length == Ticks{0})
        length = whole.length() / stepShare;
    show(movedInto(centred(*selected, length), whole));
}

void Explorer::selectMatch(int direction)
{
    struct Match {
        const ProgramRun* run;
        int row;
    };
    std::vector<Match> all;
    const auto& selected = m_comparison.view().selection.segment();
    std::ptrdiff_t before = 0;  // matches up to the one that is selected
    bool isOnMatch = false;
    bool hasPassed = !selected.has_value();
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        const bool isIn = selected && selected->program == run->name;
        for (const int row : m_comparison.view().search.matchesIn(run)) {
            isOnMatch = isOnMatch || (isIn && row == selected->row);
            hasPassed = hasPassed || (isIn && row > selected->row);
            before += hasPassed ? 0 : 1;
            all.push_back({run.get(), row});
        }
        hasPassed = hasPassed || isIn;
    }
    if (all.empty())
        return;
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    // `before` counts a selected match too.
    std::ptrdiff_t next = direction > 0 ? before : before - 1 - (isOnMatch ? 1 : 0);
    next = (next % count + count) % count;
    const Match& match = all[static_cast<std::size_t>(next)];
    select(firstOf(*match.run, AxisMap(axis(), *match.run), match.row));
}

Explorer::Matches Explorer::matches() const
{
    Matches found;
    const auto& selected = m_comparison.view().selection.segment();
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        for (const int row : m_comparison.view().search.matchesIn(run)) {
            ++found.count;
            if (selected && selected->program == run->name && selected->row == row)
                found.selected = found.count;
        }
    }
    return found;
}

void Explorer::toggleMark()
{
    m_comparison.view().marks.toggle(m_comparison.playhead().time());
}

void Explorer::escape()
{
    ViewState& view = m_comparison.view();
    if (m_comparison.isStretching())
        m_comparison.cancelStretch();
    else if (!view.selection.isEmpty())
        view.selection.clear();
    else
        view.search.setText({});
}

void Explorer::select(const std::optional<SelectedSegment>& segment)
{
    if (!segment)
        return;
    m_comparison.view().selection.setSegment(*segment);
    if (const auto span = selectedSpan())
        reveal(*span);
}

void Explorer::show(TimeSpan span)
{
    m_comparison.view().range().setSpan(span);
}

void Explorer::reveal(TimeSpan span)
{
    VisibleRange& range = m_comparison.view().range();
    const TimeSpan now = range.span();
    if (span.end < now.begin || span.begin > now.end)
        range.setSpan(movedInto(centred(span, now.length()), m_comparison.wholeAxisSpan()));
}

}  // namespace coroscope
