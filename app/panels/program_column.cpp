// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/program_column.h"

#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/chart_view.h"
#include "app/panels/column_heading.h"
#include "app/panels/hairline.h"
#include "app/panels/program_texts.h"
#include "app/panels/source_panel.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int lines = 3;  // the card's edges and the one below the chart
constexpr int leastTextsHeight = 180;

}  // namespace

ProgramColumn::ProgramColumn(Comparison& comparison, QWidget* parent)
    : Card(parent),
      m_comparison(comparison),
      m_heading(new ColumnHeading),
      m_chart(new ChartView(Style::current().palette())),
      m_texts(new ProgramTexts)
{
    build();
    Playhead& playhead = comparison.playhead();
    m_chart->program().follow(playhead);
    m_chart->program().follow(comparison.visibleRange());
    connect(&playhead, &Playhead::moved, m_texts, &ProgramTexts::setPosition);
    connect(&m_texts->source(), &SourcePanel::activated, &playhead, &Playhead::setPosition);
    connect(&Style::current(), &Style::changed, this,
            [this] { m_chart->setColours(Style::current().palette()); });
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
    column->addWidget(m_texts, 1);
}

void ProgramColumn::setRun(std::span<const ProgramRunPtr> runs, std::size_t index, int mostRows)
{
    m_mostRows = mostRows;
    m_heading->setRun(runs, index);
    m_chart->setRun(runs[index], m_comparison.longestTotal());
    m_texts->setRun(runs[index]);
    m_texts->setPosition(m_comparison.playhead().position());
    placeParts();
}

int ProgramColumn::wholeHeight() const
{
    const auto chart = static_cast<int>(ChartGeometry::heightFor(m_mostRows));
    return m_heading->height() + chart + m_texts->wholeHeight() + lines;
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
    const int rest = height() - m_heading->height() - lines;
    const auto heightFor = [this](qreal row) {
        return static_cast<int>(ChartGeometry::heightFor(m_mostRows, row));
    };
    const int least =
        std::min(heightFor(ChartGeometry::leastRow), m_chart->minimumSizeHint().height());
    const int usual = std::min(heightFor(ChartGeometry::usualRow), rest - leastTextsHeight);
    const int spare = std::max(usual, rest - m_texts->wholeHeight());
    m_chart->setFixedHeight(
        std::clamp(spare, least, std::max(least, heightFor(ChartGeometry::mostRow))));
}

}  // namespace coroscope
