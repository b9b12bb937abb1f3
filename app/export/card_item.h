// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include "app/document/program_run.h"
#include "app/style/palette.h"

namespace coroscope {

/// A program's card in a picture: ground, name, subtitle, total time, and how much faster it is
/// than the first one. The chart lies on it as a child.
class CardItem : public QGraphicsItem {
public:
    static constexpr qreal headingHeight = 54;

    /// How a program compares with those beside it, as the window's heading says it.
    struct Speed {
        QString text;  ///< empty: says nothing
        bool isBaseline = false;
    };

    CardItem(ProgramRunPtr run, Ticks longestTotal, Speed speed, const Palette& palette);

    void setSize(QSizeF size);

    [[nodiscard]] QRectF boundingRect() const override { return {QPointF(), m_size}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;

private:
    [[nodiscard]] bool isCompact() const;
    void drawGround(QPainter& painter) const;
    [[nodiscard]] qreal drawTotal(QPainter& painter) const;
    [[nodiscard]] qreal drawSpeed(QPainter& painter, qreal right) const;
    void drawNames(QPainter& painter, qreal right) const;

    ProgramRunPtr m_run;
    Ticks m_longestTotal;  // decides the unit
    Speed m_speed;
    const Palette& m_palette;
    QSizeF m_size;
};

}  // namespace coroscope
