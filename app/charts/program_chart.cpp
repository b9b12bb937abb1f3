// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/program_chart.h"

#include <QLegend>
#include <QValueAxis>
#include <algorithm>
#include <utility>

#include "app/charts/axis_item.h"
#include "app/charts/gantt_item.h"
#include "app/charts/playhead_item.h"
#include "app/charts/row_header_item.h"
#include "app/charts/segment_text.h"
#include "app/document/visible_range.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

enum Layer { bars = 1, headers, labels, playhead };

}  // namespace

ProgramChart::ProgramChart(const Palette& palette, QGraphicsItem* parent)
    : QChart(parent),
      m_timeAxis(new QValueAxis(this)),
      m_rowAxis(new QValueAxis(this)),
      m_gantt(new GanttItem(m_state, this, Layer::bars)),
      m_header(new RowHeaderItem(m_state, this, Layer::headers)),
      m_axis(new AxisItem(m_state, this, Layer::labels)),
      m_playhead(new PlayheadItem(m_state, this, Layer::playhead))
{
    m_state.palette = &palette;
    setAnimationOptions(NoAnimation);
    legend()->hide();
    setMargins({});
    setBackgroundVisible(false);
    setAcceptHoverEvents(true);
    buildAxes();
}

ProgramChart::~ProgramChart() = default;

// The axes tell Qt Charts what is shown; what is drawn of them is drawn by the items.
void ProgramChart::buildAxes()
{
    addAxis(m_timeAxis, Qt::AlignBottom);
    addAxis(m_rowAxis, Qt::AlignLeft);
    m_rowAxis->setReverse(true);
    for (QValueAxis* axis : {m_timeAxis, m_rowAxis})
        axis->setVisible(false);
}

std::array<ChartItem*, 4> ProgramChart::items() const
{
    return {m_gantt, m_header, m_axis, m_playhead};
}

void ProgramChart::updateItems()
{
    for (ChartItem* item : items())
        item->update();
}

void ProgramChart::setRun(ProgramRunPtr run, Ticks longestTotal)
{
    m_state.run = std::move(run);
    m_state.longestTotal = longestTotal;
    setHovered({});
    ChartGeometry geometry = m_state.geometry;
    geometry.rowCount = m_state.run ? static_cast<int>(m_state.run->timeline->tracks().size()) : 0;
    setGeometryState(geometry);
}

void ProgramChart::setPlayhead(const PlayPosition& position)
{
    if (position == m_state.position)
        return;
    const QRectF footprint = m_playhead->footprint();
    const double x = m_state.playheadX();
    m_state.position = position;
    if (refreshMoment())
        m_header->update(m_header->area());
    updateMovedPlayhead(footprint, x);
}

void ProgramChart::setPlaying(bool isPlaying)
{
    if (isPlaying == std::exchange(m_state.isPlaying, isPlaying))
        return;
    updateItems();
}

void ProgramChart::setVisibleRange(const TimeSpan& span)
{
    if (span == m_state.span || span.length() <= Ticks{0})
        return;
    m_state.span = span;
    m_timeAxis->setRange(toSeconds(span.begin), toSeconds(span.end));
    m_gantt->invalidate();
    updateItems();
}

void ProgramChart::setColours(const Palette& palette)
{
    m_state.palette = &palette;
    m_gantt->invalidate();
    updateItems();
}

void ProgramChart::setHeaderWidth(qreal width)
{
    if (width == m_state.geometry.headerWidth)
        return;
    ChartGeometry geometry = m_state.geometry;
    geometry.headerWidth = width;
    setGeometryState(geometry);
}

void ProgramChart::setFirstRow(int row)
{
    ChartGeometry geometry = m_state.geometry;
    geometry.firstRow = row;
    setGeometryState(geometry);
}

void ProgramChart::follow(Playhead& shared)
{
    connect(&shared, &Playhead::moved, this, &ProgramChart::setPlayhead);
    connect(&shared, &Playhead::playingChanged, this, &ProgramChart::setPlaying);
    connect(this, &ProgramChart::playheadDragged, &shared, &Playhead::setTime);
    setPlayhead(shared.position());
    setPlaying(shared.isPlaying());
}

void ProgramChart::follow(VisibleRange& range)
{
    connect(&range, &VisibleRange::changed, this, &ProgramChart::setVisibleRange);
    connect(this, &ProgramChart::rangeRequested, &range, &VisibleRange::setSpan);
    setVisibleRange(range.span());
}

QString ProgramChart::description() const
{
    if (!m_state.run)
        return {};
    const Ticks total = m_state.run->total();
    return tr("%1, %2 in total, %n tasks", nullptr, m_state.geometry.rowCount)
        .arg(m_state.run->name, QString::fromStdString(shortTimeText(total, total)));
}

void ProgramChart::resizeEvent(QGraphicsSceneResizeEvent* event)
{
    QChart::resizeEvent(event);
    ChartGeometry geometry = m_state.geometry;
    geometry.size = size();
    setGeometryState(geometry);
}

// Everything that depends on where things lie comes through here.
void ProgramChart::setGeometryState(const ChartGeometry& geometry)
{
    for (ChartItem* item : items())
        item->beginResize();
    m_state.geometry = geometry;
    m_state.geometry.firstRow = std::clamp(geometry.firstRow, 0, m_state.geometry.lastFirstRow());
    const QRectF plot = m_state.geometry.plot();
    if (plot != plotArea())
        setPlotArea(plot);
    const int rows = std::max(1, m_state.geometry.visibleRows());
    m_rowAxis->setRange(m_state.geometry.firstRow, m_state.geometry.firstRow + rows);
    refreshMoment();
    m_gantt->invalidate();
    updateItems();
}

bool ProgramChart::refreshMoment()
{
    m_state.eventCount = m_state.run ? m_state.run->eventsAt(m_state.position) : 0;
    std::vector<SegmentState> states;
    for (int i = 0; i < m_state.geometry.visibleRows(); ++i)
        states.push_back(m_state.stateAtPlayhead(m_state.geometry.firstRow + i));
    return std::exchange(m_rowStates, states) != states;
}

void ProgramChart::updateMovedPlayhead(const QRectF& footprintBefore, double xBefore)
{
    const double x = m_state.playheadX();
    m_playhead->update(footprintBefore);
    m_playhead->update(m_playhead->footprint());
    m_gantt->updateForPlayhead(xBefore, x);
    if (m_state.isPlaying) {
        QRectF passed = m_state.geometry.rows();
        passed.setLeft(std::min(x, xBefore));
        passed.setRight(std::max(x, xBefore));
        m_playhead->update(passed & m_state.geometry.bounds());
    }
}

std::optional<SegmentHit> ProgramChart::hitAt(QPointF position) const
{
    const ChartGeometry& geometry = m_state.geometry;
    const int row = geometry.rowAt(position.y());
    const double x = position.x() - geometry.plotLeft();
    constexpr double overhang = 6;  // of a step at the plot's edge
    if (!m_state.run || row < 0 || x < -overhang || x > geometry.plotWidth() + overhang)
        return {};
    const auto segment = segmentAt(*m_state.run->timeline, m_state.track(row), m_state.axis(), x);
    if (!segment)
        return {};
    return SegmentHit{row, *segment};
}

QString ProgramChart::toolTipAt(QPointF position) const
{
    if (!m_state.run)
        return {};
    const int row = m_state.geometry.rowAt(position.y());
    if (row >= 0 && m_header->area().contains(position))
        return m_header->isElided(row) ? m_state.run->rows.value(row).toHtmlEscaped() : QString();
    const auto hit = hitAt(position);
    if (!hit)
        return {};
    const Segment segment = m_state.run->timeline->segment(m_state.track(row), hit->segment);
    return SegmentText(*m_state.run).toolTip(row, segment);
}

}  // namespace coroscope
