// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_geometry.h"

#include <algorithm>
#include <cmath>

namespace coroscope {

qreal ChartGeometry::plotLeft() const
{
    if (headerWidth > 0)
        return headerWidth;
    return isCompact() ? 70 : 76;
}

qreal ChartGeometry::plotRight() const
{
    return std::max(plotLeft() + 1, size.width() - (isCompact() ? 16 : 20));
}

qreal ChartGeometry::rowHeight() const
{
    const qreal room = size.height() - flagStrip - axisStrip;
    return std::clamp(std::floor(room / std::max(1, rowCount)), leastRow, mostRow);
}

int ChartGeometry::visibleRows() const
{
    const qreal room = size.height() - flagStrip - axisStrip;
    return std::clamp(static_cast<int>(room / rowHeight()), std::min(1, rowCount), rowCount);
}

QRectF ChartGeometry::plot() const
{
    return {QPointF(plotLeft(), rowsTop()), QPointF(plotRight(), rowsBottom())};
}

QRectF ChartGeometry::rows() const
{
    return {QPointF(0, rowsTop()), QPointF(size.width(), rowsBottom())};
}

QRectF ChartGeometry::row(int index) const
{
    return {0, rowsTop() + (index - firstRow) * rowHeight(), size.width(), rowHeight()};
}

bool ChartGeometry::isVisible(int row) const
{
    return firstRow <= row && row < firstRow + visibleRows();
}

int ChartGeometry::rowAt(qreal y) const
{
    if (y < rowsTop() || y >= rowsBottom())
        return -1;
    return firstRow + static_cast<int>((y - rowsTop()) / rowHeight());
}

qreal ChartGeometry::heightFor(int rows, qreal rowHeight)
{
    return flagStrip + rows * rowHeight + axisStrip;
}

}  // namespace coroscope
