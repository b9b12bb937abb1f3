// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/legend_item.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <array>
#include <vector>

#include "app/style/fonts.h"
#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr qreal entryHeight = 22;
constexpr QSizeF swatch(30, 16);
constexpr qreal textGap = 8;
constexpr qreal entryGap = 22;

struct Entry {
    enum class Mark { Bar, Step, Cap };

    Mark mark;
    SegmentState state;
    const char* text;
};

constexpr std::array entries{
    Entry{Entry::Mark::Bar, SegmentState::Running,
          QT_TRANSLATE_NOOP("coroscope::LegendItem", "running")},
    Entry{Entry::Mark::Bar, SegmentState::Ready,
          QT_TRANSLATE_NOOP("coroscope::LegendItem", "ready, the loop is busy")},
    Entry{Entry::Mark::Bar, SegmentState::Suspended,
          QT_TRANSLATE_NOOP("coroscope::LegendItem", "suspended, awaiting")},
    Entry{Entry::Mark::Bar, SegmentState::Blocking,
          QT_TRANSLATE_NOOP("coroscope::LegendItem", "blocking the thread")},
    Entry{Entry::Mark::Bar, SegmentState::InCall,
          QT_TRANSLATE_NOOP("coroscope::LegendItem", "in a call, thread held")},
    Entry{Entry::Mark::Bar, SegmentState::Waiting,
          QT_TRANSLATE_NOOP("coroscope::LegendItem", "waiting for its turn")},
    Entry{Entry::Mark::Step, SegmentState::Running,
          QT_TRANSLATE_NOOP("coroscope::LegendItem", "a step that takes no time")},
    Entry{Entry::Mark::Cap, SegmentState::Done,
          QT_TRANSLATE_NOOP("coroscope::LegendItem", "returned")},
};

QString textOf(const Entry& entry)
{
    return QCoreApplication::translate("coroscope::LegendItem", entry.text);
}

// The top left of each entry.
std::vector<QPointF> places(qreal width)
{
    const QFontMetricsF metrics(fontFor(TextRole::Label));
    std::vector<QPointF> result;
    QPointF at;
    for (const Entry& entry : entries) {
        const qreal needed = swatch.width() + textGap + metrics.horizontalAdvance(textOf(entry));
        if (at.x() > 0 && at.x() + needed > width)
            at = {0, at.y() + entryHeight};
        result.push_back(at);
        at.rx() += needed + entryGap;
    }
    return result;
}

void drawMark(QPainter& painter, const Palette& palette, const Entry& entry, const QRectF& rect)
{
    const StatePainter states(palette);
    if (entry.mark == Entry::Mark::Bar) {
        states.drawBar(painter, rect, entry.state, rect.left());
        return;
    }
    painter.fillRect(QRectF(rect.left(), rect.center().y() - 0.5, rect.width(), 1), palette.line);
    if (entry.mark == Entry::Mark::Step)
        states.drawBead(painter, rect.center());
    else
        states.drawCap(painter, rect.center() + QPointF(5, 0), Word::Returned);
}

}  // namespace

void LegendItem::setWidth(qreal width)
{
    prepareGeometryChange();
    m_width = width;
}

qreal LegendItem::height() const
{
    return places(m_width).back().y() + entryHeight;
}

void LegendItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const std::vector<QPointF> at = places(m_width);
    const QFont font = fontFor(TextRole::Label);
    const QFontMetricsF metrics(font);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QRectF rect(at[i] + QPointF(0, (entryHeight - swatch.height()) / 2), swatch);
        drawMark(*painter, m_palette, entries[i], rect);
        painter->setFont(font);
        painter->setPen(m_palette.ink2);
        painter->drawText(
            QPointF(rect.right() + textGap, rect.center().y() + metrics.capHeight() / 2),
            textOf(entries[i]));
    }
}

}  // namespace coroscope
