// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/findings_panel.h"

#include <QEvent>
#include <QListView>

#include "app/document/stepper.h"
#include "app/panels/finding_delegate.h"
#include "app/panels/panel_heading.h"

namespace coroscope {

FindingsPanel::FindingsPanel(Insights& insights, QWidget* parent)
    : ProgramPanel(parent),
      m_insights(insights),
      m_heading(new PanelHeading),
      m_list(makePanelList())
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    layOutPanel(*this, *m_heading, *m_list);
    connect(&insights, &Insights::changed, this, &FindingsPanel::showFindings);
    connect(m_list, &QListView::clicked, this, &FindingsPanel::activate);
    connect(m_list, &QListView::activated, this, &FindingsPanel::activate);
}

void FindingsPanel::setRun(const ProgramRunPtr& run)
{
    m_run = run;
    showFindings();
}

void FindingsPanel::showFindings()
{
    // While new ones are being found, the old ones of another run would point nowhere.
    const bool isKnown = m_run && m_insights.isCurrent();
    m_model.setFindings(m_run, isKnown ? m_insights.findingsOf(m_run) : std::vector<Finding>());
    retranslate();
}

void FindingsPanel::retranslate()
{
    const QString name = m_run ? m_run->name : QString();
    m_heading->setName(name);
    const bool isClean = m_model.rowCount() == 0 && m_insights.isCurrent();
    m_heading->setDetail(isClean                     ? tr("nothing wrong was found")
                         : m_insights.isSearchLong() ? tr("still looking…")
                                                     : QString());
    m_list->setAccessibleName(tr("Findings in %1").arg(name));
    m_model.retranslate();
}

void FindingsPanel::activate(const QModelIndex& index)
{
    const auto event = index.data(FindingsModel::EventRole).toUInt();
    if (event < m_run->trace().size())
        Q_EMIT activated(positionAfter(*m_run, event));
}

void FindingsPanel::changeEvent(QEvent* event)
{
    ProgramPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace coroscope
