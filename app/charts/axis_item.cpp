// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/axis_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

#include "app/charts/order_scale.h"
#include "app/charts/tick_ladder.h"
#include "app/style/fonts.h"

namespace coroscope {
namespace {

constexpr double labelTop = 6;  // under the rows
constexpr double labelHeight = 14;
constexpr double leastMargin = 2;  // at the chart's edges

}  // namespace

void AxisItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    const ChartGeometry& geometry = state().geometry;
    const double top = geometry.rowsBottom() + labelTop;
    if (!state().run || option->exposedRect.bottom() < top)
        return;
    if (state().isOrder()) {
        drawInstantBrackets(*painter, state());
        return;
    }
    const QFont font = fontFor(TextRole::BarLabel);
    const QFontMetricsF metrics(font);
    painter->setFont(font);
    painter->setPen(state().palette->ink3);
    for (const Tick& tick : ticksOf(state().span, state().longestTotal, geometry.plotWidth())) {
        if (!tick.hasLabel)
            continue;
        const QString text = tickText(tick.time, state().span);
        const double width = std::ceil(metrics.horizontalAdvance(text));
        const double rightmost = geometry.size.width() - leastMargin - width;
        const double x = std::clamp(state().xOf(tick.time) + 0.5 - width / 2, leastMargin,
                                    std::max(leastMargin, rightmost));
        painter->drawText(QRectF(x, top, width, labelHeight),
                          Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
    }
}

}  // namespace coroscope
