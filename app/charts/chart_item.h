// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>
#include <QPaintEngine>
#include <QPainter>

#include "app/charts/chart_state.h"

namespace coroscope {

/// A layer of a program's chart, as large as the chart. Paints what `ChartState` says, only inside
/// the exposed rectangle, and takes no input.
class ChartItem : public QGraphicsItem {
public:
    ChartItem(const ChartState& state, QGraphicsItem* parent, qreal z)
        : QGraphicsItem(parent), m_state(state)
    {
        setZValue(z);
        setFlag(ItemUsesExtendedStyleOption);
        setAcceptedMouseButtons(Qt::NoButton);
    }

    [[nodiscard]] QRectF boundingRect() const override { return m_state.geometry.bounds(); }

    /// To be called before the state's geometry changes.
    void beginResize() { prepareGeometryChange(); }

protected:
    /// Whether anything of `rect` is to be painted; the option's exposedRect is only the rectangle
    /// around all that is.
    [[nodiscard]] static bool isExposed(const QPainter& painter, const QRectF& rect)
    {
        const QRegion exposed = painter.paintEngine()->systemClip();
        return exposed.isEmpty() ||
               exposed.intersects(painter.deviceTransform().mapRect(rect).toAlignedRect());
    }

    [[nodiscard]] const ChartState& state() const noexcept { return m_state; }

private:
    const ChartState& m_state;
};

}  // namespace coroscope
