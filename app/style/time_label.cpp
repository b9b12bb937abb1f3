// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/time_label.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/style/draw_time.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

// Between number and unit: a space, or less of it before a smaller unit.
double gapIn(const TimeLabel::Look& look)
{
    const QFont font = fontFor(look.number);
    if (look.number == look.unit)
        return QFontMetricsF(font).horizontalAdvance(QLatin1Char(' '));
    return std::round(font.pixelSize() * 0.14);
}

}  // namespace

TimeLabel::TimeLabel(const Look& look, QWidget* parent) : QWidget(parent), m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TimeLabel::setLook(const Look& look)
{
    m_look = look;
    m_leastWidth = 0;
    updateGeometry();
    update();
}

void TimeLabel::setTime(const TimeText& time)
{
    const int oldWidth = sizeHint().width();
    m_number = QString::fromStdString(time.number);
    m_unit = QString::fromStdString(time.unit);
    setAccessibleName(text());
    if (sizeHint().width() != oldWidth)
        updateGeometry();
    update();
}

void TimeLabel::setPrefix(const QString& prefix)
{
    m_prefix = prefix;
    updateGeometry();
    update();
}

void TimeLabel::setWidest(const TimeText& time)
{
    m_leastWidth = widthOf(QString::fromStdString(time.number), QString::fromStdString(time.unit));
    updateGeometry();
}

double TimeLabel::widthOf(const QString& number, const QString& unit) const
{
    return timeWidth(fontFor(m_look.number), m_prefix + number) + gapIn(m_look) +
           timeWidth(fontFor(m_look.unit), unit);
}

QSize TimeLabel::sizeHint() const
{
    const double width = std::max(m_leastWidth, widthOf(m_number, m_unit));
    return {static_cast<int>(std::ceil(width)), lineHeight(m_look.line)};
}

void TimeLabel::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    const QFontMetrics line(fontFor(m_look.line));
    QPointF at(width() - widthOf(m_number, m_unit), (height() - line.height()) / 2 + line.ascent());
    painter.setFont(fontFor(m_look.number));
    painter.setPen(palette.*m_look.numberColour);
    drawTime(painter, at, m_prefix + m_number);
    at.rx() += timeWidth(painter.font(), m_prefix + m_number) + gapIn(m_look);
    painter.setFont(fontFor(m_look.unit));
    painter.setPen(palette.*m_look.unitColour);
    drawTime(painter, at, m_unit);
}

}  // namespace coroscope
