// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/output_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "app/models/output_model.h"
#include "app/style/draw_time.h"
#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "app/style/style.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr double gapToText = 8;
constexpr double leftMargin = 2;
constexpr double rightMargin = 8;

constexpr double fadeWidth = 24;

void fadeOut(QPainter& painter, const QRectF& line, const QColor& background)
{
    const QRectF end(line.right() - rightMargin - fadeWidth, line.top(), fadeWidth, line.height());
    QLinearGradient veil(end.topLeft(), end.topRight());
    veil.setColorAt(0, withAlpha(background, 0));
    veil.setColorAt(1, background);
    painter.fillRect(end, veil);
    painter.fillRect(QRectF(end.right(), line.top(), rightMargin, line.height()), background);
}

double baseline(const QRectF& rect, const QFont& font)
{
    const QFontMetricsF metrics(font);
    return rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
}

}  // namespace

void OutputDelegate::setTotal(Ticks total)
{
    const QString longest = QString::fromStdString(timeText(total).number);
    const double width = timeWidth(fontFor(TextRole::CodeGutter), longest);
    m_gutterWidth = std::max(leastGutterWidth, leftMargin + width + gapToText);
}

void OutputDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const Palette& colours = Style::current().palette();
    const bool isFresh = index.data(OutputModel::IsFreshRole).toBool();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRectF rect = option.rect;
    painter->save();
    if (isSelected)
        painter->fillRect(rect, colours.tint);

    const QFont gutter = fontFor(TextRole::CodeGutter);
    const QFont code = fontFor(TextRole::Code);
    const double y = baseline(rect, code);
    const QString time = index.data(OutputModel::TimeTextRole).toString();
    painter->setFont(gutter);
    painter->setPen(isFresh ? colours.now : (isSelected ? colours.ink2 : colours.ink3));
    const double right = rect.left() + m_gutterWidth - gapToText;
    drawTime(*painter, {right - timeWidth(gutter, time), y}, time);

    painter->setFont(code);
    painter->setPen(isFresh ? colours.ink : colours.ink2);
    painter->setClipRect(rect);
    painter->drawText(QPointF(rect.left() + m_gutterWidth, y), index.data().toString());
    if (!doesFit(rect, index))
        fadeOut(*painter, rect, isSelected ? colours.tint : colours.card);
    painter->restore();
}

bool OutputDelegate::doesFit(const QRectF& rect, const QModelIndex& index) const
{
    const QFontMetricsF metrics(fontFor(TextRole::Code));
    return metrics.horizontalAdvance(index.data().toString()) <=
           rect.width() - m_gutterWidth - rightMargin;
}

bool OutputDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                               const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const bool isWhole = !index.isValid() || doesFit(option.rect, index);
    QToolTip::showText(event->globalPos(),
                       isWhole ? QString()
                               : QStringLiteral("<p style='margin:0'>%1</p>")
                                     .arg(index.data().toString().toHtmlEscaped()),
                       view);
    return true;
}

QSize OutputDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, lineHeight(TextRole::Code)};
}

}  // namespace coroscope
