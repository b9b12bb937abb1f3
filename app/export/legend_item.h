// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include "app/style/palette.h"

namespace coroscope {

/// The key to the bars: a swatch and a word for each state, in as many lines as the width asks for.
class LegendItem : public QGraphicsItem {
public:
    explicit LegendItem(const Palette& palette) : m_palette(palette) {}

    void setWidth(qreal width);
    [[nodiscard]] qreal height() const;

    [[nodiscard]] QRectF boundingRect() const override { return {0, 0, m_width, height()}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;

private:
    const Palette& m_palette;
    qreal m_width = 0;
};

}  // namespace coroscope
