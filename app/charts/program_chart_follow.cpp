// SPDX-License-Identifier: GPL-3.0-or-later
// How a program's chart is connected with what the views of a document share.
#include "app/charts/program_chart.h"

namespace coroscope {

void ProgramChart::follow(ViewState& view)
{
    m_state.search = &view.search;
    m_visibleRows = &view.rows;
    const auto showRange = [this, &view] { setVisibleRange(view.range().span()); };
    const auto showSelection = [this, &view] { setSelection(view.selection); };
    connect(&view.playhead, &Playhead::moved, this, &ProgramChart::setPlayhead);
    connect(&view.playhead, &Playhead::playingChanged, this, &ProgramChart::setPlaying);
    connect(&view.timeRange, &VisibleRange::changed, this, showRange);
    connect(&view.orderRange, &VisibleRange::changed, this, showRange);
    connect(&view.axis, &AxisMode::changed, this, [this, &view](AxisKind kind) {
        setAxis(kind);
        setVisibleRange(view.range().span());
    });
    connect(&view.selection, &Selection::changed, this, showSelection);
    connect(&view.marks, &Marks::changed, this, [this, &view] { setMarks(view.marks.times()); });
    connect(&view.search, &TaskSearch::changed, this, &ProgramChart::showAll);
    connect(&view.rows, &VisibleRows::changed, this, &ProgramChart::layOutRows);
    connect(&view.resourcesFolded, &Toggle::changed, this, &ProgramChart::setResourcesFolded);
    connect(&view.showsCriticalPath, &Toggle::changed, this, &ProgramChart::showCriticalPath);

    connect(this, &ProgramChart::playheadDragged, &view.playhead, &Playhead::setPosition);
    connect(this, &ProgramChart::rangeRequested, this,
            [&view](const TimeSpan& span, RangeChange how) { view.range().setSpan(span, how); });
    connect(this, &ProgramChart::segmentClicked, &view.selection, &Selection::setSegment);
    connect(this, &ProgramChart::rangeSelected, &view.selection, &Selection::setRange);
    connect(this, &ProgramChart::emptyClicked, &view.selection, &Selection::clear);
    connect(this, &ProgramChart::foldClicked, &view.resourcesFolded, &Toggle::toggle);
    connect(this, &ProgramChart::branchClicked, &view.rows, &VisibleRows::setCollapsed);
    connect(this, &ProgramChart::subtreeClicked, &view.rows,
            qOverload<const ProgramRunPtr&, int, bool>(&VisibleRows::setAllCollapsed));

    setAxis(view.axis.kind());
    setResourcesFolded(view.resourcesFolded.isOn());
    showCriticalPath(view.showsCriticalPath.isOn());
    setPlayhead(view.playhead.position());
    setPlaying(view.playhead.isPlaying());
    setMarks(view.marks.times());
    showRange();
    showSelection();
}

}  // namespace coroscope
