// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/summary_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/totals_chart.h"
#include "app/panels/panel_heading.h"
#include "app/panels/panel_margins.h"
#include "app/style/fonts.h"
#include "core/analysis/metrics.h"

namespace coroscope {
namespace {

constexpr int rowHeight = 24;

}  // namespace

SummaryPanel::SummaryPanel(QWidget* parent)
    : ProgramPanel(parent),
      m_heading(new PanelHeading),
      m_totals(new TotalsChart),
      m_table(new QTableView)
{
    buildTable();
    layOutPanel(*this, *m_heading, *m_table);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_totals);
    m_table->setContentsMargins(panelMargin - 4, 0, 0, 0);
}

void SummaryPanel::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFont(fontFor(TextRole::Story));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->viewport()->setAutoFillBackground(false);
    m_table->setMinimumHeight(0);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* const header = m_table->horizontalHeader();
    header->setFont(fontFor(TextRole::Label));
    header->setHighlightSections(false);
    header->setObjectName(QStringLiteral("slim"));
    header->setMinimumSectionSize(24);
    header->setSectionResizeMode(QHeaderView::Stretch);
}

void SummaryPanel::setRun(const ProgramRunPtr& run)
{
    m_model.setRun(run);
    m_totals->setRun(run);
    retranslate();
}

void SummaryPanel::lineUpWith(const std::vector<ProgramPanel*>& row)
{
    Ticks longest{};
    for (const ProgramPanel* const panel : row) {
        const auto* const other = qobject_cast<const SummaryPanel*>(panel);
        if (other != nullptr && other->m_model.run())
            longest = std::max(longest, other->m_model.run()->total());
    }
    m_totals->setLongest(longest);
}

void SummaryPanel::retranslate()
{
    const ProgramRunPtr& run = m_model.run();
    m_heading->setName(run ? run->name : QString());
    m_table->setAccessibleName(run ? tr("Summary of %1").arg(run->name) : tr("Summary"));
    m_totals->retranslate();
    m_model.retranslate();
    if (!run)
        return;
    const Metrics metrics = metricsOf(*run->timeline);
    const double percent = metrics.busyShare() * 100;
    m_heading->setDetail(tr("thread busy %1 % of the time")
                             .arg(QLocale().toString(percent, 'f', percent < 10 ? 1 : 0)));
}

void SummaryPanel::changeEvent(QEvent* event)
{
    ProgramPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace coroscope
