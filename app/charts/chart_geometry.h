// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <algorithm>

namespace coroscope {

/// Where the parts of a program's chart lie, for its size, number of rows and the first row shown.
/// Rows are shown whole: scrolling goes row by row, so nothing needs a vertical clip.
///
/// Units   device-independent pixels in the chart's coordinates.
struct ChartGeometry {
    static constexpr qreal flagStrip = 26;
    static constexpr qreal heldStrip = 28;  ///< above it, of a recording
    static constexpr qreal axisStrip = 24;
    static constexpr qreal leastRow = 22;
    static constexpr qreal usualRow = 34;
    static constexpr qreal mostRow = 44;
    static constexpr qreal compactBelow = 330;  ///< narrower charts have slimmer margins
    static constexpr qreal zebraInset = 8;
    static constexpr qreal tickLength = 4;  ///< under the rows

    QSizeF size;
    int rowCount = 0;
    int firstRow = 0;
    qreal headerWidth = 0;  ///< 0: the usual one for the width
    bool isTree = false;    ///< room for chevrons, and names further right by level
    int leastRowCount = 0;  ///< rows are as high as so many would be, at most

    [[nodiscard]] bool isCompact() const { return size.width() < compactBelow; }
    // Of a row `level` levels below the roots of a tree.
    [[nodiscard]] qreal chevronX(int level = 0) const;  ///< its middle
    [[nodiscard]] qreal glyphX(int level = 0) const;    ///< its middle
    [[nodiscard]] qreal nameX(int level = 0) const;
    [[nodiscard]] qreal plotLeft() const;
    [[nodiscard]] qreal plotRight() const;
    [[nodiscard]] qreal plotWidth() const { return plotRight() - plotLeft(); }

    [[nodiscard]] qreal rowHeight() const  // asked for several times a row and frame
    {
        const qreal room = size.height() - rowsTop() - axisStrip;
        const int rows = std::max({1, rowCount, leastRowCount});
        return std::clamp<qreal>(static_cast<int>(room / rows), leastRow, mostRow);
    }
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] int lastFirstRow() const { return rowCount - visibleRows(); }
    [[nodiscard]] qreal rowsTop() const { return isTree ? flagStrip + heldStrip : flagStrip; }
    [[nodiscard]] qreal rowsBottom() const { return rowsTop() + visibleRows() * rowHeight(); }

    [[nodiscard]] QRectF bounds() const { return {QPointF(), size}; }
    [[nodiscard]] QRectF plot() const;
    /// All that GanttItem draws in: the rows over the whole width of the chart.
    [[nodiscard]] QRectF rows() const;
    [[nodiscard]] QRectF row(int index) const;  ///< over the whole width
    [[nodiscard]] bool isVisible(int row) const;

    /// The row at `y`, -1: none.
    [[nodiscard]] int rowAt(qreal y) const;

    /// Between a row's name and the plot, for a step at its beginning.
    static constexpr qreal beadRoom = 7;

    /// The height that shows `rows` rows at `rowHeight`.
    [[nodiscard]] static qreal heightFor(int rows, qreal rowHeight = usualRow, bool isTree = false);
};

}  // namespace coroscope
