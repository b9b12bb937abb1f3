// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include "app/document/program_run.h"
#include "app/style/palette.h"

namespace coroscope {

/// A program's card in a picture: ground, name, subtitle, total time, and how much faster it is
/// than the longest. The chart lies on it as a child.
class CardItem : public QGraphicsItem {
public:
    static constexpr qreal headingHeight = 54;

    CardItem(ProgramRunPtr run, Ticks longestTotal, const Palette& palette);

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
    Ticks m_longestTotal;
    const Palette& m_palette;
    QSizeF m_size;
};

}  // namespace coroscope
