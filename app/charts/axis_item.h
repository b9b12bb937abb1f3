// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_item.h"

namespace coroscope {

/// The labels of the time axis under the rows. (The grid lines belong to GanttItem: they lie under
/// the bars.)
class AxisItem : public ChartItem {
public:
    using ChartItem::ChartItem;

    void paintStill(QPainter& painter, const QRectF& exposed) override;
};

}  // namespace coroscope
