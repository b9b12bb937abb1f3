// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/ground.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/chart_state.h"
#include "app/charts/order_scale.h"
#include "app/charts/tick_ladder.h"

namespace coroscope {
namespace {

constexpr double zebraRadius = 6;
constexpr double leastScrollMark = 16;

void drawGrid(QPainter& painter, const ChartState& state)
{
    const QRectF plot = state.geometry.plot();
    for (const Tick& tick : ticksOf(state.span, state.longestTotal, plot.width()))
        painter.fillRect(QRectF(std::floor(state.xOf(tick.time)), plot.top(), 1,
                                plot.height() + ChartGeometry::tickLength),
                         state.palette->grid);
}

// Which of the rows are shown, when there are more.
void drawScrollMark(QPainter& painter, const ChartState& state)
{
    const ChartGeometry& geometry = state.geometry;
    if (geometry.lastFirstRow() <= 0)
        return;
    const QRectF rows = geometry.rows();
    const double rowShare = rows.height() / geometry.rowCount;
    const double height = std::max(leastScrollMark, rowShare * geometry.visibleRows());
    const double way = (rows.height() - height) / geometry.lastFirstRow();
    painter.setPen(Qt::NoPen);
    painter.setBrush(state.palette->ctl);
    painter.drawRoundedRect(
        QRectF(rows.right() - 6, rows.top() + way * geometry.firstRow, 4, height), 2, 2);
}

}  // namespace

void drawGround(QPainter& painter, const ChartState& state)
{
    const ChartGeometry& geometry = state.geometry;
    const Palette& p = *state.palette;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    constexpr double inset = ChartGeometry::zebraInset;
    for (int i = 0; i < geometry.visibleRows(); ++i) {
        const int row = geometry.firstRow + i;
        const bool isSelected = state.isSelected(row);
        painter.setBrush(isSelected ? p.tint : p.zebra);
        if (isSelected || row % 2 == 1)
            painter.drawRoundedRect(geometry.row(row).adjusted(inset, 0, -inset, 0), zebraRadius,
                                    zebraRadius);
    }
    drawScrollMark(painter, state);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRectF plot = geometry.plot();
    if (state.isOrder())
        drawInstantLines(painter, state);
    else
        drawGrid(painter, state);
    painter.fillRect(QRectF(plot.left(), plot.bottom(), std::floor(plot.width()) + 1, 1), p.line);
    painter.restore();
}

}  // namespace coroscope
