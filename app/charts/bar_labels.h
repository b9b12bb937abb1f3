// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <vector>

#include "app/charts/chart_state.h"
#include "app/charts/row_marks.h"

namespace coroscope {

/// The word in a bar.
struct BarLabel {
    int row = 0;
    QRectF bar;  ///< its visible part, in the chart's coordinates
    SegmentState state = SegmentState::Unborn;
    QString text;
    double width = 0;  ///< of the text
    bool startsInBead = false;
};

/// The labels of one row's bars that are wide enough for one. On the order axis there are none:
/// a bar's width says nothing there.
void appendLabels(const ChartState& state, int row, const RowMarks& marks,
                  std::vector<BarLabel>& labels);

/// Where the text stands: at the bar's left, or right of the playhead where that would cross it;
/// while playing, only in the part of the bar that has happened. Empty when it does not fit: a
/// label is never elided.
[[nodiscard]] QRectF placeOf(const BarLabel& label, double playheadX, bool isPlaying);

}  // namespace coroscope
