// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/event_delegate.h"

#include <QPainter>

#include "app/models/event_table_model.h"
#include "app/style/draw_time.h"
#include "app/style/fonts.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

QColor backgroundOf(const QModelIndex& index, bool isSelected, const Palette& colours)
{
    if (index.data(EventTableModel::IsCurrentRole).toBool())
        return colours.nowTint;
    if (isSelected)
        return colours.tint;
    return index.row() % 2 == 1 ? colours.zebra : colours.card;
}

QColor textColourOf(const QModelIndex& index, bool isSelected, const Palette& colours)
{
    if (index.data(EventTableModel::IsCurrentRole).toBool())
        return colours.ink;
    const bool isDimmed = !index.data(EventTableModel::HasHappenedRole).toBool() && !isSelected;
    return isDimmed ? colours.ink3 : colours.ink2;
}

bool isNumber(const QModelIndex& index)
{
    return index.column() == EventTableModel::TimeColumn ||
           index.column() == EventTableModel::NumberColumn;
}

}  // namespace

void EventDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Palette& colours = Style::current().palette();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QString text = index.data().toString();
    const QFont font = fontFor(TextRole::Story);
    const QFontMetricsF metrics(font);
    const QRectF rect = QRectF(option.rect).adjusted(padding, 0, -padding, 0);
    const double y = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    painter->save();
    painter->fillRect(option.rect, backgroundOf(index, isSelected, colours));
    painter->setFont(font);
    painter->setPen(textColourOf(index, isSelected, colours));
    if (isNumber(index))
        drawTime(*painter, {rect.right() - timeWidth(font, text), y}, text);
    else
        painter->drawText(QPointF(rect.left(), y),
                          metrics.elidedText(text, Qt::ElideRight, rect.width()));
    painter->restore();
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const double width = timeWidth(fontFor(TextRole::Story), index.data().toString());
    return {static_cast<int>(width) + 1 + 2 * padding, rowHeight};
}

}  // namespace coroscope
