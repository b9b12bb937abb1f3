// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/row_header_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

#include "app/style/fonts.h"
#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr double beadRoom = 7;  // left of the plot, for a step at its beginning

constexpr double mostOfChart = 0.35;
constexpr double widestHeader = 200;

bool isDimmed(SegmentState state)
{
    return state == SegmentState::Unborn || state == SegmentState::Waiting ||
           state == SegmentState::Done;
}

}  // namespace

qreal headerWidthFor(const QStringList& rowNames, qreal width)
{
    ChartGeometry usual;
    usual.size.setWidth(width);
    const QFontMetricsF metrics(fontFor(TextRole::Button));
    qreal longest = 0;
    for (const QString& name : rowNames)
        longest = std::max(longest, metrics.horizontalAdvance(name));
    const qreal wanted = std::ceil(usual.nameX() + longest + beadRoom + 1);
    const qreal header = std::min({wanted, std::floor(width * mostOfChart), widestHeader});
    return header > usual.plotLeft() ? header : 0;
}

void RowHeaderItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    if (!state().run || !option->exposedRect.intersects(area()))
        return;
    const ChartGeometry& geometry = state().geometry;
    for (int i = 0; i < geometry.visibleRows(); ++i)
        drawRow(*painter, geometry.firstRow + i);
}

QRectF RowHeaderItem::area() const
{
    QRectF area = state().geometry.rows();
    area.setRight(state().geometry.plotLeft() - beadRoom);
    return area;
}

bool RowHeaderItem::isElided(int row) const
{
    const QFontMetricsF metrics(fontFor(TextRole::Button));
    return metrics.horizontalAdvance(state().run->rows.value(row)) > nameRect(row).width();
}

QRectF RowHeaderItem::nameRect(int row) const
{
    QRectF rect = state().geometry.row(row);
    rect.moveTop(state().middleOf(row) - rect.height() / 2);
    rect.setLeft(state().geometry.nameX());
    rect.setRight(area().right());
    return rect;
}

void RowHeaderItem::drawRow(QPainter& painter, int row) const
{
    const SegmentState now = state().stateAtPlayhead(row);
    const Palette& p = *state().palette;
    const QRectF rect = nameRect(row);
    StatePainter(p).drawGlyph(painter, {state().geometry.glyphX(), state().middleOf(row)}, now,
                              state().outcome(row));
    const QFont font = fontFor(TextRole::Button);
    const QString name =
        QFontMetricsF(font).elidedText(state().run->rows.value(row), Qt::ElideMiddle, rect.width());
    painter.setFont(font);
    painter.setPen(isDimmed(now) ? p.ink3 : p.ink);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
}

}  // namespace coroscope
