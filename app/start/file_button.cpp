// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/file_button.h"

#include <QPainter>

#include "app/style/fonts.h"
#include "app/style/icons.h"
#include "app/style/paint_helpers.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int raisedHeight = 56;
constexpr int bareHeight = 44;
constexpr int raisedRadius = 10;
constexpr int bareRadius = 8;
constexpr int iconSide = 20;
constexpr int padding = 12;
constexpr int keyPadding = 6;
constexpr int keyHeight = 20;

}  // namespace

FileButton::FileButton(Look look, const QString& icon, QWidget* parent)
    : QAbstractButton(parent), m_look(look), m_icon(icon)
{
    setFixedHeight(look == Look::Raised ? raisedHeight : bareHeight);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&Style::current(), &Style::changed, this, qOverload<>(&QWidget::update));
}

void FileButton::setTexts(const QString& title, const QString& detail, const QString& key)
{
    m_title = title;
    m_detail = detail;
    m_key = key;
    setAccessibleName(title);
    setAccessibleDescription(detail);
    update();
}

QSize FileButton::sizeHint() const
{
    return {240, height()};
}

void FileButton::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawGround(painter);
    const int left = m_look == Look::Raised ? padding : 0;
    const QRectF icon(left, (height() - iconSide) / 2.0, iconSide, iconSide);
    drawIcon(painter, icon, m_icon, m_look == Look::Raised ? palette.ink : palette.ink2);
    const double textLeft = icon.right() + padding;
    const double room = drawKey(painter) - textLeft;
    const QFont titleFont = fontFor(m_look == Look::Raised ? TextRole::SpeedUp : TextRole::Button);
    const QFont detailFont = fontFor(TextRole::Label);
    const double middle = height() / 2.0;
    painter.setFont(titleFont);
    painter.setPen(palette.ink);
    painter.drawText(QPointF(textLeft, middle - 4),
                     QFontMetricsF(titleFont).elidedText(m_title, Qt::ElideMiddle, room));
    painter.setFont(detailFont);
    painter.setPen(palette.ink2);
    painter.drawText(QPointF(textLeft, middle + 13),
                     QFontMetricsF(detailFont).elidedText(m_detail, Qt::ElideRight, room));
}

void FileButton::drawGround(QPainter& painter) const
{
    const Palette& palette = Style::current().palette();
    if (m_look == Look::Raised) {
        drawEdged(painter, QRectF(rect()), raisedRadius,
                  isDown()       ? palette.badge
                  : underMouse() ? palette.tint
                                 : palette.card,
                  palette.ctl);
    } else if (underMouse() || isDown()) {
        setFill(painter, isDown() ? palette.badge : palette.tint);
        painter.drawRoundedRect(QRectF(rect()), bareRadius, bareRadius);
    }
}

// Answers where it begins.
double FileButton::drawKey(QPainter& painter) const
{
    if (m_key.isEmpty())
        return width() - padding;
    const QFont font = fontFor(TextRole::BarLabel);
    const double keyWidth = QFontMetricsF(font).horizontalAdvance(m_key) + 2 * keyPadding;
    const QRectF plate(width() - padding - keyWidth, (height() - keyHeight) / 2.0, keyWidth,
                       keyHeight);
    const Palette& palette = Style::current().palette();
    drawEdged(painter, plate, 5, palette.card, palette.ctl);
    painter.setFont(font);
    painter.setPen(palette.ink2);
    painter.drawText(plate, Qt::AlignCenter, m_key);
    return plate.left() - padding;
}

void FileButton::enterEvent(QEnterEvent*)
{
    update();
}

void FileButton::leaveEvent(QEvent*)
{
    update();
}

}  // namespace coroscope
