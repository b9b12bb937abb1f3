// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/card_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <utility>

#include "app/charts/chart_geometry.h"
#include "app/language/language.h"
#include "app/style/fonts.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr qreal padding = 16;
constexpr qreal radius = 12;
constexpr qreal nameBaseline = 26;
constexpr qreal subtitleBaseline = 43;
constexpr qreal aloneBaseline = 32;  // of a name without subtitle
constexpr qreal totalBaseline = 38;
constexpr qreal unitGap = 5;
constexpr qreal speedGap = 14;
constexpr qreal speedMiddle = 28.5;
constexpr qreal badgeHeight = 22;
constexpr qreal badgePadding = 10;

void drawText(QPainter& painter, const QFont& font, const QColor& colour, QPointF baseline,
              const QString& text)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(baseline, text);
}

}  // namespace

CardItem::CardItem(ProgramRunPtr run, Ticks longestTotal, Speed speed, const Palette& palette)
    : m_run(std::move(run)),
      m_longestTotal(longestTotal),
      m_speed(std::move(speed)),
      m_palette(palette)
{}

void CardItem::setSize(QSizeF size)
{
    prepareGeometryChange();
    m_size = size;
}

void CardItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    drawGround(*painter);
    drawNames(*painter, drawSpeed(*painter, drawTotal(*painter)));
}

bool CardItem::isCompact() const
{
    return m_size.width() < ChartGeometry::compactBelow;
}

void CardItem::drawGround(QPainter& painter) const
{
    painter.setPen(QPen(m_palette.line, 1));
    painter.setBrush(m_palette.card);
    painter.drawRoundedRect(boundingRect().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

// Each of these draws leftwards and returns where it ended.

qreal CardItem::drawTotal(QPainter& painter) const
{
    const QFont number = fontFor(isCompact() ? TextRole::TotalSmall : TextRole::Total);
    const QFont unit = fontFor(isCompact() ? TextRole::TotalSmallUnit : TextRole::TotalUnit);
    const TimeText total = timeTextLike(m_run->total(), m_longestTotal);
    const QString numberText = QString::fromStdString(total.number);
    const QString unitText = QString::fromStdString(total.unit);
    const qreal unitX = m_size.width() - padding - QFontMetricsF(unit).horizontalAdvance(unitText);
    const qreal numberX = unitX - unitGap - QFontMetricsF(number).horizontalAdvance(numberText);
    drawText(painter, number, m_palette.ink, {numberX, totalBaseline}, numberText);
    drawText(painter, unit, m_palette.ink3, {unitX, totalBaseline}, unitText);
    return numberX;
}

qreal CardItem::drawSpeed(QPainter& painter, qreal right) const
{
    if (m_speed.text.isEmpty() || (m_speed.isBaseline && isCompact()))
        return right;
    const QFont font = fontFor(m_speed.isBaseline ? TextRole::Label : TextRole::Chip);
    const QFontMetricsF metrics(font);
    const qreal inset = m_speed.isBaseline ? 0 : badgePadding;
    const qreal width = metrics.horizontalAdvance(m_speed.text) + 2 * inset;
    const qreal left = right - speedGap - width;
    if (!m_speed.isBaseline) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_palette.badge);
        painter.drawRoundedRect(QRectF(left, speedMiddle - badgeHeight / 2, width, badgeHeight),
                                badgeHeight / 2, badgeHeight / 2);
    }
    const qreal baseline = speedMiddle + metrics.capHeight() / 2 + (m_speed.isBaseline ? 1 : 0);
    drawText(painter, font, m_speed.isBaseline ? m_palette.ink3 : m_palette.ink,
             {left + inset, baseline}, m_speed.text);
    return left;
}

void CardItem::drawNames(QPainter& painter, qreal right) const
{
    const qreal room = right - 2 * padding;
    const QFont name = fontFor(TextRole::ProgramName);
    const bool hasSubtitle = !m_run->title.isEmpty() && !isCompact();
    drawText(painter, name, m_palette.ink, {padding, hasSubtitle ? nameBaseline : aloneBaseline},
             QFontMetricsF(name).elidedText(m_run->name, Qt::ElideMiddle, room));
    if (!hasSubtitle)
        return;
    const QFont label = fontFor(TextRole::Label);
    drawText(painter, label, m_palette.ink3, {padding, subtitleBaseline},
             QFontMetricsF(label).elidedText(localized(m_run->title), Qt::ElideRight, room));
}

}  // namespace coroscope
