// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/story_delegate.h"

#include <QPainter>

#include "app/models/story_model.h"
#include "app/panels/panel_margins.h"
#include "app/style/draw_time.h"
#include "app/style/fonts.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr double gap = 10;

}  // namespace

void StoryDelegate::setLongest(int number, const QString& time)
{
    m_numberWidth = timeWidth(fontFor(TextRole::CodeGutter), QString::number(number));
    m_timeWidth = timeWidth(fontFor(TextRole::CodeGutter), time);
}

void StoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Palette& colours = Style::current().palette();
    const bool isCurrent = index.data(StoryModel::IsCurrentRole).toBool();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRectF row = option.rect;
    painter->save();
    if (isCurrent || isSelected)
        painter->fillRect(row, isCurrent ? colours.nowTint : colours.tint);

    const QFont gutter = fontFor(TextRole::CodeGutter);
    const QFont font = fontFor(TextRole::Story);
    const QFontMetricsF metrics(font);
    const double y = row.top() + (row.height() + metrics.ascent() - metrics.descent()) / 2;
    painter->setFont(gutter);
    painter->setPen(isCurrent || isSelected ? colours.ink2 : colours.ink3);
    double right = row.left() + panelMargin + m_numberWidth;
    for (const int role : {StoryModel::NumberRole, StoryModel::TimeTextRole}) {
        const QString text = index.data(role).toString();
        drawTime(*painter, {right - timeWidth(gutter, text), y}, text);
        right += gap + m_timeWidth;
    }
    const double left = row.left() + panelMargin + m_numberWidth + m_timeWidth + 2 * gap;
    painter->setFont(font);
    painter->setPen(isCurrent ? colours.ink : colours.ink2);
    painter->drawText(QPointF(left, y), metrics.elidedText(index.data().toString(), Qt::ElideRight,
                                                           row.right() - panelRightMargin - left));
    painter->restore();
}

QSize StoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, rowHeight};
}

}  // namespace coroscope
