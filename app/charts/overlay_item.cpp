// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/overlay_item.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/critical_marks.h"
#include "app/charts/mark_flags.h"
#include "app/charts/row_marks.h"
#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "app/style/state_painter.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr double hoverWidth = 1;
constexpr double selectionWidth = 2;
constexpr double beadOutline = 7;  // radius around a step
constexpr double ghostAlpha = 0.6;
constexpr double ghostRadius = 4;
constexpr double rangeAlpha = 0.1;
constexpr double rangeEdgeAlpha = 0.75;
constexpr double rangeTextGap = 6;
constexpr QSizeF gripSize(6, 14);
constexpr double gripEdge = 1.5;

}  // namespace

void OverlayItem::invalidate()
{
    m_isLaidOut = false;
    update();
}

void OverlayItem::layOut()
{
    if (m_isLaidOut)
        return;
    m_isLaidOut = true;
    m_wakeUps = wakeUpsIn(state());
    if (!state().showsCriticalPath)
        m_analysis.reset();
    else if (!m_analysis || m_analysis->run() != state().run)
        m_analysis = std::make_unique<RunAnalysis>(state().run);
}

void OverlayItem::paintStill(QPainter& painter, const QRectF&)
{
    if (!state().run)
        return;
    layOut();
    drawGhost(painter);
    drawRange(painter);
    drawMarks(painter, state());
    if (m_analysis)
        drawCriticalPath(painter, state(), *m_analysis);
    drawWakeUps(painter, state(), m_wakeUps);
    drawSelection(painter);
    drawHover(painter);
    drawFan(painter);
    drawGrip(painter);
}

void OverlayItem::drawGhost(QPainter& painter) const
{
    if (!state().ghost || state().isOrder())
        return;
    const Painting painting(painter);
    const ProgramRun& ghost = *state().ghost;
    const AxisMap map(AxisKind::Time, ghost);
    const double left = state().geometry.plotLeft();
    const double width = state().geometry.plotWidth();
    const auto tracks = static_cast<int>(ghost.timeline->tracks().size());
    setStroke(painter, withAlpha(state().palette->suspendedEdge, ghostAlpha), 1);
    for (int row = state().firstTaskRow(); row < state().lastTaskRow(); ++row) {
        if (state().trackAt(row) >= tracks)
            continue;
        const Track& track =
            ghost.timeline->tracks()[static_cast<std::size_t>(state().trackAt(row))];
        for (const RowMarks::Bar& bar :
             marksOf(*ghost.timeline, track, map, state().axis(), width).bars) {
            if (bar.state == SegmentState::Waiting || bar.segment == RowMarks::merged)
                continue;
            const QRectF whole =
                state().barRect(row, left + std::max(0.0, bar.x0), left + std::min(width, bar.x1));
            painter.drawRoundedRect(
                StatePainter::shapeOf(whole, bar.state).adjusted(0.5, 0.5, -0.5, -0.5), ghostRadius,
                ghostRadius);
        }
    }
}

void OverlayItem::outline(QPainter& painter, const SegmentHit& hit, double width) const
{
    const int row = state().rowInView(hit.track);
    if (row < 0)
        return;
    const Segment segment = state().segment(hit);
    const TimeSpan place = state().map().spanOf(segment);
    const QRectF bar = state().visibleBar(row, segment);
    if (place.begin == place.end && state().axis().shows(place.begin)) {
        const Painting painting(painter);
        setStroke(painter, state().palette->ink, width);
        painter.drawEllipse(QPointF(state().xOf(place.begin), state().middleOf(row)), beadOutline,
                            beadOutline);
    } else if (bar.width() > 1) {
        StatePainter(*state().palette).drawOutline(painter, bar, segment.state, width);
    }
}

void OverlayItem::drawSelection(QPainter& painter) const
{
    if (state().selected)
        outline(painter, *state().selected, selectionWidth);
}

void OverlayItem::drawHover(QPainter& painter) const
{
    const auto& hovered = state().hovered;
    if (!hovered || hovered == state().selected || state().fan)
        return;
    const Segment segment = state().segment(*hovered);
    const bool isStep = state().map().spanOf(segment).length() == Ticks{0};
    if (segment.state != SegmentState::Waiting && !isStep)
        outline(painter, *hovered, hoverWidth);
}

QString OverlayItem::rangeText() const
{
    const AxisMap map = state().map();
    const TimeSpan range = *state().selectedRange;
    const Ticks length = map.timeAt(range.end) - map.timeAt(range.begin);
    const Ticks scale = std::max(state().longestTotal, length);
    const QString time = QString::fromStdString(timeTextLike(length, scale).joined());
    if (!state().isOrder())
        return time;
    const auto events = static_cast<int>(std::lround(static_cast<double>(range.length().count()) /
                                                     static_cast<double>(AxisMap::unit.count())));
    return QCoreApplication::translate("coroscope::ProgramChart", "%n events", nullptr, events) +
           QStringLiteral(" \u00b7 ") + time;
}

void OverlayItem::drawRange(QPainter& painter) const
{
    if (!state().selectedRange)
        return;
    const Painting painting(painter);
    const ChartGeometry& geometry = state().geometry;
    const double x0 = std::max(state().xOf(state().selectedRange->begin), geometry.plotLeft());
    const double x1 = std::min(state().xOf(state().selectedRange->end), geometry.plotRight());
    if (x0 > x1)
        return;
    const QRectF band(x0, geometry.rowsTop(), x1 - x0, geometry.rowsBottom() - geometry.rowsTop());
    const QColor ink = state().palette->ink;
    painter.fillRect(band, withAlpha(ink, rangeAlpha));
    for (const double x : {x0, x1})
        painter.fillRect(QRectF(std::floor(x), band.top(), 1, band.height()),
                         withAlpha(ink, rangeEdgeAlpha));
    const QFont font = fontFor(TextRole::BarLabelStrong);
    const QString text = rangeText();
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 2 * rangeTextGap;
    const double rightmost = std::max(geometry.plotLeft(), geometry.plotRight() - width);
    const double x = std::clamp((x0 + x1 - width) / 2, geometry.plotLeft(), rightmost);
    const QRectF plate(x, band.bottom() - 20, width, 16);
    setFill(painter, ink);
    painter.drawRoundedRect(plate, 4, 4);
    painter.setFont(font);
    painter.setPen(state().palette->card);
    painter.drawText(plate, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
}

void OverlayItem::drawFan(QPainter& painter) const
{
    const auto& fan = state().fan;
    if (!fan || !state().geometry.isVisible(fan->row))
        return;
    const Painting painting(painter);
    const StatePainter states(*state().palette);
    const QPointF root(fan->x, state().middleOf(fan->row));
    for (std::size_t i = 0; i < fan->segments.size(); ++i) {
        setStroke(painter, state().palette->ink2, 1);
        painter.drawLine(root, state().fanBead(*fan, i));
    }
    for (std::size_t i = 0; i < fan->segments.size(); ++i) {
        const QPointF bead = state().fanBead(*fan, i);
        const SegmentHit hit{state().trackAt(fan->row), fan->segments[i]};
        states.drawBead(painter, bead, Bead::Step);
        if (state().hovered == hit || state().selected == hit) {
            setStroke(painter, state().palette->ink, state().selected == hit ? 2 : 1);
            painter.drawEllipse(bead, BeadFan::reach + 0.5, BeadFan::reach + 0.5);
        }
    }
}

void OverlayItem::drawGrip(QPainter& painter) const
{
    const int row = state().grip ? state().rowInView(state().grip->track) : -1;
    if (row < 0)
        return;
    const Painting painting(painter);
    const double x = state().xOf(state().segment(*state().grip).span.end);
    const QPointF middle(x, state().middleOf(row));
    const QRectF grip(middle - QPointF(gripSize.width() / 2, gripSize.height() / 2), gripSize);
    painter.setBrush(state().palette->card);
    painter.setPen(QPen(state().palette->ink, gripEdge));
    painter.drawRoundedRect(grip, 2.5, 2.5);
}

}  // namespace coroscope
