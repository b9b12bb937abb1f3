// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/program_column.h"

#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/chart_view.h"
#include "app/panels/column_heading.h"
#include "app/panels/hairline.h"
#include "app/panels/output_panel.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int lines = 3;  // the card's edges and the one above the output
constexpr int leastOutputLines = 5;
constexpr int mostOutputLines = 12;

int printsOf(const Trace& trace)
{
    int prints = 0;
    for (std::size_t row = 0; row < trace.size() && prints < mostOutputLines; ++row)
        prints += trace.at(row).kind == EventKind::Print ? 1 : 0;
    return prints;
}

}  // namespace

ProgramColumn::ProgramColumn(Comparison& comparison, QWidget* parent)
    : Card(parent),
      m_comparison(comparison),
      m_heading(new ColumnHeading),
      m_chart(new ChartView(Style::current().palette())),
      m_output(new OutputPanel)
{
    build();
    Playhead& playhead = comparison.playhead();
    connectChart();
    connect(&playhead, &Playhead::moved, m_output, &OutputPanel::setPosition);
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
    column->addWidget(m_chart);
    column->addWidget(new Hairline(Qt::Horizontal));
    column->addWidget(m_output, 1);
}

void ProgramColumn::setRun(std::span<const ProgramRunPtr> runs, std::size_t index, int mostRows)
{
    m_mostRows = mostRows;
    m_printedLines = printsOf(runs[index]->trace());
    m_heading->setRun(runs, index);
    const auto events = m_comparison.wholeOrderSpan().length() / AxisMap::unit;
    m_chart->setRun(runs[index], m_comparison.longestTotal(), static_cast<std::size_t>(events));
    m_chart->program().setSelection(m_comparison.view().selection);
    m_output->setRun(runs[index]);
    m_output->setPosition(m_comparison.playhead().position());
    placeParts();
}

int ProgramColumn::wholeHeight() const
{
    const auto chart =
        static_cast<int>(ChartGeometry::heightFor(m_mostRows, ChartGeometry::mostRow));
    return m_heading->height() + chart +
           OutputPanel::heightFor(std::max(m_printedLines, leastOutputLines)) + lines;
}

void ProgramColumn::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    m_heading->setCompact(width() < ChartGeometry::compactBelow);
    placeParts();
}

// Rows take what the output can spare, up to their greatest height.
void ProgramColumn::placeParts()
{
    const int spare =
        height() - m_heading->height() - OutputPanel::heightFor(leastOutputLines) - lines;
    const auto heightFor = [this](qreal row) {
        return static_cast<int>(ChartGeometry::heightFor(m_mostRows, row));
    };
    const int least =
        std::min(heightFor(ChartGeometry::leastRow), m_chart->minimumSizeHint().height());
    m_chart->setFixedHeight(
        std::clamp(spare, least, std::max(least, heightFor(ChartGeometry::mostRow))));
}

}  // namespace coroscope
