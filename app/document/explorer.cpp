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

// From the top; `tree`: null for rows in order of creation.
std::size_t placeIn(const RowTree* tree, int track)
{
    const TaskId task{static_cast<std::uint32_t>(track)};
    return tree == nullptr || task.value >= tree->size() ? task.value : tree->place(task);
}

}  // namespace

ProgramRunPtr Explorer::selectedRun() const
{
    const auto& selected = m_comparison.view().selection.segment();
    if (!selected)
        return nullptr;
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        if (run->name == selected->program)
            return run;
    }
    return nullptr;
}

std::optional<TimeSpan> Explorer::selectedSpan() const
{
    const Selection& selection = m_comparison.view().selection;
    if (selection.range())
        return selection.range()->span;
    const ProgramRunPtr run = selectedRun();
    const auto segment = run == nullptr ? std::nullopt : segmentOf(*run, *selection.segment());
    if (!segment)
        return {};
    return AxisMap(axis(), *run).spanOf(*segment);
}

void Explorer::selectNeighbour(int direction)
{
    if (const ProgramRunPtr run = selectedRun())
        select(neighbourOf(*run, AxisMap(axis(), *run), *m_comparison.view().selection.segment(),
                           direction));
    else if (!m_comparison.runs().empty())
        select(firstOf(*m_comparison.runs()[0], AxisMap(axis(), *m_comparison.runs()[0]), 0));
}

void Explorer::selectCause()
{
    if (const ProgramRunPtr run = selectedRun())
        select(causeOf(*run, *m_comparison.view().selection.segment()));
}

void Explorer::selectEffect()
{
    if (const ProgramRunPtr run = selectedRun())
        select(effectOf(*run, *m_comparison.view().selection.segment()));
}

// Where the selected task stands in a tree of rows; if it is hidden, what it is hidden under.
std::optional<Explorer::TreeRow> Explorer::selectedTreeRow() const
{
    const ProgramRunPtr run = selectedRun();
    if (!run || !m_comparison.view().rows.isTree())
        return {};
    auto layout = m_comparison.view().rows.of(run);
    const int track = m_comparison.view().selection.segment()->track;
    const int row = layout->nearestRowOf(track);
    if (row < 0)
        return {};
    return TreeRow{run, std::move(layout), row};
}

void Explorer::collapseSelected()
{
    const auto at = selectedTreeRow();
    if (!at)
        return;
    const int track = at->layout->trackAt(at->row);
    const TaskId parent = at->layout->tree()->parent({static_cast<std::uint32_t>(track)});
    if (track != m_comparison.view().selection.segment()->track)
        selectInRow(*at->run, track);
    else if (at->layout->branch(at->row) == RowLayout::Branch::Expanded)
        m_comparison.view().rows.setCollapsed(at->run, track, true);
    else if (parent.isValid())
        selectInRow(*at->run, static_cast<int>(parent.value));
}

void Explorer::expandSelected()
{
    const auto at = selectedTreeRow();
    if (!at)
        return;
    switch (at->layout->branch(at->row)) {
    case RowLayout::Branch::None: break;
    case RowLayout::Branch::Collapsed:
        m_comparison.view().rows.setCollapsed(at->run, at->layout->trackAt(at->row), false);
        break;
    case RowLayout::Branch::Expanded:
        selectInRow(*at->run, at->layout->trackAt(at->row + 1));
        break;
    }
}

void Explorer::setAllCollapsed(bool isCollapsed)
{
    for (const ProgramRunPtr& run : m_comparison.runs())
        m_comparison.view().rows.setAllCollapsed(run, isCollapsed);
}

// What that row does where the selection begins.
void Explorer::selectInRow(const ProgramRun& run, int track)
{
    const AxisMap map(axis(), run);
    const auto selected = selectedSpan();
    select(drawnAt(run, map, track, selected ? selected->begin : Ticks{0}));
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

// The tasks that match, from top to bottom, whether their rows are hidden or not.
std::vector<int> Explorer::matchesIn(const ProgramRunPtr& run) const
{
    std::vector<int> matches = m_comparison.view().search.matchesIn(run);
    if (const RowTree* const tree = m_comparison.view().rows.treeOf(run))
        std::ranges::sort(matches, {}, [tree](int track) { return placeIn(tree, track); });
    return matches;
}

void Explorer::selectMatch(int direction)
{
    struct Match {
        const ProgramRun* run;
        int track;
    };
    std::vector<Match> all;
    const auto& selected = m_comparison.view().selection.segment();
    std::ptrdiff_t before = 0;  // matches up to the one that is selected
    bool isOnMatch = false;
    bool hasPassed = !selected.has_value();
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        const bool isIn = selected && selected->program == run->name;
        const RowTree* const tree = m_comparison.view().rows.treeOf(run);
        const std::size_t place = isIn ? placeIn(tree, selected->track) : 0;
        for (const int track : matchesIn(run)) {
            isOnMatch = isOnMatch || (isIn && track == selected->track);
            hasPassed = hasPassed || (isIn && placeIn(tree, track) > place);
            before += hasPassed ? 0 : 1;
            all.push_back({run.get(), track});
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
    select(firstOf(*match.run, AxisMap(axis(), *match.run), match.track));
}

Explorer::Matches Explorer::matches() const
{
    Matches found;
    const auto& selected = m_comparison.view().selection.segment();
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        for (const int track : matchesIn(run)) {
            ++found.count;
            if (selected && selected->program == run->name && selected->track == track)
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
