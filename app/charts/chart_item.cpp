// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_item.h"

#include <QGraphicsScene>
#include <QGraphicsView>

namespace coroscope {

void ChartItem::updateMoving(const QRectF& rect) const
{
    if (scene() == nullptr || rect.isEmpty())
        return;
    constexpr int antialiasing = 1;  // px beyond the edges
    for (const QGraphicsView* view : scene()->views())
        view->viewport()->update(
            view->mapFromScene(mapRectToScene(rect))
                .boundingRect()
                .adjusted(-antialiasing, -antialiasing, antialiasing, antialiasing));
}

}  // namespace coroscope
