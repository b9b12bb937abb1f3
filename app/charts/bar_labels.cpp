// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/bar_labels.h"

#include <algorithm>
#include <cmath>

#include "app/charts/segment_text.h"
#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr double indent = 10;
constexpr double indentAfterBead = 11;
constexpr double room = 24;  // beside the text, without which it is dropped

bool beginsWithBead(const RowMarks& marks, double x)
{
    const auto found = std::ranges::lower_bound(marks.beads, x - 1);
    return found != marks.beads.end() && *found <= x + 1;
}

}  // namespace

void appendLabels(const ChartState& state, int row, const RowMarks& marks,
                  std::vector<BarLabel>& labels)
{
    if (state.isOrder())
        return;
    const SegmentText words(*state.run);
    const double left = state.geometry.plotLeft();
    for (const RowMarks::Bar& bar : marks.bars) {
        const double x0 = std::max(0.0, bar.x0);
        const double x1 = std::min(state.geometry.plotWidth(), bar.x1);
        if (bar.segment == RowMarks::merged || x1 - x0 <= room)
            continue;
        const QString text =
            words.label(state.run->timeline->segment(state.track(row), bar.segment));
        if (text.isEmpty())
            continue;
        labels.push_back({row, state.barRect(row, left + x0, left + x1), bar.state, text,
                          StatePainter::labelWidth(bar.state, text),
                          beginsWithBead(marks, bar.x0)});
    }
}

QRectF placeOf(const BarLabel& label, double playheadX, bool isPlaying)
{
    double x = label.bar.left() + (label.startsInBead ? indentAfterBead : indent);
    double available = label.bar.width();
    const bool isCrossed = playheadX > x - indent && playheadX < x + label.width + indent;
    if (isPlaying && label.bar.left() < playheadX) {
        available = std::min(available, playheadX - label.bar.left());
    } else if (isCrossed) {
        x = std::max(x, playheadX + indent);
        available = std::min(available, label.bar.right() - playheadX);
    }
    if (label.width + room > available)
        return {};
    return {x, label.bar.top(), label.width, label.bar.height()};
}

}  // namespace coroscope
