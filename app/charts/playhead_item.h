// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_item.h"

namespace coroscope {

/// "Now": a line through all rows, a flag with the time, and the steps that run at this moment.
/// While playing, what has not happened yet lies under a veil, so that bars grow.
class PlayheadItem : public ChartItem {
public:
    using ChartItem::ChartItem;

    void paintMoving(QPainter& painter, const QRectF& exposed) override;

    /// All that is drawn at the present position but the veil; empty when out of view.
    [[nodiscard]] QRectF footprint() const;
    [[nodiscard]] QRectF flagRect() const;

private:
    [[nodiscard]] QString flagText() const;
    void drawVeil(QPainter& painter) const;
    void drawLine(QPainter& painter) const;
    void drawFlag(QPainter& painter) const;
    void drawSteps(QPainter& painter, const QRectF& exposed) const;

    mutable QString m_measured;  ///< the flag's text, which is measured once for each moment
    mutable double m_measuredWidth = 0;
};

}  // namespace coroscope
