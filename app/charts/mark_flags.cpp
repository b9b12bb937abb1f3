// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/mark_flags.h"

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

constexpr double half = 4;    // of the triangle's width
constexpr double height = 6;  // above the rows
constexpr double textHeight = 14;
constexpr double textGap = 4;

void drawMark(QPainter& painter, const ChartState& state, double x)
{
    const double top = state.geometry.rowsTop();
    setFill(painter, state.palette->ink2);
    painter.drawConvexPolygon(
        QPolygonF{{x - half, top - height}, {x + half, top - height}, {x, top}});
    QPen pen(state.palette->ink2, 1, Qt::CustomDashLine);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(x, top), QPointF(x, state.geometry.rowsBottom()));
}

void drawDifference(QPainter& painter, const ChartState& state, double x0, double x1, Ticks length)
{
    const QFont font = fontFor(TextRole::BarLabel);
    const Ticks scale = std::max(state.longestTotal, length);
    const QString text = QString::fromStdString(timeTextLike(length, scale).joined());
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    const double y = state.geometry.rowsTop() - height;
    if (width + 2 * (half + textGap) > x1 - x0)
        return;
    painter.setPen(QPen(state.palette->ink3, 1));
    const double line = y + height / 2;
    const double left = (x0 + x1 - width) / 2;
    painter.drawLine(QPointF(x0 + half + 1, line), QPointF(left - textGap, line));
    painter.drawLine(QPointF(left + width + textGap, line), QPointF(x1 - half - 1, line));
    painter.setFont(font);
    painter.setPen(state.palette->ink2);
    painter.drawText(QRectF(left, line - textHeight / 2, width, textHeight),
                     Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
}

}  // namespace

void drawMarks(QPainter& painter, const ChartState& state)
{
    const Painting painting(painter);
    const auto x = [&](Ticks time) { return std::floor(state.xOfTime(time)) + 0.5; };
    const auto isInView = [&](double place) {
        return state.geometry.plotLeft() <= place && place <= state.geometry.plotRight() + 1;
    };
    for (std::size_t i = 0; i < state.marks.size(); ++i) {
        const double here = x(state.marks[i]);
        if (!isInView(here))
            continue;
        drawMark(painter, state, here);
        if (i > 0 && isInView(x(state.marks[i - 1])))
            drawDifference(painter, state, x(state.marks[i - 1]), here,
                           state.marks[i] - state.marks[i - 1]);
    }
}

}  // namespace coroscope
