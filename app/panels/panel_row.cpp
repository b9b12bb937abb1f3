// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/panel_row.h"

#include <QHBoxLayout>
#include <QTimer>

#include "app/panels/columns_view.h"
#include "app/panels/program_panel.h"

namespace coroscope {

PanelRow::PanelRow(Comparison& comparison, Factory make, Pace pace, QWidget* parent)
    : QWidget(parent),
      m_comparison(comparison),
      m_make(std::move(make)),
      m_row(new QHBoxLayout(this)),
      m_pace(pace)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(patience);
    connect(&m_pause, &QTimer::timeout, this, &PanelRow::catchUp);
    m_row->setContentsMargins(ColumnsView::margin, 0, ColumnsView::margin, 8);
    m_row->setSpacing(ColumnsView::gap);
    connect(&comparison, &Comparison::runsChanged, this, &PanelRow::takeRuns);
    connect(&comparison.playhead(), &Playhead::moved, this, &PanelRow::showPosition);
}

void PanelRow::takeRuns()
{
    if (m_pace == Pace::AtOnce || m_panels.empty())
        return showRuns();
    m_hasRuns = false;
    m_pause.start();
}

void PanelRow::showRuns()
{
    m_hasRuns = false;
    if (!isVisible())
        return;
    const auto runs = m_comparison.runs();
    if (m_panels.empty() && !runs.empty()) {
        fillSoon();
        return;
    }
    setCount(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i)
        m_panels[i]->setRun(runs[i]);
    m_hasRuns = true;
    showPosition();
}

void PanelRow::showPosition()
{
    if (!m_hasRuns || !isVisible())
        return;
    for (ProgramPanel* const panel : m_panels)
        panel->setPosition(m_comparison.playhead().position());
    for (ProgramPanel* const panel : m_panels)
        panel->lineUpWith(m_panels);
}

void PanelRow::setCount(std::size_t count)
{
    for (; m_panels.size() > count; m_panels.pop_back())
        delete m_panels.back();
    while (m_panels.size() < count) {
        ProgramPanel* const panel = m_make();
        connect(panel, &ProgramPanel::activated, &m_comparison.playhead(), &Playhead::setPosition);
        m_row->addWidget(panel, 1);
        m_panels.push_back(panel);
    }
}

void PanelRow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fillSoon();
}

// Panels are slow to make: the window's first frame does not wait for them.
void PanelRow::fillSoon()
{
    QTimer::singleShot(0, this, &PanelRow::catchUp);
}

void PanelRow::catchUp()
{
    if (!isVisible())
        return;
    setCount(m_comparison.runs().size());
    if (m_hasRuns)
        showPosition();
    else
        showRuns();
}

}  // namespace coroscope
