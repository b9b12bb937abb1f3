// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/source_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "app/models/event_text.h"
#include "app/models/source_model.h"
#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "app/style/state_painter.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr double chipsRight = 34;  // where numbers end, too
constexpr double chipsLeft = 2;
constexpr double chipGap = 3;
constexpr double boxRight = 4;
constexpr double fadeWidth = 24;
constexpr std::size_t mostChips = 2;

struct Chip {
    QString text;
    SegmentState state = SegmentState::Unborn;
    double width = 0;
};

const SourceModel& modelOf(const QModelIndex& index)
{
    return static_cast<const SourceModel&>(*index.model());
}

double baseline(const QRectF& rect, const QFont& font)
{
    const QFontMetricsF metrics(font);
    return rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
}

double indentOf(const QString& text)
{
    const auto letter = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u' '; });
    return static_cast<double>(letter - text.begin()) *
           QFontMetricsF(fontFor(TextRole::Code)).horizontalAdvance(u' ');
}

// A name that takes at most `width` as a chip.
Chip chipFor(const QString& name, SegmentState state, double width)
{
    const QFontMetricsF metrics(fontFor(TextRole::ChipSmall));
    const double padding =
        StatePainter::chipSize(name, ChipSize::Small).width() - metrics.horizontalAdvance(name);
    const QString text = metrics.elidedText(name, Qt::ElideMiddle, std::max(width - padding, 8.0));
    return {text, state, StatePainter::chipSize(text, ChipSize::Small).width()};
}

// The chips of a line whose text begins `room` from the left, and how many are left out.
std::vector<Chip> chipsOf(const SourceModel& model, int row, double room, std::size_t& leftOut)
{
    const auto& guests = model.guests(row);
    const std::size_t shown = std::min(guests.size(), mostChips);
    leftOut = guests.size() - shown;
    const double each = (room - (leftOut > 0 ? 18 : 0)) / static_cast<double>(shown) - chipGap;
    std::vector<Chip> chips;
    for (std::size_t i = 0; i < shown; ++i)
        chips.push_back(chipFor(rowName(*model.run(), guests[i].task), guests[i].state, each));
    return chips;
}

double widthOf(const std::vector<Chip>& chips, std::size_t leftOut)
{
    double width = -chipGap;
    for (const Chip& chip : chips)
        width += chip.width + chipGap;
    if (leftOut > 0) {
        const QFontMetricsF metrics(fontFor(TextRole::ChipSmall));
        width += chipGap + metrics.horizontalAdvance(QStringLiteral("+%1").arg(leftOut));
    }
    return width;
}

// Paints one line; rectangles are the viewport's, so that scrolling sideways moves the text only.
class LinePainter {
public:
    LinePainter(QPainter& painter, const QRectF& item, double width, const SourceModel& model,
                int row)
        : m_painter(painter),
          m_colours(Style::current().palette()),
          m_line(0, item.top(), width, item.height()),
          m_textLeft(item.left() + SourceDelegate::gutter),
          m_model(model),
          m_row(row),
          m_light(model.light(row))
    {}

    void paint(bool isSelected)
    {
        m_background = isSelected ? m_colours.tint : m_colours.code;
        m_painter.fillRect(m_line, m_background);
        if (m_light == SegmentState::Unborn) {
            paintText();
            paintNumber(isSelected);
            return;
        }
        std::size_t leftOut = 0;
        const double room = chipsRight + indentOf(m_model.text(m_row));
        const std::vector<Chip> chips = chipsOf(m_model, m_row, room, leftOut);
        const double width = widthOf(chips, leftOut);
        const double left = std::max(chipsRight - width, chipsLeft);
        m_box = QRectF(m_line).adjusted(left + width + 3, 0, -boxRight, 0);
        paintBox();
        paintText();
        paintChips(chips, left, leftOut);
    }

private:
    void paintBox()
    {
        const Painting painting(m_painter);
        const bool isBlocking = m_light == SegmentState::Blocking;
        if (isBlocking || m_light == SegmentState::Running) {
            m_background = isBlocking ? m_colours.blockTint : m_colours.runTint;
            setFill(m_painter, m_background);
            m_painter.drawRoundedRect(m_box, 4, 4);
        } else {
            m_painter.setPen(QPen(m_colours.suspendedEdge, 1));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(m_box.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
        }
    }

    void paintText()
    {
        const bool isLit = m_light != SegmentState::Unborn;
        const QString& text = m_model.text(m_row);
        const QFont plain = fontFor(TextRole::Code);
        const QFont bold = fontFor(TextRole::CodeKeyword);
        const double y = baseline(m_line, plain);
        double right = isLit ? m_box.right() - 2 : m_line.right() - boxRight;
        if (m_light == SegmentState::Blocking)
            right -= paintWord(right - 6) + 12;
        m_painter.save();
        m_painter.setClipRect(QRectF(m_line.left(), m_line.top(), right, m_line.height()));
        double x = m_textLeft;
        for (const PythonSpan& span : m_model.spans(m_row)) {
            const QFont& font = span.token == PythonToken::Keyword ? bold : plain;
            const QString part = text.mid(span.begin, span.length);
            m_painter.setFont(font);
            m_painter.setPen(inkOf(span.token, isLit));
            m_painter.drawText(QPointF(x, y), part);
            x += QFontMetricsF(font).horizontalAdvance(part);
        }
        m_painter.restore();
        if (x > right)
            fadeOut(right);
        coverGutter();
    }

    [[nodiscard]] QColor inkOf(PythonToken token, bool isLit) const
    {
        if (token == PythonToken::Comment)
            return m_colours.ink3;
        return isLit || token == PythonToken::Keyword ? m_colours.ink : m_colours.ink2;
    }

    // "blocking", at the right of a line that holds the thread; gives its width.
    double paintWord(double right)
    {
        const QFont font = fontFor(TextRole::BarLabelStrong);
        const QString word = stateText(SegmentState::Blocking);
        const double width = QFontMetricsF(font).horizontalAdvance(word);
        m_painter.setFont(font);
        m_painter.setPen(m_colours.blockLabel);
        m_painter.drawText(QPointF(right - width, baseline(m_line, font)), word);
        return width;
    }

    void fadeOut(double right)
    {
        const QRectF end(right - fadeWidth, m_line.top() + 1, fadeWidth, m_line.height() - 2);
        QLinearGradient veil(end.topLeft(), end.topRight());
        veil.setColorAt(0, withAlpha(m_background, 0));
        veil.setColorAt(1, m_background);
        m_painter.fillRect(end, veil);
    }

    // Text that is scrolled to the left goes behind the gutter.
    void coverGutter()
    {
        if (m_textLeft >= SourceDelegate::gutter)
            return;
        const double right =
            m_light == SegmentState::Unborn ? SourceDelegate::gutter - 4 : m_box.left();
        m_painter.fillRect(QRectF(0, m_line.top(), right, m_line.height()), m_colours.code);
    }

    void paintNumber(bool isSelected)
    {
        const QFont font = fontFor(TextRole::CodeGutter);
        const QString number = QString::number(m_row + 1);
        m_painter.setFont(font);
        m_painter.setPen(isSelected ? m_colours.ink2 : m_colours.ink3);
        m_painter.drawText(QPointF(chipsRight - QFontMetricsF(font).horizontalAdvance(number),
                                   baseline(m_line, font)),
                           number);
    }

    void paintChips(const std::vector<Chip>& chips, double left, std::size_t leftOut)
    {
        const StatePainter states(m_colours);
        const double height = StatePainter::chipSize({}, ChipSize::Small).height();
        const double top = m_line.top() + (m_line.height() - height) / 2;
        for (const Chip& chip : chips) {
            states.drawChip(m_painter, {left, top, chip.width, height}, chip.state, chip.text,
                            ChipSize::Small);
            left += chip.width + chipGap;
        }
        if (leftOut == 0)
            return;
        const QFont font = fontFor(TextRole::ChipSmall);
        m_painter.setFont(font);
        m_painter.setPen(m_colours.ink2);
        m_painter.drawText(QPointF(left, baseline(m_line, font)),
                           QStringLiteral("+%1").arg(leftOut));
    }

    QPainter& m_painter;
    const Palette& m_colours;
    const QRectF m_line;
    const double m_textLeft;
    const SourceModel& m_model;
    const int m_row;
    const SegmentState m_light;
    QRectF m_box;
    QColor m_background;
};

}  // namespace

void SourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    const double width = view != nullptr ? view->viewport()->width() : option.rect.width();
    painter->save();
    LinePainter(*painter, option.rect, width, modelOf(index), index.row())
        .paint(option.state.testFlag(QStyle::State_Selected));
    painter->restore();
}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const double text =
        QFontMetricsF(fontFor(TextRole::CodeKeyword)).horizontalAdvance(index.data().toString());
    return {static_cast<int>(gutter + text + fadeWidth), lineHeight(TextRole::Code)};
}

bool SourceDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                               const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines;
    if (sizeHint(option, index).width() > view->viewport()->width())
        lines << QStringLiteral("<code>%1</code>")
                     .arg(index.data().toString().trimmed().toHtmlEscaped());
    const SourceModel& model = modelOf(index);
    constexpr std::size_t most = 12;
    const auto& guests = model.guests(index.row());
    for (std::size_t i = 0; i < std::min(guests.size(), most); ++i) {
        lines << QStringLiteral("%1 %2").arg(rowName(*model.run(), guests[i].task).toHtmlEscaped(),
                                             stateText(guests[i].state));
    }
    if (guests.size() > most)
        lines << tr("and %1 more").arg(guests.size() - most);
    QToolTip::showText(event->globalPos(), lines.join(QStringLiteral("<br>")), view);
    return true;
}

}  // namespace coroscope
