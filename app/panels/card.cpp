// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/card.h"

#include <QPainter>

#include "app/style/style.h"

namespace coroscope {

Card::Card(QWidget* parent) : QWidget(parent)
{
    setContentsMargins(1, 1, 1, 1);
}

void Card::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette.line);
    painter.setBrush(palette.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

}  // namespace coroscope
