// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_geometry.h"

#include <algorithm>
#include <cmath>

namespace coroscope {
namespace {

constexpr qreal treeHeader = 250;
constexpr qreal mostOfChart = 0.4;  // that a tree's header takes
constexpr qreal levelIndent = 14;
constexpr qreal leastName = 96;

// Names below a deep chain of tasks keep some room: from then on they stand in one line.
qreal indentOf(int level, qreal room)
{
    const qreal levels = std::max(0.0, std::floor((room - leastName) / levelIndent));
    return std::min<qreal>(level, levels) * levelIndent;
}

}  // namespace

qreal ChartGeometry::chevronX(int level) const
{
    return glyphX(level) - (isTree ? 14 : 11);
}

qreal ChartGeometry::glyphX(int level) const
{
    if (!isTree)
        return isCompact() ? 18 : 20;
    return nameX(level) - 12;
}

qreal ChartGeometry::nameX(int level) const
{
    if (!isTree)
        return isCompact() ? 30 : 34;
    constexpr qreal root = 42;
    return root + indentOf(level, plotLeft() - beadRoom - root);
}

qreal ChartGeometry::plotLeft() const
{
    if (headerWidth > 0)
        return headerWidth;
    if (isTree)
        return std::min(treeHeader, std::floor(size.width() * mostOfChart));
    return isCompact() ? 70 : 76;
}

qreal ChartGeometry::plotRight() const
{
    return std::max(plotLeft() + 1, size.width() - (isCompact() ? 16 : 20));
}

int ChartGeometry::visibleRows() const
{
    const qreal room = size.height() - rowsTop() - axisStrip;
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

qreal ChartGeometry::heightFor(int rows, qreal rowHeight, bool isTree)
{
    return flagStrip + (isTree ? heldStrip : 0) + rows * rowHeight + axisStrip;
}

}  // namespace coroscope
