// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/text_label.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int leastWidth = 24;

}  // namespace

TextLabel::TextLabel(TextRole role, ColourToken colour, const QString& text, QWidget* parent)
    : QWidget(parent), m_role(role), m_colour(colour)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setRole(role);
    setText(text);
}

void TextLabel::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    textChanged();
}

void TextLabel::setColour(ColourToken colour)
{
    m_colour = colour;
    update();
}

void TextLabel::setRole(TextRole role)
{
    m_role = role;
    setFont(fontFor(role));
    textChanged();
}

void TextLabel::textChanged()
{
    m_textWidth.reset();
    updateGeometry();
    update();
}

int TextLabel::textWidth() const
{
    if (!m_textWidth)
        m_textWidth = QFontMetrics(fontFor(m_role)).horizontalAdvance(m_text) + 1;
    return *m_textWidth;
}

QSize TextLabel::sizeHint() const
{
    return {textWidth(), lineHeight(m_role)};
}

QSize TextLabel::minimumSizeHint() const
{
    return {std::min(leastWidth, sizeHint().width()), lineHeight(m_role)};
}

void TextLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fontFor(m_role));
    QColor colour = Style::current().palette().*m_colour;
    if (!isEnabled())
        colour.setAlphaF(0.4F);
    painter.setPen(colour);
    const QString shown = width() >= textWidth()
                              ? m_text
                              : painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
}

bool TextLabel::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || width() >= textWidth())
        return QWidget::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), m_text, this);
    return true;
}

}  // namespace coroscope
