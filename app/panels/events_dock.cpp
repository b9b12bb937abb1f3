// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/events_dock.h"
#include "app/language/language.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panels/buttons.h"
#include "app/panels/columns_view.h"
#include "app/panels/events_panel.h"
#include "app/panels/text_label.h"
#include "app/style/icons.h"
#include "app/style/style.h"

namespace coroscope {

EventsDock::EventsDock(Comparison& comparison, QWidget* parent)
    : QWidget(parent), m_comparison(comparison), m_body(new QWidget), m_row(new QHBoxLayout(m_body))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    buildHead();
    m_row->setContentsMargins(ColumnsView::margin, 0, ColumnsView::margin, 8);
    m_row->setSpacing(ColumnsView::gap);
    column->addWidget(m_body, 1);
    fitHeight();
    connect(&comparison, &Comparison::runsChanged, this, &EventsDock::showRuns);
}

void EventsDock::buildHead()
{
    auto* title = new TextLabel(TextRole::Button, &Palette::ink);
    keepTranslated(title, [title] { title->setText(tr("Events")); });
    m_count = new TextLabel(TextRole::BarLabel, &Palette::ink3);
    m_fold = makeIconButton(QStringLiteral("chevron-down"), [this] { return foldName(); });
    connect(m_fold, &QToolButton::clicked, this, &EventsDock::foldClicked);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 8, 0);
    head->setSpacing(6);
    head->addWidget(title);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(m_fold);
    auto* widget = new QWidget;
    widget->setFixedHeight(headHeight - 1);
    widget->setLayout(head);
    layout()->addWidget(widget);
}

void EventsDock::setFolded(bool isFolded)
{
    m_isFolded = isFolded;
    m_body->setVisible(!isFolded);
    fitHeight();
    m_fold->setIcon(
        themeIcon(isFolded ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
    setButtonName(*m_fold, foldName());
}

QString EventsDock::foldName() const
{
    return m_isFolded ? tr("Unfold the events") : tr("Fold the events");
}

void EventsDock::setOpenHeight(int height)
{
    m_openHeight = std::max(height, usualHeight);
    fitHeight();
}

void EventsDock::fitHeight()
{
    setFixedHeight(m_isFolded ? headHeight : m_openHeight);
}

void EventsDock::fill()
{
    m_isFilled = true;
    showRuns();
}

void EventsDock::showRuns()
{
    const auto runs = m_comparison.runs();
    qsizetype events = 0;
    for (const ProgramRunPtr& run : runs)
        events += static_cast<qsizetype>(run->trace().size());
    m_count->setText(QLocale().toString(events));
    if (!m_isFilled)
        return;
    setPanelCount(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        m_panels[i]->setRun(runs[i]);
        m_panels[i]->setPosition(m_comparison.playhead().position());
    }
}

void EventsDock::setPanelCount(std::size_t count)
{
    for (; m_panels.size() > count; m_panels.pop_back())
        delete m_panels.back();
    while (m_panels.size() < count) {
        auto* panel = new EventsPanel;
        Playhead& playhead = m_comparison.playhead();
        connect(&playhead, &Playhead::moved, panel, &EventsPanel::setPosition);
        connect(panel, &EventsPanel::activated, &playhead, &Playhead::setPosition);
        m_row->addWidget(panel, 1);
        m_panels.push_back(panel);
    }
}

void EventsDock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, Style::current().palette().line);
    // Tables are slow to make: the window's first frame does not wait for them.
    if (!m_isFilled)
        QTimer::singleShot(0, this, &EventsDock::fill);
}

}  // namespace coroscope
