// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/finding_delegate.h"

#include <QPainter>

#include "app/models/findings_model.h"
#include "app/panels/panel_margins.h"
#include "app/style/draw_time.h"
#include "app/style/fonts.h"
#include "app/style/icons.h"
#include "app/style/paint_helpers.h"
#include "app/style/state_painter.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr double glyphX = 25;
constexpr double textLeft = 40;
constexpr double rowLine = 18;
constexpr double jumpSize = 16;

void drawLine(QPainter& painter, const QRectF& rect, TextRole role, const QColor& colour,
              const QString& text)
{
    const QFont font = fontFor(role);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colour);
    const double y = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    drawTime(painter, {rect.left(), y}, metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

}  // namespace

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const Palette& colours = Style::current().palette();
    const bool isLit = option.state.testFlag(QStyle::State_MouseOver) ||
                       option.state.testFlag(QStyle::State_Selected);
    const QRectF row = option.rect;
    painter->save();
    if (isLit)
        painter->fillRect(row, colours.tint);
    const QRectF upper(row.left() + textLeft, row.top() + 3,
                       row.width() - textLeft - panelRightMargin, rowLine);
    StatePainter(colours).drawGlyph(
        *painter, {row.left() + glyphX, upper.center().y()},
        static_cast<SegmentState>(index.data(FindingsModel::StateRole).toInt()));

    const QString where = index.data(FindingsModel::WhereRole).toString();
    const double whereWidth = QFontMetricsF(fontFor(TextRole::Label)).horizontalAdvance(where) + 1;
    drawLine(*painter, upper.adjusted(0, 0, -whereWidth - jumpSize - 14, 0), TextRole::StoryValue,
             colours.ink, index.data().toString());
    drawLine(*painter,
             {upper.right() - jumpSize - 6 - whereWidth, upper.top(), whereWidth, rowLine},
             TextRole::Label, isLit ? colours.ink2 : colours.ink3, where);
    drawIcon(*painter,
             {upper.right() - jumpSize, upper.center().y() - jumpSize / 2, jumpSize, jumpSize},
             QStringLiteral("jump"), colours.ink2);
    drawLine(*painter, upper.translated(0, rowLine), TextRole::Story, colours.ink2,
             index.data(FindingsModel::MoreRole).toString());
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, rowHeight};
}

}  // namespace coroscope
