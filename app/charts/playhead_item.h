// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <vector>

#include "app/charts/chart_item.h"

namespace coroscope {

/// "Now": a line through all rows, a flag with the time, and the steps that run at this moment.
/// While playing, what has not happened yet lies under a veil, so that bars grow.
class PlayheadItem : public ChartItem {
public:
    using ChartItem::ChartItem;

    void paintMoving(QPainter& painter, const QRectF& exposed) override;

    /// To be called before and after the playhead moves: all that is drawn at its place but the
    /// veil is to be painted.
    void updateFootprint() const;
    [[nodiscard]] QRectF flagRect() const;

private:
    [[nodiscard]] bool glows() const;
    [[nodiscard]] QRectF lineRect() const;
    [[nodiscard]] std::vector<int> rowsWithStep() const;
    [[nodiscard]] QRectF stepRect(int row) const;
    [[nodiscard]] QString flagText() const;
    void drawVeil(QPainter& painter) const;
    void drawLine(QPainter& painter) const;
    void drawFlag(QPainter& painter);
    void drawPlate(QPainter& painter, const QRectF& flag);
    void drawSteps(QPainter& painter) const;

    mutable QString m_measured;  ///< the flag's text, which is measured once for each moment
    mutable double m_measuredWidth = 0;
    QPixmap m_plate;  ///< of the flag
    QColor m_plateColour;
};

}  // namespace coroscope
