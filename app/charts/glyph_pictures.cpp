// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/glyph_pictures.h"

#include <QPaintEngine>
#include <QPainter>
#include <cmath>

#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr double side = 18;  // a glyph's, and room for its edges
constexpr double parts = 64;

}  // namespace

void GlyphPictures::draw(QPainter& painter, QPointF centre, SegmentState state, Word how,
                         const Palette& palette)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        StatePainter(palette).drawGlyph(painter, centre, state, how);
        return;
    }
    const qreal scale = painter.deviceTransform().m11();
    if (const Look look{&palette, scale}; look != m_look) {
        m_look = look;
        m_pictures.clear();
    }
    const QPointF corner = (centre - QPointF(side / 2, side / 2)) * scale;
    const QPointF pixel(std::floor(corner.x()), std::floor(corner.y()));
    const QPointF within = corner - pixel;
    QPixmap& picture = m_pictures[{state, how, static_cast<int>(within.x() * parts),
                                   static_cast<int>(within.y() * parts)}];
    if (picture.isNull()) {
        const int size = static_cast<int>(std::ceil(side * scale)) + 1;
        picture = QPixmap(size, size);
        picture.setDevicePixelRatio(scale);
        picture.fill(Qt::transparent);
        QPainter own(&picture);
        StatePainter(palette).drawGlyph(own, centre - pixel / scale, state, how);
    }
    painter.drawPixmap(pixel / scale, picture);
}

}  // namespace coroscope
