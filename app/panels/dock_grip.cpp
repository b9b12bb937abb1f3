// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/dock_grip.h"

#include <QPainter>

#include "app/style/paint_helpers.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int gripHeight = 8;
constexpr int dots = 3;
constexpr double dotDistance = 6;

}  // namespace

DockGrip::DockGrip(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::OpenHandCursor);
}

QSize DockGrip::sizeHint() const
{
    return {0, gripHeight};
}

void DockGrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), Style::current().palette().line);
    if (!underMouse())
        return;
    const Painting painting(painter);
    setFill(painter, Style::current().palette().suspendedEdge);
    const QPointF centre = QRectF(rect()).center();
    for (int i = 0; i < dots; ++i)
        painter.drawEllipse(squareAt(centre + QPointF((i - 1) * dotDistance, 0), 2.5));
}

}  // namespace coroscope
