// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/order_scale.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/chart_state.h"
#include "app/charts/instants.h"
#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr double bracketTop = 2;  // under the rows
constexpr double bracketHeight = 4;
constexpr double gap = 1.5;  // at either side of a bracket
constexpr double leastBracket = 4;
constexpr double leastPart = 6;  // px between two dotted lines
constexpr double labelTop = 7;
constexpr double labelHeight = 14;
constexpr double labelGap = 5;
constexpr std::size_t mostEvents = 20'000;  // beyond that, not a pixel is left for an event

std::vector<Instant> visibleInstants(const ChartState& state)
{
    const auto begin =
        static_cast<std::size_t>(std::max(Ticks{0}, state.span.begin) / AxisMap::unit);
    const auto end = static_cast<std::size_t>(std::max(Ticks{0}, state.span.end) / AxisMap::unit);
    if (end - begin > mostEvents)
        return {};
    return instantsOf(state.run->trace(), begin, end + 1);
}

// Where a line 1 px wide covers whole pixels: what is painted in strips is what is painted at once.
double snapped(double position)
{
    return std::floor(position) + 0.5;
}

double xOfEvent(const ChartState& state, std::size_t event)
{
    return state.xOf(AxisMap::unit * static_cast<Ticks::rep>(event));
}

}  // namespace

void drawInstantLines(QPainter& painter, const ChartState& state)
{
    const Painting painting(painter);
    QPen pen(state.palette->suspendedEdge, 1.2, Qt::CustomDashLine, Qt::RoundCap);
    pen.setDashPattern({0.1, 3.2});
    painter.setPen(pen);
    const QRectF plot = state.geometry.plot();
    double last = plot.left();
    for (const Instant& instant : visibleInstants(state)) {
        const double x = std::floor(xOfEvent(state, instant.end)) + 0.5;
        if (x < last + leastPart || x > plot.right() || instant.end >= state.run->trace().size())
            continue;
        painter.drawLine(QPointF(x, plot.top() - 6), QPointF(x, plot.bottom() + bracketTop));
        last = x;
    }
}

void drawInstantBrackets(QPainter& painter, const ChartState& state)
{
    const Painting painting(painter);
    const QRectF plot = state.geometry.plot();
    const double top = snapped(plot.bottom() + bracketTop);
    const QFont font = fontFor(TextRole::BarLabel);
    const QFontMetricsF metrics(font);
    const Ticks scale = std::max(state.longestTotal, state.run->total());
    painter.setFont(font);
    double labelEnd = plot.left() - labelGap;
    for (const Instant& instant : visibleInstants(state)) {
        const double x0 = snapped(std::max(plot.left(), xOfEvent(state, instant.begin) + gap));
        const double x1 = snapped(std::min(plot.right(), xOfEvent(state, instant.end) - gap));
        if (x1 - x0 < leastBracket)
            continue;
        painter.setPen(QPen(state.palette->suspendedEdge, 1));
        painter.drawPolyline(
            QPolygonF{{x0, top}, {x0, top + bracketHeight}, {x1, top + bracketHeight}, {x1, top}});
        const QString text = QString::fromStdString(shortTimeText(instant.time, scale));
        const double width = std::ceil(metrics.horizontalAdvance(text));
        const double x = std::min((x0 + x1 - width) / 2, state.geometry.size.width() - width - 2);
        if (x < labelEnd + labelGap)
            continue;
        painter.setPen(state.palette->ink2);
        painter.drawText(QRectF(x, plot.bottom() + labelTop, width, labelHeight),
                         Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
        labelEnd = x + width;
    }
}

}  // namespace coroscope
