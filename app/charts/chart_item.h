// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>
#include <QPaintEngine>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <utility>

#include "app/charts/chart_state.h"

namespace coroscope {

/// A layer of a program's chart, as large as the chart. Paints what `ChartState` says, only inside
/// the exposed rectangle, and takes no input.
///
/// What moves with the playhead is painted apart from what stands still: whoever keeps a picture of
/// the latter (ChartView) moves the playhead without painting the rest anew.
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

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) final
    {
        paintStill(*painter, option->exposedRect);
        paintMoving(*painter, option->exposedRect);
    }
    virtual void paintStill(QPainter&, const QRectF&) {}
    virtual void paintMoving(QPainter&, const QRectF&) {}

    /// To be called before the state's geometry changes.
    void beginResize() { prepareGeometryChange(); }

    /// In place of QGraphicsItem's, which does not know the views that keep a picture: what is in
    /// `rect` is to be painted anew, all of it if null.
    void update(const QRectF& rect = {})
    {
        m_damage |= rect.isNull() ? boundingRect() : rect;
        updateMoving(rect.isNull() ? boundingRect() : rect);
    }
    /// Only what moves with the playhead is.
    void updateMoving(const QRectF& rect) const;

    /// What update() was called for since the last time.
    [[nodiscard]] QRectF takeDamage() { return std::exchange(m_damage, {}); }

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
    QRectF m_damage;
};

}  // namespace coroscope
