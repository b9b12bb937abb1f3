// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/story_panel.h"

#include <QEvent>
#include <QListView>
#include <QScrollBar>

#include "app/document/stepper.h"
#include "app/panels/panel_heading.h"
#include "app/panels/story_delegate.h"
#include "core/base/time_text.h"

namespace coroscope {

StoryPanel::StoryPanel(QWidget* parent)
    : ProgramPanel(parent),
      m_heading(new PanelHeading),
      m_list(makePanelList()),
      m_delegate(new StoryDelegate(m_list))
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    layOutPanel(*this, *m_heading, *m_list);
    connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, m_list,
            &QListView::scrollToBottom);
    connect(m_list, &QListView::clicked, this, &StoryPanel::activate);
    connect(m_list, &QListView::activated, this, &StoryPanel::activate);
}

void StoryPanel::setRun(const ProgramRunPtr& run)
{
    if (run) {
        const Ticks total = run->total();
        m_delegate->setLongest(static_cast<int>(run->trace().size()),
                               QString::fromStdString(timeTextLike(total, total).joined()));
    }
    m_model.setRun(run);
    retranslate();
}

void StoryPanel::setPosition(const PlayPosition& position)
{
    if (!m_model.run())
        return;
    m_model.setEventCount(m_model.run()->eventsAt(position));
    m_list->scrollToBottom();
    m_heading->setDetail(m_model.rowCount() == 0 ? tr("nothing has happened yet") : QString());
}

void StoryPanel::retranslate()
{
    const ProgramRunPtr& run = m_model.run();
    m_heading->setName(run ? run->name : QString());
    m_list->setAccessibleName(run ? tr("Story of %1").arg(run->name) : tr("Story"));
    m_model.retranslate();
}

void StoryPanel::activate(const QModelIndex& index)
{
    Q_EMIT activated(positionAfter(*m_model.run(), static_cast<std::size_t>(index.row())));
}

void StoryPanel::changeEvent(QEvent* event)
{
    ProgramPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace coroscope
