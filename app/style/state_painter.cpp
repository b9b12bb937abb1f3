// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/state_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "app/style/pattern_path.h"

namespace coroscope {
namespace {

constexpr double lowBar = 16;  // lower bars are those of rows up to 24 px
constexpr double lowSuspended = 10;
constexpr Bands hatch{Bands::Slant::Up, 1.1, 6};
constexpr double dotDiameter = 2;
constexpr double dotPeriod = 5;

double cornerRadius(const QRectF& shape, SegmentState state)
{
    const double radius = state == SegmentState::Ready ? shape.height() / 2
                          : shape.height() < lowBar    ? 3
                                                       : 4;
    return std::min({radius, shape.width() / 2, shape.height() / 2});
}

TextRole labelRole(SegmentState state)
{
    return state == SegmentState::Blocking ? TextRole::BarLabelStrong : TextRole::BarLabel;
}

}  // namespace

double StatePainter::barHeight(double rowHeight) noexcept
{
    if (rowHeight >= 34)
        return std::min(24.0, 20 + (rowHeight - 34) * 0.4);
    if (rowHeight >= 29)
        return std::round(18 + (rowHeight - 29) * 0.4);
    return std::max(1.0, std::round(14 + (rowHeight - 22) * 4 / 7));
}

QRectF StatePainter::shapeOf(const QRectF& bar, SegmentState state) noexcept
{
    double height = bar.height();
    if (state == SegmentState::Ready)
        height = std::min(8.0, bar.height() * 0.42);
    else if (state == SegmentState::Suspended && bar.height() < lowBar)
        height = std::min(lowSuspended, bar.height());
    const double least = state == SegmentState::Running ? 1.6 : 1;
    return {bar.left(), bar.center().y() - height / 2, std::max(least, bar.width()), height};
}

void StatePainter::drawBar(QPainter& painter, const QRectF& bar, SegmentState state,
                           double originX) const
{
    drawShape(painter, shapeOf(bar, state), state, originX);
}

void StatePainter::drawShape(QPainter& painter, const QRectF& shape, SegmentState state,
                             double originX) const
{
    const Painting painting(painter);
    const Palette& p = *m_palette;
    const double radius = cornerRadius(shape, state);
    switch (state) {
        case SegmentState::Unborn:
        case SegmentState::Done: break;
        case SegmentState::Waiting:
            setFill(painter, p.suspendedEdge);
            painter.drawPath(dotsIn(shape, dotDiameter, dotPeriod, originX + dotPeriod / 2));
            break;
        case SegmentState::Ready: drawEdged(painter, shape, radius, p.ready, p.readyEdge); break;
        case SegmentState::Running:
            setFill(painter, p.run);
            painter.drawRoundedRect(shape, radius, radius);
            break;
        case SegmentState::Blocking:
            setFill(painter, p.block);
            painter.drawRoundedRect(shape, radius, radius);
            drawBands(painter, shape, radius, blockingStripes, originX, p.blockStripe);
            break;
        case SegmentState::Suspended:
            drawEdged(painter, shape, radius, p.suspendedFill, p.suspendedEdge);
            drawBands(painter, shape.adjusted(1, 1, -1, -1), std::max(0.0, radius - 1), hatch,
                      originX, p.suspendedHatch);
            break;
        case SegmentState::InCall:
            drawEdged(painter, shape, radius, p.card, p.suspendedEdge);
            break;
    }
}

void StatePainter::drawOutline(QPainter& painter, const QRectF& bar, SegmentState state,
                               double width) const
{
    const Painting painting(painter);
    const QRectF shape = shapeOf(bar, state);
    const double out = 1 + width / 2;
    const double radius = cornerRadius(shape, state) + out;
    setStroke(painter, m_palette->ink, width);
    painter.drawRoundedRect(shape.adjusted(-out, -out, out, out), radius, radius);
}

double StatePainter::labelWidth(SegmentState state, const QString& text)
{
    return QFontMetricsF(fontFor(labelRole(state))).horizontalAdvance(text);
}

void StatePainter::drawLabel(QPainter& painter, const QRectF& rect, SegmentState state,
                             const QString& text) const
{
    const Painting painting(painter);
    const bool isOnFill = state == SegmentState::Running || state == SegmentState::Blocking;
    if (state == SegmentState::Suspended) {
        setFill(painter, m_palette->suspendedFill);
        const double height = std::min(14.0, rect.height());
        painter.drawRect(
            QRectF(rect.left() - 4, rect.center().y() - height / 2, rect.width() + 8, height));
    }
    painter.setFont(fontFor(labelRole(state)));
    painter.setPen(isOnFill ? m_palette->onBar : m_palette->ink2);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
}

}  // namespace coroscope
