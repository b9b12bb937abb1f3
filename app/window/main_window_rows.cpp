// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows the window shows, and how much of all that is.
#include "app/charts/chart_view.h"
#include "app/panels/columns_view.h"
#include "app/panels/program_column.h"
#include "app/panels/status_strip.h"
#include "app/panels/view_bar.h"
#include "app/window/main_window.h"
#include "core/base/time_text.h"

namespace coroscope {

void MainWindow::connectRows()
{
    ViewState& view = m_comparison->view();
    connect(&view.rows, &VisibleRows::changed, this,
            [this, &view] { m_viewBar->setOnlyMatches(view.rows.showsOnlyMatches()); });
    connect(m_columns, &ColumnsView::appearanceChanged, this, &MainWindow::showView);
    connect(&view.timeRange, &VisibleRange::changed, this, &MainWindow::showView);
    m_viewBar->setOnlyMatches(view.rows.showsOnlyMatches());
    showView();
}

void MainWindow::setOnlyMatches(bool isOn)
{
    m_comparison->view().rows.setOnlyMatches(isOn);
    if (isOn && !m_comparison->view().search.isActive())
        search();
}

void MainWindow::toggleOnlyMatches()
{
    setOnlyMatches(!m_comparison->view().rows.showsOnlyMatches());
}

// "2.4 s of 12.1 s · 19 of 312 tasks" of a recording, as far as it is not all.
void MainWindow::showView()
{
    QStringList parts;
    const TimeSpan whole = m_comparison->wholeSpan();
    const TimeSpan shown = m_comparison->visibleRange().span();
    const bool isRecorded = m_comparison->view().rows.isTree() && !m_columns->columns().empty();
    const auto text = [&](Ticks time) {
        return QString::fromStdString(shortTimeText(time, whole.end));
    };
    if (isRecorded && shown.length() < whole.length())
        parts << tr("%1 of %2").arg(text(shown.length()), text(whole.length()));
    if (isRecorded) {
        const ChartState& chart = m_columns->columns().front()->chart().program().state();
        const int tasks = chart.rows->taskCount();
        const int inView = chart.lastTaskRow() - chart.firstTaskRow();
        if (inView < tasks)
            parts << tr("%1 of %n tasks", nullptr, tasks).arg(inView);
    }
    m_status->setView(parts.join(QStringLiteral(" \u00b7 ")));
}

}  // namespace coroscope
