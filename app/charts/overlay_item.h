// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "app/charts/chart_item.h"
#include "app/charts/wake_arrows.h"
#include "app/document/run_analysis.h"

namespace coroscope {

/// What lies over the bars for as long as somebody looks at it: the ghost of the old schedule,
/// wake-up arrows, the selection, a selected range, marks, and what the pointer is at.
class OverlayItem : public ChartItem {
public:
    using ChartItem::ChartItem;

    /// The run, the span, the geometry or the selection has changed.
    void invalidate();

    void paintStill(QPainter& painter, const QRectF& exposed) override;

    [[nodiscard]] const std::vector<WakeUp>& wakeUps() const noexcept { return m_wakeUps; }

private:
    void layOut();
    void drawGhost(QPainter& painter) const;
    void drawSelection(QPainter& painter) const;
    void drawRange(QPainter& painter) const;
    void drawHover(QPainter& painter) const;
    void drawFan(QPainter& painter) const;
    void drawGrip(QPainter& painter) const;
    void outline(QPainter& painter, const SegmentHit& hit, double width) const;
    [[nodiscard]] QString rangeText() const;

    bool m_isLaidOut = false;
    std::unique_ptr<RunAnalysis> m_analysis;  ///< of the run whose critical path is shown
    std::vector<WakeUp> m_wakeUps;
};

}  // namespace coroscope
