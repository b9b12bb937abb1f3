// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loop_panel.h"

#include <QEvent>
#include <QListView>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panels/loop_delegate.h"
#include "app/panels/panel_heading.h"

namespace coroscope {

LoopPanel::LoopPanel(QWidget* parent)
    : ProgramPanel(parent), m_heading(new PanelHeading), m_list(makePanelList())
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new LoopDelegate(m_list));
    layOutPanel(*this, *m_heading, *m_list);
}

void LoopPanel::setRun(const ProgramRunPtr& run)
{
    m_model.setRun(run);
    retranslate();
}

void LoopPanel::setPosition(const PlayPosition& position)
{
    m_model.setPosition(position);
    m_heading->setDetail(m_model.headline());
}

void LoopPanel::lineUpWith(const std::vector<ProgramPanel*>& row)
{
    for (const LoopSection section :
         {LoopSection::Timers, LoopSection::Waiting, LoopSection::Jobs}) {
        int most = 0;
        for (const ProgramPanel* const panel : row) {
            const auto* const other = qobject_cast<const LoopPanel*>(panel);
            most = std::max(most, other != nullptr ? other->model().countOf(section) : 0);
        }
        m_model.setLeast(section, most);
    }
}

void LoopPanel::retranslate()
{
    const ProgramRunPtr& run = m_model.run();
    m_heading->setName(run ? run->name : QString());
    m_list->setAccessibleName(run ? tr("Event loop of %1").arg(run->name) : tr("Event loop"));
}

void LoopPanel::changeEvent(QEvent* event)
{
    ProgramPanel::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_model.retranslate();
    m_heading->setDetail(m_model.headline());
}

}  // namespace coroscope
