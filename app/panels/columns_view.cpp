// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/columns_view.h"

#include <QGridLayout>
#include <algorithm>

#include "app/charts/chart_view.h"
#include "app/charts/row_header_item.h"
#include "app/panels/program_column.h"

namespace coroscope {
namespace {

// Of a column that stands above others.
constexpr int leastStackedHeight = 340;

}  // namespace

ColumnsView::ColumnsView(Comparison& comparison, QWidget* parent)
    : QScrollArea(parent), m_comparison(comparison)
{
    auto* content = new QWidget;
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(margin, 0, margin, 8);
    m_grid->setSpacing(gap);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(&comparison, &Comparison::runsChanged, this, &ColumnsView::showRuns);
    connect(&comparison.view().resourcesFolded, &Toggle::changed, this, &ColumnsView::showRuns);
    showRuns();
}

void ColumnsView::showRuns()
{
    const auto runs = m_comparison.runs();
    setColumnCount(runs.size());
    int mostRows = 1;
    for (const ProgramRunPtr& run : runs)
        mostRows = std::max(mostRows, rowsOf(*run));
    for (std::size_t i = 0; i < runs.size(); ++i)
        m_columns[i]->setRun(runs, i, mostRows);
    fitRowNames();
}

// Of tasks, and under them of what they share.
int ColumnsView::rowsOf(const ProgramRun& run) const
{
    const auto resources = static_cast<int>(run.resources.size());
    const bool areFolded = m_comparison.view().resourcesFolded.isOn();
    return static_cast<int>(run.rows.size()) + (areFolded ? std::min(1, resources) : resources);
}

void ColumnsView::setColumnCount(std::size_t count)
{
    if (count == m_columns.size())
        return;
    for (; m_columns.size() > count; m_columns.pop_back())
        delete m_columns.back();
    while (m_columns.size() < count) {
        m_columns.push_back(new ProgramColumn(m_comparison));
        m_columns.back()->setStripShown(m_areStripsShown);
        connect(&m_columns.back()->chart().program(), &ProgramChart::appearanceChanged, this,
                &ColumnsView::appearanceChanged);
    }
    m_arrangedInARow = 0;
    arrange();
}

int ColumnsView::wholeHeight() const
{
    int height = 0;
    for (const ProgramColumn* const column : m_columns)
        height = std::max(height, column->wholeHeight());
    return height + m_grid->contentsMargins().bottom();
}

void ColumnsView::setRows(bool areRows)
{
    if (areRows == m_areRows)
        return;
    m_areRows = areRows;
    m_arrangedInARow = 0;
    arrange();
    fitRowNames();
}

void ColumnsView::setStripsShown(bool areShown)
{
    m_areStripsShown = areShown;
    for (ProgramColumn* const column : m_columns)
        column->setStripShown(areShown);
}

int ColumnsView::columnsInARow() const
{
    if (m_areRows)
        return 1;
    const int room = viewport()->width() - 2 * margin + gap;
    const int fit = std::max(room / (ProgramColumn::leastWidth + gap), 1);
    return std::min(fit, std::max(static_cast<int>(m_columns.size()), 1));
}

void ColumnsView::arrange()
{
    const int inARow = columnsInARow();
    if (inARow == m_arrangedInARow)
        return;
    m_arrangedInARow = inARow;
    const auto count = static_cast<int>(m_columns.size());
    for (int i = 0; i < m_grid->columnCount(); ++i)
        m_grid->setColumnStretch(i, i < inARow ? 1 : 0);
    for (int i = 0; i < count; ++i) {
        ProgramColumn* const column = m_columns[static_cast<std::size_t>(i)];
        column->setWide(m_areRows);
        const int stacked = m_areRows ? column->wideHeight() : leastStackedHeight;
        column->setMinimumHeight(count > inARow ? stacked : 0);
        m_grid->addWidget(column, i / inARow, i % inARow);
        m_grid->setColumnStretch(i % inARow, 1);
    }
}

// As much room for the names of rows as the longest one asks for, the same in all columns.
void ColumnsView::fitRowNames()
{
    constexpr qsizetype looked = 200;  // of each program's: rows further down may elide
    QStringList names;
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        names << run->rows.mid(0, looked);
        for (const ResourceTrack& resource : run->resources)
            names << QString::fromStdString(run->trace().objectName(resource.object));
    }
    const int inARow = columnsInARow();
    const int columnWidth = (viewport()->width() - 2 * margin - (inARow - 1) * gap) / inARow;
    const bool isTree = m_comparison.view().rows.isTree();
    const qreal width = isTree ? 0 : headerWidthFor(names, columnWidth);
    for (const ProgramColumn* const column : m_columns)
        column->chart().program().setHeaderWidth(width);
}

void ColumnsView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrange();
    fitRowNames();
}

}  // namespace coroscope
