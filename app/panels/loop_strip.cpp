// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loop_strip.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

#include "app/style/draw_time.h"
#include "app/style/fonts.h"
#include "app/style/state_painter.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr double margin = 12;
constexpr double gap = 6;
constexpr double mostChipWidth = 70;
constexpr std::size_t mostNext = 3;

double baseline(const QFont& font)
{
    const QFontMetricsF metrics(font);
    return 1 + (LoopStrip::stripHeight - 1 + metrics.ascent() - metrics.descent()) / 2;
}

QString chipText(const LoopChip& chip)
{
    return QFontMetricsF(fontFor(TextRole::Chip))
        .elidedText(chip.name, Qt::ElideMiddle, mostChipWidth);
}

void drawChip(QPainter& painter, double left, const LoopChip& chip)
{
    const QString text = chipText(chip);
    const QSizeF size = StatePainter::chipSize(text);
    const double top = 1 + (LoopStrip::stripHeight - 1 - size.height()) / 2;
    StatePainter(Style::current().palette())
        .drawChip(painter, {QPointF(left, top), size}, chip.state, text);
}

double chipWidth(const LoopChip& chip)
{
    return StatePainter::chipSize(chipText(chip)).width();
}

}  // namespace

LoopStrip::LoopStrip(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(stripHeight);
}

void LoopStrip::setRun(const ProgramRunPtr& run)
{
    m_run = run;
    catchUp();
}

void LoopStrip::setPosition(const PlayPosition& position)
{
    m_position = position;
    catchUp();
}

void LoopStrip::catchUp()
{
    if (!isVisible())
        return;
    if (m_model.run() != m_run)
        m_model.setRun(m_run);
    m_model.setPosition(m_position);
    const LoopLine* const running = m_model.find(LoopSection::Running);
    if (running != nullptr)
        setAccessibleName(m_model.data(m_model.index(0), Qt::AccessibleTextRole).toString());
    update();
}

std::vector<LoopStrip::Next> LoopStrip::next() const
{
    std::vector<Next> list;
    if (const LoopLine* const ready = m_model.find(LoopSection::Ready)) {
        for (const LoopChip& chip : ready->chips)
            list.push_back({chip, {}});
    }
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const LoopLine& line = m_model.line(row);
        if (line.section == LoopSection::Timers && !line.chips.empty())
            list.push_back({line.chips.front(), line.value});
    }
    return list;
}

void LoopStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRectF(0, 0, width(), 1), Style::current().palette().line);
    const double right = drawNext(painter, width() * 0.42, width() - margin);
    drawNow(painter, margin, right);
}

void LoopStrip::drawNow(QPainter& painter, double left, double right) const
{
    const LoopLine* const line = m_model.find(LoopSection::Running);
    if (line == nullptr)
        return;
    const Palette& colours = Style::current().palette();
    if (!line->chips.empty()) {
        drawChip(painter, left, line->chips.front());
        left += chipWidth(line->chips.front()) + gap;
    }
    const QFont font = fontFor(TextRole::Story);
    const QString words = line->nothing.isEmpty() ? line->text : line->nothing;
    painter.setFont(font);
    painter.setPen(line->nothing.isEmpty() ? colours.ink2 : colours.ink3);
    painter.drawText(QPointF(left, baseline(font)),
                     QFontMetricsF(font).elidedText(words, Qt::ElideRight, right - left - gap));
}

// From right to left as many as fit, the first of them leftmost; gives where they begin.
double LoopStrip::drawNext(QPainter& painter, double left, double right) const
{
    std::vector<Next> list = next();
    const QFont font = fontFor(TextRole::Story);
    const QString word = tr("next");
    const auto widthOf = [&](const Next& entry) {
        const double time = entry.time.isEmpty() ? 0 : timeWidth(font, entry.time) + gap;
        return chipWidth(entry.chip) + time + gap;
    };
    double width = QFontMetricsF(font).horizontalAdvance(word) + gap;
    std::size_t shown = 0;
    while (shown < std::min(list.size(), mostNext) && width + widthOf(list[shown]) <= right - left)
        width += widthOf(list[shown++]);
    if (shown == 0)
        return right;
    const Palette& colours = Style::current().palette();
    const double begin = right - width + gap;
    double x = begin;
    painter.setFont(font);
    painter.setPen(colours.ink3);
    painter.drawText(QPointF(x, baseline(font)), word);
    x += QFontMetricsF(font).horizontalAdvance(word) + gap;
    for (std::size_t i = 0; i < shown; ++i) {
        drawChip(painter, x, list[i].chip);
        x += chipWidth(list[i].chip) + gap;
        if (list[i].time.isEmpty())
            continue;
        painter.setFont(font);
        painter.setPen(colours.ink2);
        drawTime(painter, {x, baseline(font)}, list[i].time);
        x += timeWidth(font, list[i].time) + gap;
    }
    return begin;
}

void LoopStrip::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    catchUp();
}

void LoopStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        catchUp();
}

}  // namespace coroscope
