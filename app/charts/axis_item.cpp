// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/axis_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <ranges>

#include "app/charts/order_scale.h"
#include "app/charts/tick_ladder.h"
#include "app/style/fonts.h"

namespace coroscope {
namespace {

constexpr double labelTop = 6;  // under the rows
constexpr double labelHeight = 14;
constexpr double leastMargin = 2;  // at the chart's edges
constexpr double leastGap = 6;     // between two labels

}  // namespace

void AxisItem::paintStill(QPainter& painter, const QRectF& exposed)
{
    const ChartGeometry& geometry = state().geometry;
    const double top = geometry.rowsBottom() + labelTop;
    if (!state().run || exposed.bottom() < top)
        return;
    if (state().isOrder()) {
        drawInstantBrackets(painter, state());
        return;
    }
    const QFont font = fontFor(TextRole::BarLabel);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(state().palette->ink3);
    // From the right: the end of the program is what one looks for first.
    const std::vector<Tick> ticks =
        ticksOf(state().span, state().longestTotal, geometry.plotWidth());
    double drawnFrom = geometry.size.width() + leastGap;
    for (const Tick& tick : ticks | std::views::reverse) {
        if (!tick.hasLabel)
            continue;
        const QString text = tickText(tick.time, state().span);
        const double width = std::ceil(metrics.horizontalAdvance(text));
        const double rightmost = geometry.size.width() - leastMargin - width;
        const double x = std::clamp(state().xOf(tick.time) + 0.5 - width / 2, leastMargin,
                                    std::max(leastMargin, rightmost));
        if (x + width + leastGap > drawnFrom)
            continue;
        drawnFrom = x;
        painter.drawText(QRectF(x, top, width, labelHeight),
                         Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
    }
}

}  // namespace coroscope
