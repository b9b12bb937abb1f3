// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/program_chart.h"

#include <QLegend>
#include <QValueAxis>
#include <algorithm>
#include <utility>

#include "app/charts/axis_item.h"
#include "app/charts/gantt_item.h"
#include "app/charts/overlay_item.h"
#include "app/charts/playhead_item.h"
#include "app/charts/resource_rows.h"
#include "app/charts/row_header_item.h"
#include "app/charts/segment_text.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr int settleDelay = 80;  // ms

bool hasTrack(const ProgramRun& run, int track)
{
    return track >= 0 && static_cast<std::size_t>(track) < run.timeline->tracks().size();
}

enum Layer { bars = 1, headers, labels, overlay, playhead };

}  // namespace

ProgramChart::ProgramChart(const Palette& palette, QGraphicsItem* parent)
    : QChart(parent),
      m_timeAxis(new QValueAxis(this)),
      m_rowAxis(new QValueAxis(this)),
      m_gantt(new GanttItem(m_state, this, Layer::bars)),
      m_header(new RowHeaderItem(m_state, this, Layer::headers)),
      m_axis(new AxisItem(m_state, this, Layer::labels)),
      m_overlay(new OverlayItem(m_state, this, Layer::overlay)),
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

std::array<ChartItem*, 5> ProgramChart::items() const
{
    return {m_gantt, m_header, m_axis, m_overlay, m_playhead};
}

void ProgramChart::updateItems()
{
    for (ChartItem* item : items())
        item->update();
}

QRectF ProgramChart::takeDamage()
{
    QRectF damage;
    for (ChartItem* item : items())
        damage |= item->takeDamage();
    return damage;
}

void ProgramChart::paintStill(QPainter& painter, const QRectF& exposed)
{
    for (ChartItem* item : items()) {
        painter.save();
        item->paintStill(painter, exposed);
        painter.restore();
    }
}

void ProgramChart::paintMoving(QPainter& painter, const QRectF& exposed)
{
    for (ChartItem* item : items()) {
        painter.save();
        item->paintMoving(painter, exposed);
        painter.restore();
    }
}

// All that is drawn is out of date.
void ProgramChart::showAll()
{
    m_gantt->invalidate();
    m_overlay->invalidate();
    updateItems();
    Q_EMIT appearanceChanged();
}

void ProgramChart::setRun(ProgramRunPtr run, Ticks longestTotal, std::size_t longestEvents)
{
    m_state.run = std::move(run);
    m_state.longestTotal = longestTotal;
    m_state.longestEvents =
        std::max(longestEvents, m_state.run ? m_state.run->trace().size() : std::size_t{0});
    checkGrip();
    m_state.selected.reset();
    layOutRows();
}

void ProgramChart::setGhost(ProgramRunPtr ghost)
{
    if (m_press.gesture == Gesture::Stretch && !ghost && m_press.hasMoved)
        m_press.gesture = Gesture::None;
    m_state.ghost = std::move(ghost);
    m_overlay->update();
}

// A bar that is being dragged may be gone in the run that came of it.
void ProgramChart::checkGrip()
{
    if (!m_state.grip)
        return;
    const SegmentHit grip = *m_state.grip;
    const bool isThere = m_state.run && hasTrack(*m_state.run, grip.track) &&
                         grip.segment < m_state.track(grip).segments.size() &&
                         m_state.run->parameterOf(m_state.segment(grip));
    if (!isThere)
        setGrip({});
}

void ProgramChart::setPlayhead(const PlayPosition& position)
{
    if (position == m_state.position)
        return;
    m_playhead->updateFootprint();
    const double x = m_state.playheadX();
    m_state.position = position;
    const std::vector<SegmentState> before = m_state.rowStates;
    refreshMoment();
    m_header->updateChanged(before);
    m_playhead->updateFootprint();
    updatePassed(x, m_state.playheadX());
}

void ProgramChart::setPlaying(bool isPlaying)
{
    if (isPlaying == std::exchange(m_state.isPlaying, isPlaying))
        return;
    updateItems();
}

void ProgramChart::setAxis(AxisKind kind)
{
    if (kind == m_state.axisKind)
        return;
    m_state.axisKind = kind;
    setFan({});
    setGrip({});
    showAll();
}

void ProgramChart::setVisibleRange(const TimeSpan& span)
{
    if (span == m_state.span || span.length() <= Ticks{0})
        return;
    m_state.span = span;
    m_timeAxis->setRange(toSeconds(span.begin), toSeconds(span.end));
    setFan({});
    m_gantt->moveView();
    m_overlay->invalidate();
    updateItems();
    m_settleTimer.start(settleDelay, this);
}

void ProgramChart::setSelection(const Selection& selection)
{
    const int before = m_state.selected ? m_state.selected->track : -1;
    m_state.selected.reset();
    m_state.selectedRange.reset();
    const auto& segment = selection.segment();
    if (m_state.run && segment && segment->program == m_state.run->name &&
        hasTrack(*m_state.run, segment->track) &&
        segment->segment < m_state.track(SegmentHit{segment->track}).segments.size())
        m_state.selected = SegmentHit{segment->track, segment->segment};
    const auto& range = selection.range();
    if (m_state.run && range &&
        (m_state.isOrder() ? range->program == m_state.run->name : range->program.isEmpty()))
        m_state.selectedRange = range->span;
    const int track = m_state.selected ? m_state.selected->track : -1;
    showRowOf(track);
    if (track != before)
        m_gantt->invalidate();
    m_overlay->invalidate();
}

void ProgramChart::setMarks(const std::vector<Ticks>& times)
{
    m_state.marks = times;
    m_overlay->update();
}

void ProgramChart::showCriticalPath(bool isShown)
{
    m_state.showsCriticalPath = isShown;
    m_overlay->invalidate();
    updateItems();
}

void ProgramChart::setColours(const Palette& palette)
{
    m_state.palette = &palette;
    showAll();
}

QString ProgramChart::description() const
{
    if (!m_state.run)
        return {};
    const Ticks total = m_state.run->total();
    return tr("%1, %2 in total, %n tasks", nullptr, m_state.rows->taskCount())
        .arg(m_state.run->name, QString::fromStdString(shortTimeText(total, total)));
}

void ProgramChart::refreshMoment()
{
    m_state.eventCount = m_state.run ? m_state.run->eventsAt(m_state.position) : 0;
    m_state.rowStates.clear();
    for (int row = m_state.firstTaskRow(), end = m_state.lastTaskRow(); row < end; ++row)
        m_state.rowStates.push_back(m_state.track(row).stateAfter(m_state.eventCount));
}

void ProgramChart::updatePassed(double from, double to)
{
    m_gantt->updateForPlayhead(from, to);
    if (!m_state.isPlaying)
        return;
    QRectF passed = m_state.geometry.rows();
    passed.setLeft(std::min(from, to));
    passed.setRight(std::max(from, to));
    m_playhead->updateMoving(passed & m_state.geometry.bounds());
}

}  // namespace coroscope
