// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/number_field.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <optional>

#include "app/style/fonts.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int padding = 8;
constexpr int unitGap = 4;
constexpr int mostDecimals = 6;

bool isRounded(double value, int decimals)
{
    const double scaled = value * std::pow(10, decimals);
    return std::abs(scaled - std::round(scaled)) < 1e-6 * std::max(1.0, std::abs(scaled));
}

int decimalsOf(double value, int atLeast)
{
    int decimals = atLeast;
    while (decimals < mostDecimals && !isRounded(value, decimals))
        ++decimals;
    return decimals;
}

// "2.5", and "2,5" where the comma is the locale's.
std::optional<double> numberIn(const QString& text)
{
    bool isNumber = false;
    double value = QLocale::c().toDouble(text.trimmed(), &isNumber);
    if (!isNumber)
        value = QLocale().toDouble(text.trimmed(), &isNumber);
    if (!isNumber || !std::isfinite(value))
        return std::nullopt;
    return value;
}

}  // namespace

NumberField::NumberField(QWidget* parent) : QLineEdit(parent)
{
    setFixedSize(76, 26);
    setAlignment(Qt::AlignRight);
    setFont(fontFor(TextRole::Button));
    connect(this, &QLineEdit::editingFinished, this, &NumberField::takeText);
}

void NumberField::setRange(const Range& range)
{
    m_range = range;
    setUnit(m_unit);
    setValue(m_value);
}

void NumberField::setUnit(const QString& unit)
{
    m_unit = unit;
    const int unitWidth = QFontMetrics(fontFor(TextRole::Label)).horizontalAdvance(unit);
    setTextMargins(0, 0, unit.isEmpty() ? 0 : unitWidth + unitGap - 2, 0);
    showRange();
}

void NumberField::showRange()
{
    setToolTip(tr("From %1 to %2 %3").arg(m_range.min).arg(m_range.max).arg(m_unit).trimmed());
}

void NumberField::setValue(double value)
{
    m_value = std::clamp(value, m_range.min, m_range.max);
    showValue();
}

void NumberField::showValue()
{
    const int decimals = decimalsOf(m_value, decimalsOf(m_range.step, 0));
    setText(QString::number(m_value, 'f', decimals));
}

void NumberField::enter(double value)
{
    const double old = m_value;
    setValue(value);
    if (m_value != old)
        Q_EMIT valueEntered(m_value);
}

void NumberField::takeText()
{
    if (const auto number = numberIn(text()))
        enter(*number);
    else
        showValue();
}

void NumberField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up: enter(m_value + m_range.step); break;
    case Qt::Key_Down: enter(m_value - m_range.step); break;
    case Qt::Key_PageUp: enter(m_value + 10 * m_range.step); break;
    case Qt::Key_PageDown: enter(m_value - 10 * m_range.step); break;
    case Qt::Key_Escape: showValue(); break;
    default: QLineEdit::keyPressEvent(event);
    }
}

void NumberField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        selectAll();
}

void NumberField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Label));
    QColor colour = Style::current().palette().ink3;
    if (!isEnabled())
        colour.setAlphaF(0.4F);
    painter.setPen(colour);
    painter.drawText(rect().adjusted(0, 0, -padding, 0), Qt::AlignVCenter | Qt::AlignRight, m_unit);
}

}  // namespace coroscope
