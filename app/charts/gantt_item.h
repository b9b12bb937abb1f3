// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <vector>

#include "app/charts/bar_labels.h"
#include "app/charts/bar_raster.h"
#include "app/charts/bar_runs.h"
#include "app/charts/chart_item.h"
#include "app/charts/control_transfers.h"
#include "app/charts/row_marks.h"

namespace coroscope {

/// The bars of a program's chart: zebra, grid, segments, steps, resources, caps and the words in
/// bars.
///
/// Cost    With few segments in view these are shapes; with many BarRaster draws their pixels, with
///         the same look. On screen the bars come from a pixmap, made anew only after invalidate()
///         or for another device pixel ratio; words and caps, which give way to the playhead, are
///         drawn over it. Vector files, and pictures smaller than the chart, get the shapes
///         themselves, at most a few for each pixel of a row.
class GanttItem : public ChartItem {
public:
    using ChartItem::ChartItem;

    /// The run, the geometry or the palette has changed.
    void invalidate();
    /// Only the visible range has, and may change again soon.
    void moveView();
    /// Nothing has moved for a while: what was drafted can be drawn in full.
    void settle();

    /// What looks different once the playhead goes from `from` to `to` (x in the chart).
    void updateForPlayhead(double from, double to);

    void paintStill(QPainter& painter, const QRectF& exposed) override;
    void paintMoving(QPainter& painter, const QRectF& exposed) override;

    /// How many times the pixmap has been made: for tests.
    [[nodiscard]] int rasterCount() const noexcept { return m_rasterCount; }
    [[nodiscard]] const BarRaster& bars() const noexcept { return m_bars; }
    /// Whether so much is in view that bars() are drawn.
    [[nodiscard]] bool isDense() const noexcept { return m_isDense; }

private:
    void layOutFor(const QPainter& painter);
    void layOut(qreal scale);
    void drawPixmap(QPainter& painter, const QRectF& exposed);
    void rasterise(qreal scale);
    void drawNotches(QPainter& painter, int row, const RowMarks& marks) const;
    void drawBars(QPainter& painter, double overhang) const;
    void drawBeads(QPainter& painter) const;
    void drawCaps(QPainter& painter, const QRectF& exposed) const;
    void drawLabels(QPainter& painter, const QRectF& exposed) const;

    bool m_isLaidOut = false;
    qreal m_laidOutFor = 0;
    bool m_isDense = false;
    bool m_isMoving = false;
    BarRaster m_bars;
    std::optional<BarRuns> m_runs;  ///< where no pixmap can be used
    std::vector<RowMarks> m_marks;  ///< of the visible tasks' rows
    std::vector<ControlTransfer> m_transfers;
    ProgramRunPtr m_transfersOf;  ///< whose they are
    std::vector<BarLabel> m_labels;
    QPixmap m_pixmap;
    qreal m_scale = 0;  ///< of m_pixmap; 0: it is out of date
    int m_rasterCount = 0;
};

}  // namespace coroscope
