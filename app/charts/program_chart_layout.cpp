// SPDX-License-Identifier: GPL-3.0-or-later
// Where things lie in a program's chart: its rows, and how much of them is shown.
#include <QValueAxis>
#include <algorithm>

#include "app/charts/chart_item.h"
#include "app/charts/program_chart.h"

namespace coroscope {

void ProgramChart::resizeEvent(QGraphicsSceneResizeEvent* event)
{
    QChart::resizeEvent(event);
    ChartGeometry geometry = m_state.geometry;
    const bool wasAtEnd = geometry.firstRow > 0 && geometry.firstRow == geometry.lastFirstRow();
    geometry.size = size();
    if (wasAtEnd)
        geometry.firstRow = geometry.rowCount;
    setGeometryState(geometry);
}

void ProgramChart::setHeaderWidth(qreal width)
{
    if (width == m_state.geometry.headerWidth)
        return;
    ChartGeometry geometry = m_state.geometry;
    geometry.headerWidth = width;
    setGeometryState(geometry);
}

void ProgramChart::setFirstRow(int row)
{
    ChartGeometry geometry = m_state.geometry;
    geometry.firstRow = row;
    setGeometryState(geometry);
}

void ProgramChart::setResourcesFolded(bool areFolded)
{
    m_state.areResourcesFolded = areFolded;
    layOutRows();
}

// The task in the first row that is shown stays there, or the one that it is now hidden under; but
// where the last row was shown, new ones of a recording that grows are, too.
void ProgramChart::layOutRows()
{
    ChartGeometry geometry = m_state.geometry;
    const bool wasAtEnd = geometry.isTree && geometry.firstRow == geometry.lastFirstRow();
    const int tasksBefore = m_state.rows->taskCount();
    const int top = m_state.isTask(geometry.firstRow) ? m_state.trackAt(geometry.firstRow) : -1;
    m_state.rows = rowsOfRun();
    geometry.rowCount = m_state.rowCount();
    geometry.isTree = m_state.rows->tree() != nullptr;
    const int hidden = m_state.rows->taskCount() - m_state.taskRows();
    geometry.leastRowCount = m_visibleRows != nullptr ? geometry.rowCount + hidden : 0;
    if (const int row = m_state.rows->nearestRowOf(top); row >= 0)
        geometry.firstRow = row;
    if (wasAtEnd && tasksBefore > 0 && m_state.rows->taskCount() > tasksBefore)
        geometry.firstRow = geometry.rowCount;
    setHovered({});
    setFan({});
    setGeometryState(geometry);
}

std::shared_ptr<const RowLayout> ProgramChart::rowsOfRun() const
{
    if (!m_state.run)
        return std::make_shared<const RowLayout>();
    if (m_visibleRows != nullptr)
        return m_visibleRows->of(m_state.run);
    if (m_givenRows)
        return m_givenRows;
    const auto tasks = static_cast<int>(m_state.run->timeline->tracks().size());
    return std::make_shared<const RowLayout>(RowLayout::flat(tasks));
}

void ProgramChart::showRowOf(int track)
{
    const int row = m_state.rows->rowOf(track);
    if (row >= 0 && !m_state.geometry.isVisible(row))
        setFirstRow(row - m_state.geometry.visibleRows() / 2);
}

// Everything that depends on where things lie comes through here.
void ProgramChart::setGeometryState(const ChartGeometry& geometry)
{
    for (ChartItem* item : items())
        item->beginResize();
    m_state.geometry = geometry;
    m_state.geometry.firstRow = std::clamp(geometry.firstRow, 0, m_state.geometry.lastFirstRow());
    const QRectF plot = m_state.geometry.plot();
    if (plot != plotArea())
        setPlotArea(plot);
    const int rows = std::max(1, m_state.geometry.visibleRows());
    m_rowAxis->setRange(m_state.geometry.firstRow, m_state.geometry.firstRow + rows);
    refreshMoment();
    showAll();
}

}  // namespace coroscope
