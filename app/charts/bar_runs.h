// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <map>
#include <vector>

#include "app/charts/chart_state.h"
#include "app/charts/row_marks.h"

class QPainter;

namespace coroscope {

/// The bars of a chart with many segments for a vector file: wide ones are left to shapes, the
/// others are mixed as BarRaster mixes them, in runs of one colour.
///
/// Shape   at most one line, as thick as a bar, for each pixel of a row, however many segments
/// there
///         are (a rectangle would have five points for its two); colours have 4 bits a channel, so
///         that runs are long, and each is one path
class BarRuns {
public:
    explicit BarRuns(const ChartState& state);

    void paint(QPainter& painter) const;

    /// Of the rows in view; the bars in it are those that are wide.
    [[nodiscard]] const std::vector<RowMarks>& marks() const noexcept { return m_marks; }

private:
    void addRuns(const std::vector<QRgb>& colours, QRgb ground, const QRectF& bar);

    std::map<QRgb, QPainterPath> m_paths;
    double m_height = 0;  ///< of a bar
    std::vector<RowMarks> m_marks;
};

}  // namespace coroscope
