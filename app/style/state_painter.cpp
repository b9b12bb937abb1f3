// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/state_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/style/fonts.h"
#include "app/style/pattern_path.h"

namespace coroscope {
namespace {

constexpr double lowBar = 16;  // lower bars are those of rows up to 24 px
constexpr double lowSuspended = 10;
constexpr double patternFrom = 8;  // narrower bars have no stripes
constexpr double haloAlpha = 0.22;
constexpr Bands hatch{Bands::Slant::Up, 1.1, 6};
constexpr Bands stripes{Bands::Slant::Down, 4.5, 9};
constexpr double dotDiameter = 2;
constexpr double dotPeriod = 5;

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

QRectF square(QPointF centre, double side)
{
    return {centre.x() - side / 2, centre.y() - side / 2, side, side};
}

// Restores the painter at the end of a scope.
class Painting {
public:
    explicit Painting(QPainter& painter) : m_painter(painter)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Painting() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Painting)

private:
    QPainter& m_painter;
};

void fill(QPainter& painter, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
}

void stroke(QPainter& painter, const QColor& colour, double width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

double cornerRadius(const QRectF& shape, SegmentState state)
{
    const double radius = state == SegmentState::Ready ? shape.height() / 2
                          : shape.height() < lowBar    ? 3
                                                       : 4;
    return std::min({radius, shape.width() / 2, shape.height() / 2});
}

// A filled rounded rectangle with a 1 px edge inside it; too narrow for both, only the edge's
// colour is left.
void drawEdged(QPainter& painter, const QRectF& shape, double radius, const QColor& inside,
               const QColor& edge)
{
    fill(painter, edge);
    if (shape.width() <= 3) {
        painter.drawRoundedRect(shape, radius, radius);
        return;
    }
    painter.setPen(QPen(edge, 1));
    painter.setBrush(inside);
    const double r = std::max(0.0, radius - 0.5);
    painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), r, r);
}

void drawBands(QPainter& painter, const QRectF& shape, double radius, const Bands& bands,
               double originX, const QColor& colour)
{
    if (shape.width() < patternFrom)
        return;
    fill(painter, colour);
    painter.drawPath(bandsIn(shape, radius, bands, originX));
}

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
            fill(painter, p.suspendedEdge);
            painter.drawPath(dotsIn(shape, dotDiameter, dotPeriod, originX + dotPeriod / 2));
            break;
        case SegmentState::Ready: drawEdged(painter, shape, radius, p.ready, p.readyEdge); break;
        case SegmentState::Running:
            fill(painter, p.run);
            painter.drawRoundedRect(shape, radius, radius);
            break;
        case SegmentState::Blocking:
            fill(painter, p.block);
            painter.drawRoundedRect(shape, radius, radius);
            drawBands(painter, shape, radius, stripes, originX, p.blockStripe);
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

void StatePainter::drawGhost(QPainter& painter, const QRectF& bar) const
{
    const Painting painting(painter);
    painter.setPen(QPen(withAlpha(m_palette->suspendedEdge, 0.6), 1));
    painter.setBrush(Qt::NoBrush);
    const double radius = cornerRadius(bar, SegmentState::Suspended);
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void StatePainter::drawOutline(QPainter& painter, const QRectF& bar, SegmentState state,
                               double width) const
{
    const Painting painting(painter);
    const QRectF shape = shapeOf(bar, state);
    const double out = 1 + width / 2;
    const double radius = cornerRadius(shape, state) + out;
    stroke(painter, m_palette->ink, width);
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
        fill(painter, m_palette->suspendedFill);
        const double height = std::min(14.0, rect.height());
        painter.drawRect(
            QRectF(rect.left() - 4, rect.center().y() - height / 2, rect.width() + 8, height));
    }
    painter.setFont(fontFor(labelRole(state)));
    painter.setPen(isOnFill ? m_palette->onBar : m_palette->ink2);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
}

void StatePainter::drawBead(QPainter& painter, QPointF centre, Bead bead) const
{
    const Painting painting(painter);
    const auto disc = [&](double diameter, const QColor& colour) {
        fill(painter, colour);
        painter.drawEllipse(square(centre, diameter));
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
            fill(painter, m_palette->ink2);
            painter.drawRoundedRect(QRectF(centre.x() - 1.25, centre.y() - 7, 2.5, 14), 1, 1);
            break;
        case Word::Raised:
            stroke(painter, m_palette->block, 2);
            drawCross(painter, centre, 4);
            break;
        case Word::Cancelled:
            stroke(painter, m_palette->ink2, 2);
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
            fill(painter, p.suspendedEdge);
            for (int i = 0; i < 8; ++i) {
                const double angle = i * M_PI / 4;
                painter.drawEllipse(
                    square(centre + 4.1 * QPointF(std::cos(angle), std::sin(angle)), 1.4));
            }
            break;
        case SegmentState::Ready:
            painter.setPen(QPen(p.readyEdge, 1));
            painter.setBrush(p.ready);
            painter.drawEllipse(square(centre, 7));
            break;
        case SegmentState::Running:
            fill(painter, withAlpha(p.run, haloAlpha));
            painter.drawEllipse(square(centre, 14));
            fill(painter, p.run);
            painter.drawEllipse(square(centre, 8.5));
            break;
        case SegmentState::Blocking:
            fill(painter, withAlpha(p.block, haloAlpha));
            painter.drawRoundedRect(square(centre, 14), 3, 3);
            fill(painter, p.block);
            painter.drawRoundedRect(square(centre, 8), 1.5, 1.5);
            break;
        case SegmentState::Suspended:
            stroke(painter, p.suspendedEdge, 1.6);
            painter.drawEllipse(square(centre, 7.6));
            break;
        case SegmentState::InCall:
            stroke(painter, p.suspendedEdge, 1.6);
            painter.drawRoundedRect(square(centre, 7.4), 2, 2);
            break;
        case SegmentState::Done:
            stroke(painter, how == Word::Raised ? p.block : p.ink3, 1.6);
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
        drawBands(painter, rect, spec.radius, stripes, rect.left(), m_palette->blockStripe);
    painter.setFont(fontFor(spec.font));
    painter.setPen(look.text);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
}

}  // namespace coroscope
