// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/critical_marks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/chart_state.h"
#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr double lineWidth = 2.5;
constexpr double underBar = 3;
constexpr double afterEnd = 14;  // the last step and its cap
constexpr double endMark = 3;    // half its height
constexpr double textGap = 4;
constexpr double leastRoom = 12;

void drawPiece(QPainter& painter, const ChartState& state, const PathPiece& piece)
{
    if (!piece.segment)
        return;
    const int row = state.rowInView(static_cast<int>(piece.segment->track));
    const Segment segment = segmentOf(*state.run->timeline, *piece.segment);
    const TimeSpan place = state.isOrder() ? state.map().spanOf(segment) : piece.span;
    const double x0 = std::max(state.xOf(place.begin), state.geometry.plotLeft());
    const double x1 = std::min(state.xOf(place.end), state.geometry.plotRight());
    if (row < 0 || x1 - x0 < 1)
        return;
    const double y = state.barRect(row, 0, 0).bottom() + underBar;
    painter.drawLine(QPointF(x0 + lineWidth / 2, y), QPointF(x1 - lineWidth / 2, y));
}

// The last segment of a row that takes time.
std::optional<SegmentRef> lastThatLasts(const ChartState& state, int row)
{
    const Track& track = state.track(row);
    for (std::size_t i = track.segments.size(); i > 0; --i) {
        const Segment segment = state.run->timeline->segment(track, i - 1);
        const bool lasts = segment.state == SegmentState::Suspended ||
                           segment.state == SegmentState::Blocking ||
                           segment.state == SegmentState::Running;
        if (lasts && segment.span.length() > Ticks{})
            return SegmentRef{track.task.value, static_cast<std::uint32_t>(i - 1)};
    }
    return {};
}

void drawSlack(QPainter& painter, const ChartState& state, int row, Ticks end, Ticks slack)
{
    const double x0 = state.xOf(end) + afterEnd;
    const double x1 = std::min(state.xOf(end + slack), state.geometry.plotRight());
    const double y = std::floor(state.middleOf(row)) + 0.5;
    if (x1 - x0 < leastRoom || x0 < state.geometry.plotLeft())
        return;
    QPen pen(state.palette->ink3, 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(x0, y), QPointF(x1, y));
    painter.setPen(QPen(state.palette->ink3, 1));
    painter.drawLine(QPointF(x1, y - endMark), QPointF(x1, y + endMark));
    const QFont font = fontFor(TextRole::BarLabel);
    const QFontMetricsF metrics(font);
    const QString time = QString::fromStdString(timeTextLike(slack, state.longestTotal).joined());
    const QString text =
        QCoreApplication::translate("coroscope::ProgramChart", "+%1 free").arg(time);
    const double width = metrics.horizontalAdvance(text);
    if (width + 2 * (textGap + leastRoom) > x1 - x0)
        return;
    const QRectF place((x0 + x1 - width) / 2, y - 8, width, 16);
    painter.fillRect(place.adjusted(-textGap, 0, textGap, 0), state.palette->card);
    painter.setFont(font);
    painter.setPen(state.palette->ink2);
    painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
}

}  // namespace

void drawCriticalPath(QPainter& painter, const ChartState& state, RunAnalysis& analysis)
{
    const Painting painting(painter);
    setStroke(painter, state.palette->ink, lineWidth);
    for (const PathPiece& piece : analysis.criticalPath().pieces())
        drawPiece(painter, state, piece);
    if (state.isOrder())
        return;
    for (int row = state.firstTaskRow(); row < state.lastTaskRow(); ++row) {
        const auto last = lastThatLasts(state, row);
        if (!last || analysis.criticalPath().contains(*last))
            continue;
        const auto slack = analysis.slackOf(*last);
        if (slack && *slack > Ticks{})
            drawSlack(painter, state, row, segmentOf(*state.run->timeline, *last).span.end, *slack);
    }
}

}  // namespace coroscope
