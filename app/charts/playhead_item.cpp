// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/playhead_item.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "app/style/draw_time.h"
#include "app/style/fonts.h"
#include "app/style/motion.h"
#include "app/style/paint_helpers.h"
#include "app/style/state_painter.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr double lineWidth = 1.5;
constexpr double casingWidth = 3.5;
constexpr double casingAlpha = 0.7;
constexpr double lineAboveRows = 6;
constexpr double glowWidth = 14;
constexpr double glowAlpha = 0.12;
constexpr double veilAlpha = 0.55;
constexpr double flagHeight = 18;
constexpr double flagAboveRows = 22;
constexpr double flagPadding = 8;
constexpr double flagRadius = 9;
constexpr double stepReach = 16;  // of its halo, and of the cap that gives way to it

struct Stripe {
    double left = 0;
    double right = 0;
    QColor colour;
};

// What stripes, one over the other, make of the column of pixels that begins at `x`.
QRgb columnOf(std::span<const Stripe> stripes, double x, double scale)
{
    double red = 0;
    double green = 0;
    double blue = 0;
    double alpha = 0;
    for (const Stripe& stripe : stripes) {
        const double cover =
            std::min(stripe.right * scale, x + 1) - std::max(stripe.left * scale, x);
        const double own = std::max(0.0, cover) * stripe.colour.alphaF();
        red = red * (1 - own) + stripe.colour.redF() * own;
        green = green * (1 - own) + stripe.colour.greenF() * own;
        blue = blue * (1 - own) + stripe.colour.blueF() * own;
        alpha = alpha * (1 - own) + own;
    }
    return qRgba(qRound(red * 255), qRound(green * 255), qRound(blue * 255), qRound(alpha * 255));
}

// As a picture: Qt antialiases every scanline of a high shape by itself, on several threads, which
// for three charts takes a tenth of a core at 60 frames a second.
void drawUpright(QPainter& painter, std::span<const Stripe> stripes, double top, double bottom)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        for (const Stripe& stripe : stripes)
            painter.fillRect(QRectF(stripe.left, top, stripe.right - stripe.left, bottom - top),
                             stripe.colour);
        return;
    }
    const double scale = painter.deviceTransform().m11();
    double left = stripes.front().left;
    double right = stripes.front().right;
    for (const Stripe& stripe : stripes) {
        left = std::min(left, stripe.left);
        right = std::max(right, stripe.right);
    }
    const double first = std::floor(left * scale);
    QImage strip(static_cast<int>(std::ceil(right * scale) - first), qRound((bottom - top) * scale),
                 QImage::Format_ARGB32_Premultiplied);
    if (strip.isNull())
        return;
    strip.setDevicePixelRatio(scale);
    auto* const line = reinterpret_cast<QRgb*>(strip.bits());
    for (int x = 0; x < strip.width(); ++x)
        line[x] = columnOf(stripes, first + x, scale);
    const std::ptrdiff_t stride = strip.bytesPerLine() / std::ptrdiff_t{sizeof(QRgb)};
    for (std::ptrdiff_t y = 1; y < strip.height(); ++y)
        std::copy_n(line, strip.width(), line + y * stride);
    const Painting painting(painter);
    // Where several rectangles are exposed, of which it is one: Qt copies as quickly as it can only
    // where it is clipped by a single one.
    painter.setClipRect(QRectF(first / scale, top, strip.width() / scale, bottom - top));
    painter.drawImage(QPointF(first / scale, top), strip);
}

void drawPill(QPainter& painter, const QRectF& rect, const QColor& colour)
{
    setFill(painter, colour);
    painter.drawRoundedRect(rect, flagRadius, flagRadius);
}

}  // namespace

void PlayheadItem::paintMoving(QPainter& painter, const QRectF&)
{
    if (!state().showsPlayhead())
        return;
    if (state().isPlaying)
        drawVeil(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isExposed(painter, lineRect()))
        drawLine(painter);
    if (isExposed(painter, flagRect()))
        drawFlag(painter);
    drawSteps(painter);
}

void PlayheadItem::updateFootprint() const
{
    if (!state().showsPlayhead())
        return;
    updateMoving(lineRect());
    updateMoving(flagRect());
    for (const int row : rowsWithStep())
        updateMoving(stepRect(row));
}

bool PlayheadItem::glows() const
{
    return state().isPlaying && !reducesMotion();
}

QRectF PlayheadItem::lineRect() const
{
    const double x = state().playheadX();
    const double left = glows() ? glowWidth : casingWidth / 2;
    const double top = state().geometry.rowsTop() - lineAboveRows;
    return {x - left, top, left + casingWidth / 2, state().geometry.rowsBottom() - top};
}

// As a picture, which is the same for all times of as many digits.
void PlayheadItem::drawPlate(QPainter& painter, const QRectF& flag)
{
    const QColor& colour = state().palette->now;
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        drawPill(painter, flag, colour);
        return;
    }
    const double scale = painter.deviceTransform().m11();
    const QSize size = (flag.size() * scale).toSize();
    if (m_plate.size() != size || m_plate.devicePixelRatio() != scale || m_plateColour != colour) {
        m_plateColour = colour;
        m_plate = QPixmap(size);
        m_plate.setDevicePixelRatio(scale);
        m_plate.fill(Qt::transparent);
        QPainter plate(&m_plate);
        plate.setRenderHint(QPainter::Antialiasing);
        drawPill(plate, QRectF(QPointF(), flag.size()), colour);
    }
    painter.drawPixmap(flag.topLeft(), m_plate);
}

std::vector<int> PlayheadItem::rowsWithStep() const
{
    std::vector<int> rows;
    if (!state().isEventNow())
        return rows;
    for (int row = state().firstTaskRow(), end = state().lastTaskRow(); row < end; ++row) {
        if (state().isStepNow(row))
            rows.push_back(row);
    }
    return rows;
}

QRectF PlayheadItem::stepRect(int row) const
{
    QRectF rect = state().geometry.row(row);
    rect.setLeft(state().playheadX() - stepReach);
    rect.setWidth(2 * stepReach);
    return rect;
}

QRectF PlayheadItem::flagRect() const
{
    const ChartGeometry& geometry = state().geometry;
    if (const QString text = flagText(); text != m_measured) {
        m_measured = text;
        m_measuredWidth = timeWidth(fontFor(TextRole::BarLabelStrong), text);
    }
    const double width = std::ceil(m_measuredWidth) + 2 * flagPadding;
    const double rightmost = std::max(geometry.plotLeft(), geometry.plotRight() - width);
    const double x = std::clamp(state().playheadX() - width / 2, geometry.plotLeft(), rightmost);
    return {std::round(x), geometry.rowsTop() - flagAboveRows, width, flagHeight};
}

QString PlayheadItem::flagText() const
{
    const Ticks scale = std::max(state().longestTotal, state().position.time);
    const QString time =
        QString::fromStdString(timeTextLike(state().position.time, scale).joined());
    return state().isOrder() ? time + QStringLiteral(" \u00b7 #%1").arg(state().eventCount) : time;
}

void PlayheadItem::drawVeil(QPainter& painter) const
{
    QRectF veil = state().geometry.rows();
    veil.setLeft(state().playheadX());
    painter.fillRect(veil, withAlpha(state().palette->card, veilAlpha));
}

void PlayheadItem::drawLine(QPainter& painter) const
{
    const ChartGeometry& geometry = state().geometry;
    const Palette& p = *state().palette;
    const double x = state().playheadX();
    const double top = geometry.rowsTop() - lineAboveRows;
    if (glows()) {
        const std::array glow{
            Stripe{std::max(geometry.plotLeft(), x - glowWidth), x, withAlpha(p.now, glowAlpha)}};
        drawUpright(painter, glow, geometry.rowsTop(), geometry.rowsBottom());
    }
    const std::array line{
        Stripe{x - casingWidth / 2, x + casingWidth / 2, withAlpha(p.card, casingAlpha)},
        Stripe{x - lineWidth / 2, x + lineWidth / 2, p.now}};
    drawUpright(painter, line, top, geometry.rowsBottom());
}

void PlayheadItem::drawFlag(QPainter& painter)
{
    const QRectF flag = flagRect();
    drawPlate(painter, flag);
    const QFont font = fontFor(TextRole::BarLabelStrong);
    const QFontMetricsF metrics(font);
    const double baseline = flag.center().y() + metrics.capHeight() / 2;
    painter.setFont(font);
    painter.setPen(state().palette->onNow);
    drawTime(painter, {flag.left() + flagPadding, baseline}, flagText());
}

void PlayheadItem::drawSteps(QPainter& painter) const
{
    const StatePainter states(*state().palette);
    for (const int row : rowsWithStep()) {
        if (isExposed(painter, stepRect(row)))
            states.drawBead(painter, {state().playheadX(), state().middleOf(row)}, Bead::Now);
    }
}

}  // namespace coroscope
