// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loop_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "app/models/loop_model.h"
#include "app/panels/panel_margins.h"
#include "app/style/draw_time.h"
#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "app/style/state_painter.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr double contentLeft = 68;  // behind a section's name
constexpr double chipGap = 4;
constexpr double wordGap = 8;
constexpr double mostChipWidth = 110;
constexpr double barWidth = 86;
constexpr double barHeight = 4;
constexpr double arrowWidth = 12;

// Writes a line from left to right; what does not fit is left out or elided.
class LineWriter {
public:
    LineWriter(QPainter& painter, const QRectF& rect, const QColor& background)
        : m_painter(painter),
          m_colours(Style::current().palette()),
          m_rect(rect),
          m_background(background),
          m_x(rect.left() + panelMargin),
          m_right(rect.right() - panelRightMargin)
    {}

    void write(const LoopLine& line)
    {
        if (line.isFirst)
            text(sectionText(line.section), TextRole::Label, m_colours.ink3);
        m_x = m_rect.left() + panelMargin + contentLeft;
        endText(line.end);
        if (!line.nothing.isEmpty()) {
            slot(line.nothing);
            return;
        }
        const bool isObject = line.section == LoopSection::Objects;
        if (isObject)
            words(line);
        chips(line.chips);
        if (!line.targets.empty() && !isObject)
            arrow();
        chips(line.targets);
        if (line.share)
            bar(*line.share);
        if (!isObject)
            words(line);
    }

private:
    void words(const LoopLine& line)
    {
        text(line.code, TextRole::Code, m_colours.ink2);
        text(line.text, TextRole::Story, m_colours.ink2);
        text(line.value, TextRole::StoryValue, m_colours.ink);
    }

    [[nodiscard]] double baseline(const QFont& font) const
    {
        const QFontMetricsF metrics(font);
        return m_rect.top() + (m_rect.height() + metrics.ascent() - metrics.descent()) / 2;
    }

    void text(const QString& words, TextRole role, const QColor& colour)
    {
        if (words.isEmpty() || m_x >= m_right)
            return;
        const QFont font = fontFor(role);
        const QString shown =
            QFontMetricsF(font).elidedText(words, Qt::ElideRight, m_right - m_x + 0.5);
        m_painter.setFont(font);
        m_painter.setPen(colour);
        drawTime(m_painter, {m_x, baseline(font)}, shown);
        m_x += timeWidth(font, shown) + (role == TextRole::Story ? 5 : wordGap);
    }

    void endText(const QString& words)
    {
        if (words.isEmpty())
            return;
        const QFont font = fontFor(TextRole::Label);
        const double width = timeWidth(font, words);
        m_painter.setFont(font);
        m_painter.setPen(m_colours.ink3);
        drawTime(m_painter, {m_right - width, baseline(font)}, words);
        m_right -= width + wordGap;
    }

    void chips(const std::vector<LoopChip>& list)
    {
        const StatePainter states(m_colours);
        const QFontMetricsF metrics(fontFor(TextRole::Chip));
        for (std::size_t i = 0; i < list.size(); ++i) {
            const QString name = metrics.elidedText(list[i].name, Qt::ElideMiddle, mostChipWidth);
            const QSizeF size = StatePainter::chipSize(name);
            const double rest = i + 1 < list.size() ? 28 : 0;
            if (m_x + size.width() + rest > m_right) {
                text(QStringLiteral("+%1").arg(list.size() - i), TextRole::Label, m_colours.ink2);
                return;
            }
            const QRectF rect(m_x, m_rect.center().y() - size.height() / 2, size.width(),
                              size.height());
            states.drawChip(m_painter, rect, list[i].state, name);
            m_x += size.width() + chipGap;
        }
        if (!list.empty())
            m_x += wordGap - chipGap;
    }

    void arrow()
    {
        const Painting painting(m_painter);
        setStroke(m_painter, m_colours.ink2, 1.4);
        const QPointF tip(m_x + arrowWidth, m_rect.center().y());
        m_painter.drawLine(tip - QPointF(arrowWidth, 0), tip);
        m_painter.drawPolyline(QPolygonF{{tip - QPointF(3.6, 3.6), tip, tip + QPointF(-3.6, 3.6)}});
        m_x += arrowWidth + wordGap;
    }

    // What is left is at the right end: the bar runs empty towards its deadline.
    void bar(double share)
    {
        const double width = std::min(barWidth, (m_right - m_x) / 3);
        if (width < 24)
            return;
        const Painting painting(m_painter);
        const QRectF whole(m_x, m_rect.center().y() - barHeight / 2, width, barHeight);
        setFill(m_painter, m_colours.track);
        m_painter.drawRoundedRect(whole, barHeight / 2, barHeight / 2);
        const double left = std::clamp(share * width, barHeight, width);
        setFill(m_painter, m_colours.ink2);
        m_painter.drawRoundedRect(QRectF(whole).adjusted(width - left, 0, 0, 0), barHeight / 2,
                                  barHeight / 2);
        m_x += width + wordGap;
    }

    void slot(const QString& words)
    {
        const QFont font = fontFor(TextRole::BarLabel);
        const QFontMetricsF metrics(font);
        const QString shown = metrics.elidedText(words, Qt::ElideRight, m_right - m_x - 16);
        const QRectF rect(m_x + 0.5, m_rect.center().y() - 9.5,
                          metrics.horizontalAdvance(shown) + 15, 19);
        const Painting painting(m_painter);
        QPen pen(m_colours.ctl, 1, Qt::CustomDashLine);
        pen.setDashPattern({3, 3});
        m_painter.setPen(pen);
        m_painter.setBrush(m_background);
        m_painter.drawRoundedRect(rect, 6, 6);
        m_painter.setFont(font);
        m_painter.setPen(m_colours.ink3);
        m_painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, shown);
    }

    QPainter& m_painter;
    const Palette& m_colours;
    const QRectF m_rect;
    const QColor m_background;
    double m_x;
    double m_right;
};

}  // namespace

void LoopDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Palette& colours = Style::current().palette();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected) &&
                            option.state.testFlag(QStyle::State_HasFocus);
    if (isSelected)
        painter->fillRect(option.rect, colours.tint);
    LineWriter(*painter, option.rect, isSelected ? colours.tint : colours.ground)
        .write(static_cast<const LoopModel&>(*index.model()).line(index.row()));
}

QSize LoopDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, rowHeight};
}

bool LoopDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                             const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), index.data().toString(), view);
    return true;
}

}  // namespace coroscope
