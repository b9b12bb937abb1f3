// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/hairline.h"

#include <QPainter>

#include "app/style/style.h"

namespace coroscope {

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), Style::current().palette().line);
}

}  // namespace coroscope
