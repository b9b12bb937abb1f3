// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/playhead_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>

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
constexpr double reach = 16;  // of the glow, a step's halo and a cap beside it

}  // namespace

void PlayheadItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    if (!state().showsPlayhead())
        return;
    painter->save();
    if (state().isPlaying)
        drawVeil(*painter);
    if (option->exposedRect.intersects(footprint())) {
        painter->setRenderHint(QPainter::Antialiasing);
        drawLine(*painter);
        drawFlag(*painter);
        drawSteps(*painter, option->exposedRect);
    }
    painter->restore();
}

QRectF PlayheadItem::footprint() const
{
    if (!state().showsPlayhead())
        return {};
    const double x = state().playheadX();
    const QRectF line(x - reach, 0, 2 * reach, state().geometry.rowsBottom());
    return line.united(flagRect().adjusted(-1, -1, 1, 1));
}

QRectF PlayheadItem::flagRect() const
{
    const ChartGeometry& geometry = state().geometry;
    const double width = timeWidth(fontFor(TextRole::BarLabelStrong), flagText()) + 2 * flagPadding;
    const double rightmost = std::max(geometry.plotLeft(), geometry.plotRight() - width);
    const double x = std::clamp(state().playheadX() - width / 2, geometry.plotLeft(), rightmost);
    return {x, geometry.rowsTop() - flagAboveRows, width, flagHeight};
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
    const double height = geometry.rowsBottom() - top;
    if (state().isPlaying && !reducesMotion())
        painter.fillRect(QRectF(std::max(geometry.plotLeft(), x - glowWidth), geometry.rowsTop(),
                                std::min(glowWidth, x - geometry.plotLeft()),
                                geometry.rowsBottom() - geometry.rowsTop()),
                         withAlpha(p.now, glowAlpha));
    painter.fillRect(QRectF(x - casingWidth / 2, top, casingWidth, height),
                     withAlpha(p.card, casingAlpha));
    painter.fillRect(QRectF(x - lineWidth / 2, top, lineWidth, height), p.now);
}

void PlayheadItem::drawFlag(QPainter& painter) const
{
    const QRectF flag = flagRect();
    painter.setPen(Qt::NoPen);
    painter.setBrush(state().palette->now);
    painter.drawRoundedRect(flag, flagRadius, flagRadius);
    const QFont font = fontFor(TextRole::BarLabelStrong);
    const QFontMetricsF metrics(font);
    const double baseline = flag.center().y() + metrics.capHeight() / 2;
    painter.setFont(font);
    painter.setPen(state().palette->onNow);
    drawTime(painter, {flag.left() + flagPadding, baseline}, flagText());
}

void PlayheadItem::drawSteps(QPainter& painter, const QRectF& exposed) const
{
    const StatePainter states(*state().palette);
    const ChartGeometry& geometry = state().geometry;
    for (int row = state().firstTaskRow(); row < state().lastTaskRow(); ++row) {
        if (geometry.row(row).intersects(exposed) && state().isStepNow(row))
            states.drawBead(painter, {state().playheadX(), state().middleOf(row)}, Bead::Now);
    }
}

}  // namespace coroscope
