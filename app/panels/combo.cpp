// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/combo.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPainter>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QStyledItemDelegate>
#include <algorithm>
#include <utility>

#include "app/style/fonts.h"
#include "app/style/icons.h"
#include "app/style/paint_helpers.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int controlHeight = 32;
constexpr int padding = 11;
constexpr int leadGap = 8;
constexpr int chevronSide = 16;
constexpr int badgeSide = 20;
constexpr int popupRadius = 8;
constexpr double disabledOpacity = 0.4;

int widthIn(TextRole role, const QString& text)
{
    return QFontMetrics(fontFor(role)).horizontalAdvance(text);
}

}  // namespace

Combo::Combo(QWidget* parent) : QComboBox(parent)
{
    setFont(fontFor(TextRole::Button));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFixedHeight(controlHeight);
    connect(this, &QComboBox::currentTextChanged, this, [this] { updateGeometry(); });
}

void Combo::setPrefix(const QString& prefix)
{
    m_prefix = prefix;
    setAccessibleName(prefix);
    updateGeometry();
    update();
}

void Combo::setPrefixVisible(bool isVisible)
{
    m_isPrefixVisible = isVisible;
    setToolTip(isVisible ? QString() : m_prefix);
    updateGeometry();
    update();
}

void Combo::setBadge(const QString& badge)
{
    m_badge = badge;
    updateGeometry();
    update();
}

void Combo::setShownText(const QString& text)
{
    m_shownText = text;
    updateGeometry();
    update();
}

QString Combo::shownText() const
{
    return m_shownText.isEmpty() ? currentText() : m_shownText;
}

int Combo::leadWidth() const
{
    if (!m_badge.isEmpty())
        return badgeSide + leadGap;
    if (m_isPrefixVisible && !m_prefix.isEmpty())
        return widthIn(TextRole::Label, m_prefix) + leadGap;
    return 0;
}

QSize Combo::sizeHint() const
{
    return {padding + leadWidth() + widthIn(TextRole::Button, shownText()) + leadGap + chevronSide +
                padding - 3,
            controlHeight};
}

QSize Combo::minimumSizeHint() const
{
    return {std::min(72, sizeHint().width()), controlHeight};
}

void Combo::showPopup()
{
    makeList();
    view()->setAccessibleName(accessibleName());
    view()->setMinimumWidth(std::max(width(), view()->sizeHintForColumn(0) + 2 * padding));
    QComboBox::showPopup();
    QWidget* const list = view()->parentWidget();
    list->setMask(roundedRegion(list->rect(), popupRadius));
}

// The list, nine widgets, is made when it is first shown. QComboBox would make it at once, to tell
// it of a font that the style sheet does not leave it, and to look at its delegate.
void Combo::changeEvent(QEvent* event)
{
    const bool isForList =
        event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (isForList && !m_hasList)
        QWidget::changeEvent(event);
    else
        QComboBox::changeEvent(event);
}

void Combo::makeList()
{
    if (std::exchange(m_hasList, true))
        return;
    setItemDelegate(new QStyledItemDelegate(this));  // which follows the style sheet
}

void Combo::paintEvent(QPaintEvent*)
{
    const Palette& p = Style::current().palette();
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.subControls = QStyle::SC_ComboBoxFrame;
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(disabledOpacity);

    const QRect inside = rect().adjusted(padding, 0, -padding + 3, 0);
    drawIcon(painter,
             QRectF(inside.right() + 1 - chevronSide, (controlHeight - chevronSide) / 2,
                    chevronSide, chevronSide),
             QStringLiteral("chevron-down"), p.ink2);
    if (!m_badge.isEmpty()) {
        const QRectF plate(inside.left() - 1, (controlHeight - badgeSide) / 2, badgeSide,
                           badgeSide);
        painter.setPen(Qt::NoPen);
        painter.setBrush(p.tint);
        painter.drawRoundedRect(plate, 5, 5);
        painter.setFont(fontFor(TextRole::BarLabelStrong));
        painter.setPen(p.ink2);
        painter.drawText(plate, Qt::AlignCenter, m_badge);
    } else if (m_isPrefixVisible) {
        painter.setFont(fontFor(TextRole::Label));
        painter.setPen(p.ink3);
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, m_prefix);
    }
    const QRect text = inside.adjusted(leadWidth(), 0, -chevronSide - 4, 0);
    painter.setFont(fontFor(TextRole::Button));
    painter.setPen(p.ink);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(shownText(), Qt::ElideRight, text.width()));
}

}  // namespace coroscope
