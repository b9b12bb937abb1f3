// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/sooner_label.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "app/charts/chart_state.h"
#include "app/style/fonts.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr double leastRoom = 60;
constexpr double afterEnd = 14;  // the bead and the cap
constexpr double beforeScaleEnd = 1;
constexpr double textGap = 5;
constexpr double leastArrow = 8;
constexpr double headSize = 3.5;

void drawArrow(QPainter& painter, QPointF tip, double length, double direction)
{
    painter.drawLine(tip, tip - QPointF(direction * length, 0));
    painter.drawLine(tip, tip - QPointF(direction * headSize, headSize));
    painter.drawLine(tip, tip - QPointF(direction * headSize, -headSize));
}

// The longest wording that leaves room for two arrows; empty: none does.
QString wording(const ChartState& state, const QFontMetricsF& metrics, double available)
{
    if (available < leastRoom)
        return {};
    const Ticks saved = state.longestTotal - state.run->total();
    const QString time = QString::fromStdString(timeTextLike(saved, state.longestTotal).joined());
    const QString texts[] = {
        QCoreApplication::translate("coroscope::ProgramChart", "%1 sooner").arg(time),
        QStringLiteral("\u2212") + time};
    for (const QString& text : texts) {
        if (metrics.horizontalAdvance(text) + 2 * (textGap + leastArrow) <= available)
            return text;
    }
    return {};
}

}  // namespace

void drawSooner(QPainter& painter, const ChartState& state)
{
    if (state.run->total() >= state.longestTotal || !state.geometry.isVisible(0) ||
        !state.run->endedWell())
        return;
    const double end = std::max(state.geometry.plotLeft(), state.xOf(state.run->total()));
    const double left = end + afterEnd;
    const double right =
        std::min(state.geometry.plotRight(), state.xOf(state.longestTotal)) - beforeScaleEnd;
    const QFont font = fontFor(TextRole::BarLabel);
    const QFontMetricsF metrics(font);
    const QString text = wording(state, metrics, right - left);
    if (text.isEmpty())
        return;
    const double y = state.middleOf(0);
    const double width = metrics.horizontalAdvance(text);
    const double arrow = (right - left - width) / 2 - textGap;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(state.palette->ink3, 1, Qt::SolidLine, Qt::RoundCap));
    drawArrow(painter, {left, y}, arrow, -1);
    drawArrow(painter, {right, y}, arrow, 1);
    painter.setFont(font);
    painter.setPen(state.palette->ink2);
    const QRectF middle(left + arrow + textGap, y - 10, width, 20);
    painter.drawText(middle, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
    painter.restore();
}

}  // namespace coroscope
