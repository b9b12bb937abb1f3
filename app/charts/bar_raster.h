// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <memory>
#include <vector>

#include "app/charts/chart_state.h"
#include "app/charts/gantt_raster.h"
#include "app/charts/row_marks.h"

class QPainter;

namespace coroscope {

/// The bars of a chart that has more segments in view than shapes can be drawn of, as an image of
/// the plot. When the view moves by whole pixels only the strip that came into view is drawn; the
/// image is a ring in which column x stands for all of the world's columns that are x modulo its
/// width.
class BarRaster {
public:
    /// More segments than this in view are drawn by a raster.
    static constexpr std::size_t mostShapes = 2000;

    /// Whether the rows in view have that many. O(rows · log segments)
    [[nodiscard]] static bool isNeeded(const ChartState& state);

    /// Something else than the visible range has changed.
    void forget() { m_rows.clear(); }

    /// Brings the image up to date. `isMoving`: a gesture goes on; what is expensive is drafted,
    /// and what stands out stays the same.
    void show(const ChartState& state, double scale, bool isMoving);
    /// Whether a picture of what is shown would look better now that nothing moves.
    [[nodiscard]] bool canImprove() const noexcept { return m_isDraft || m_hasMoved; }

    void paint(QPainter& painter, const ChartState& state) const;

    /// Of the rows in view: bars that are wide enough for words, steps, where the row ends.
    [[nodiscard]] std::vector<RowMarks> marks(const ChartState& state) const;

    /// Columns that the last show() has drawn: for tests.
    [[nodiscard]] int drawnColumns() const noexcept { return m_drawnColumns; }
    /// The image as it is seen, from left to right: for tests.
    [[nodiscard]] QImage image() const;

private:
    // What is known of a row beside its pixels.
    struct Row {
        std::vector<WideSegment> shapes;
        std::vector<std::int64_t> steps;  // the world's columns
    };

    [[nodiscard]] PixelWindow windowFor(const ChartState& state, double scale) const;
    [[nodiscard]] bool continues(const PixelWindow& window, const ChartState& state,
                                 double scale) const;
    void beginAnew(const ChartState& state, double scale, const PixelWindow& window);
    void drawColumns(const ChartState& state, const PixelWindow& strip, RasterQuality quality,
                     std::optional<LogLength> salient);
    void drawStrip(const ChartState& state, const PixelWindow& strip, RasterQuality quality,
                   std::optional<LogLength> salient);
    void layGround(const ChartState& state, const PixelWindow& strip);
    void takeRow(Row& row, const PixelWindow& strip);
    void dropUnseen(const PixelWindow& window);
    [[nodiscard]] int ringColumn(std::int64_t column) const;

    double m_scale = 1;
    PixelWindow m_window;
    std::int64_t m_origin = 0;  // the world's column in the image's first one
    QImage m_image;
    std::shared_ptr<const BarLook> m_look;
    const Palette* m_palette = nullptr;
    double m_barHeight = 0;
    std::unique_ptr<GanttRaster> m_raster;
    std::vector<Row> m_rows;  // empty: the image is of nothing
    std::array<std::vector<QRgb>, 3> m_grounds;
    bool m_isDraft = false;
    bool m_hasMoved = false;
    int m_drawnColumns = 0;
    std::uint64_t m_lastVisits = 0;  // of a full picture
};

}  // namespace coroscope
