// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of a StatePainter that are no bars: beads, caps, glyphs, chips.
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr double haloAlpha = 0.22;

void drawCross(QPainter& painter, QPointF c, double half)
{
    painter.drawLine(c + QPointF(-half, -half), c + QPointF(half, half));
    painter.drawLine(c + QPointF(-half, half), c + QPointF(half, -half));
}

struct ChipLook {
    QColor inside;
    QColor edge;
    QColor text;
};

// What can be read on amber, in both themes.
const QColor& darkText(const Palette& p)
{
    return p.ink.lightness() < p.onBar.lightness() ? p.ink : p.onBar;
}

ChipLook chipLook(const Palette& p, SegmentState state)
{
    switch (state) {
        case SegmentState::Ready: return {p.ready, p.readyEdge, darkText(p)};
        case SegmentState::Running: return {p.run, p.run, p.onBar};
        case SegmentState::Blocking: return {p.block, p.block, p.onBar};
        case SegmentState::Suspended: return {p.suspendedFill, p.suspendedEdge, p.ink2};
        case SegmentState::Unborn:
        case SegmentState::Done: return {p.card, p.ctl, p.ink3};
        case SegmentState::Waiting:
        case SegmentState::InCall: break;
    }
    return {p.card, p.suspendedEdge, p.ink2};
}

struct ChipSpec {
    TextRole font;
    double height;
    double radius;
    double padding;
    double least;
};

constexpr std::array chipSpecs{
    ChipSpec{TextRole::Chip, 20, 6, 6, 22},
    ChipSpec{TextRole::ChipSmall, 15, 4, 3, 16},
};

const ChipSpec& specOf(ChipSize size)
{
    return chipSpecs[static_cast<std::size_t>(size)];
}

}  // namespace

void StatePainter::drawBead(QPainter& painter, QPointF centre, Bead bead) const
{
    const Painting painting(painter);
    const auto disc = [&](double diameter, const QColor& colour) {
        setFill(painter, colour);
        painter.drawEllipse(squareAt(centre, diameter));
    };
    const double diameter = bead == Bead::Now ? 12 : bead == Bead::Small ? 5 : 9;
    if (bead == Bead::Now)
        disc(20, withAlpha(m_palette->run, haloAlpha));
    disc(diameter + (bead == Bead::Small ? 2 : 3), m_palette->card);
    disc(diameter, m_palette->run);
}

void StatePainter::drawCap(QPainter& painter, QPointF centre, Word how) const
{
    const Painting painting(painter);
    switch (how) {
        case Word::Returned:
            setFill(painter, m_palette->ink2);
            painter.drawRoundedRect(QRectF(centre.x() - 1.25, centre.y() - 7, 2.5, 14), 1, 1);
            break;
        case Word::Raised:
            setStroke(painter, m_palette->block, 2);
            drawCross(painter, centre, 4);
            break;
        case Word::Cancelled:
            setStroke(painter, m_palette->ink2, 2);
            painter.drawLine(centre + QPointF(-3, 5), centre + QPointF(3, -5));
            break;
        default: break;
    }
}

void StatePainter::drawGlyph(QPainter& painter, QPointF centre, SegmentState state, Word how) const
{
    const Painting painting(painter);
    const Palette& p = *m_palette;
    switch (state) {
        case SegmentState::Unborn: break;
        case SegmentState::Waiting:
            setFill(painter, p.suspendedEdge);
            for (int i = 0; i < 8; ++i) {
                const double angle = i * M_PI / 4;
                painter.drawEllipse(
                    squareAt(centre + 4.1 * QPointF(std::cos(angle), std::sin(angle)), 1.4));
            }
            break;
        case SegmentState::Ready:
            painter.setPen(QPen(p.readyEdge, 1));
            painter.setBrush(p.ready);
            painter.drawEllipse(squareAt(centre, 7));
            break;
        case SegmentState::Running:
            setFill(painter, withAlpha(p.run, haloAlpha));
            painter.drawEllipse(squareAt(centre, 14));
            setFill(painter, p.run);
            painter.drawEllipse(squareAt(centre, 8.5));
            break;
        case SegmentState::Blocking:
            setFill(painter, withAlpha(p.block, haloAlpha));
            painter.drawRoundedRect(squareAt(centre, 14), 3, 3);
            setFill(painter, p.block);
            painter.drawRoundedRect(squareAt(centre, 8), 1.5, 1.5);
            break;
        case SegmentState::Suspended:
            setStroke(painter, p.suspendedEdge, 1.6);
            painter.drawEllipse(squareAt(centre, 7.6));
            break;
        case SegmentState::InCall:
            setStroke(painter, p.suspendedEdge, 1.6);
            painter.drawRoundedRect(squareAt(centre, 7.4), 2, 2);
            break;
        case SegmentState::Done:
            setStroke(painter, how == Word::Raised ? p.block : p.ink3, 1.6);
            if (how == Word::Raised)
                drawCross(painter, centre, 3.2);
            else if (how == Word::Cancelled)
                painter.drawLine(centre + QPointF(-2.6, 4), centre + QPointF(2.6, -4));
            else
                painter.drawPolyline(
                    QPolygonF{{centre + QPointF(-4.2, 0.4), centre + QPointF(-1.4, 3.2),
                               centre + QPointF(4.4, -3.2)}});
            break;
    }
}

QSizeF StatePainter::chipSize(const QString& text, ChipSize size)
{
    const ChipSpec& spec = specOf(size);
    const double width = std::ceil(QFontMetricsF(fontFor(spec.font)).horizontalAdvance(text));
    return {std::max(spec.least, width + 2 * spec.padding), spec.height};
}

void StatePainter::drawChip(QPainter& painter, const QRectF& rect, SegmentState state,
                            const QString& text, ChipSize size) const
{
    const Painting painting(painter);
    const ChipSpec& spec = specOf(size);
    const ChipLook look = chipLook(*m_palette, state);
    if (state == SegmentState::Waiting) {
        QPen pen(look.edge, 1, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({1.2, 1.4});
        painter.setPen(pen);
        painter.setBrush(look.inside);
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), spec.radius - 0.5,
                                spec.radius - 0.5);
    } else {
        drawEdged(painter, rect, spec.radius, look.inside, look.edge);
    }
    if (state == SegmentState::Blocking)
        drawBands(painter, rect, spec.radius, blockingStripes, rect.left(), m_palette->blockStripe);
    painter.setFont(fontFor(spec.font));
    painter.setPen(look.text);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
}

}  // namespace coroscope
