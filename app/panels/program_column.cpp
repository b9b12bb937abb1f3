// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/program_column.h"

#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/chart_view.h"
#include "app/charts/minimap.h"
#include "app/panels/column_heading.h"
#include "app/panels/hairline.h"
#include "app/panels/loop_strip.h"
#include "app/panels/program_texts.h"
#include "app/panels/source_panel.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int lines = 3;  // the card's edges and the one below the chart
constexpr int leastTextsHeight = 180;
constexpr int leastBelowRecording = 112;  // whose rows are many

// Of a chart that has room for so much: nothing is left over between its axis and the minimap.
int wholeRows(int height)
{
    const auto rowLess = static_cast<int>(ChartGeometry::heightFor(0, 0, true));
    const auto row = static_cast<int>(ChartGeometry::leastRow);
    return rowLess + (height - rowLess) / row * row;
}

}  // namespace

ProgramColumn::ProgramColumn(Comparison& comparison, QWidget* parent)
    : Card(parent),
      m_comparison(comparison),
      m_heading(new ColumnHeading),
      m_chart(new ChartView(Style::current().palette())),
      m_minimap(new Minimap(m_chart->program(), comparison.view())),
      m_line(new Hairline(Qt::Horizontal)),
      m_texts(new ProgramTexts),
      m_strip(new LoopStrip)
{
    build();
    Playhead& playhead = comparison.playhead();
    connectChart();
    connect(&playhead, &Playhead::moved, m_texts, &ProgramTexts::setPosition);
    connect(&playhead, &Playhead::moved, m_strip, &LoopStrip::setPosition);
    connect(&m_texts->source(), &SourcePanel::activated, &playhead, &Playhead::setPosition);
    connect(&Style::current(), &Style::changed, this,
            [this] { m_chart->setColours(Style::current().palette()); });
}

void ProgramColumn::connectChart()
{
    ProgramChart& chart = m_chart->program();
    chart.follow(m_comparison.view());
    connect(&chart, &ProgramChart::stretchBegan, &m_comparison, &Comparison::beginStretch);
    connect(&chart, &ProgramChart::stretched, &m_comparison, &Comparison::stretchBy);
    connect(&chart, &ProgramChart::stretchEnded, &m_comparison, &Comparison::endStretch);
    connect(&m_comparison, &Comparison::stretchingChanged, this, &ProgramColumn::showGhost);
}

void ProgramColumn::showGhost()
{
    ProgramRunPtr ghost;
    for (const ProgramRunPtr& run : m_comparison.ghosts()) {
        if (m_chart->program().state().run && run->name == m_chart->program().state().run->name)
            ghost = run;
    }
    m_chart->program().setGhost(ghost);
}

void ProgramColumn::build()
{
    setMinimumWidth(leastWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_heading);
    m_body = new QBoxLayout(QBoxLayout::TopToBottom);
    m_body->setSpacing(0);
    m_schedule = new QVBoxLayout;
    m_schedule->setSpacing(0);
    m_schedule->addWidget(m_chart, 1);
    m_schedule->addWidget(m_minimap);
    m_body->addLayout(m_schedule);
    m_body->addWidget(m_line);
    m_body->addWidget(m_texts);
    column->addLayout(m_body, 1);
    m_minimap->hide();
    m_strip->hide();
    column->addWidget(m_strip);
}

void ProgramColumn::setRun(std::span<const ProgramRunPtr> runs, std::size_t index, int mostRows)
{
    m_mostRows = mostRows;
    m_minimap->setVisible(m_comparison.view().rows.isTree());
    m_heading->setRun(runs, index);
    const auto events = m_comparison.wholeOrderSpan().length() / AxisMap::unit;
    m_chart->setRun(runs[index], m_comparison.longestTotal(), static_cast<std::size_t>(events));
    m_chart->program().setSelection(m_comparison.view().selection);
    m_strip->setRun(runs[index]);
    m_strip->setPosition(m_comparison.playhead().position());
    m_texts->setRun(runs[index]);
    m_texts->setPosition(m_comparison.playhead().position());
    placeParts();
}

int ProgramColumn::minimapHeight() const
{
    return m_minimap->isHidden() ? 0 : Minimap::wholeHeight;
}

int ProgramColumn::chartHeight(int rows, qreal rowHeight) const
{
    const bool isTree = m_comparison.view().rows.isTree();
    return static_cast<int>(ChartGeometry::heightFor(rows, rowHeight, isTree));
}

int ProgramColumn::wholeHeight() const
{
    return m_heading->height() + chartHeight(m_mostRows, ChartGeometry::usualRow) +
           minimapHeight() + m_texts->wholeHeight() + lines;
}

void ProgramColumn::setStripShown(bool isShown)
{
    m_strip->setVisible(isShown);
    placeParts();
}

int ProgramColumn::wideHeight() const
{
    constexpr int mostShown = 8;  // of a longer program: the others scroll
    const int rows = std::min(m_mostRows, mostShown);
    return m_heading->height() + lines + minimapHeight() +
           chartHeight(rows, ChartGeometry::usualRow);
}

void ProgramColumn::setWide(bool isWide)
{
    m_isWide = isWide;
    m_body->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_body->setStretchFactor(m_schedule, isWide ? 3 : 0);
    m_body->setStretchFactor(m_texts, isWide ? 2 : 1);
    m_line->setVisible(!isWide);
    m_chart->setMinimumHeight(0);
    m_chart->setMaximumHeight(QWIDGETSIZE_MAX);
    placeParts();
}

void ProgramColumn::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    m_heading->setCompact(width() < ChartGeometry::compactBelow);
    placeParts();
}

// Rows get their usual height where the texts leave that, and what these do not need above it.
void ProgramColumn::placeParts()
{
    if (m_isWide)
        return;
    const int strip = m_strip->isHidden() ? 0 : LoopStrip::stripHeight;
    const int rest = height() - m_heading->height() - lines - strip - minimapHeight();
    const auto heightFor = [this](qreal row) { return chartHeight(m_mostRows, row); };
    const int least =
        std::min(heightFor(ChartGeometry::leastRow), m_chart->minimumSizeHint().height());
    const int texts = m_minimap->isHidden() ? leastTextsHeight : leastBelowRecording;
    const int usual = std::min(heightFor(ChartGeometry::usualRow), rest - texts);
    const int spare = std::max(usual, rest - m_texts->wholeHeight());
    const int wanted = std::clamp(spare, least, std::max(least, heightFor(ChartGeometry::mostRow)));
    const bool isScrolled = wanted < heightFor(ChartGeometry::leastRow);
    m_chart->setFixedHeight(isScrolled && !m_minimap->isHidden() ? wholeRows(wanted) : wanted);
}

}  // namespace coroscope
