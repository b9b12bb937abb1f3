// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/bottom_dock.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMainWindow>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "app/panels/buttons.h"
#include "app/panels/details_panel.h"
#include "app/panels/events_panel.h"
#include "app/panels/findings_panel.h"
#include "app/panels/hairline.h"
#include "app/panels/loop_panel.h"
#include "app/panels/panel_row.h"
#include "app/panels/story_panel.h"
#include "app/panels/summary_panel.h"
#include "app/style/fonts.h"
#include "app/style/icons.h"

namespace coroscope {
namespace {

constexpr int leastBodyHeight = 96;

struct TabSpec {
    const char* title;
    ProgramPanel* (*make)(Insights& insights);
    PanelRow::Pace pace = PanelRow::Pace::AfterADrag;
};

template <typename Panel>
ProgramPanel* make(Insights&)
{
    return new Panel;
}

ProgramPanel* makeFindings(Insights& insights)
{
    return new FindingsPanel(insights);
}

// In the order of BottomDock::Tab.
// Without make(): one panel for all programs.
constexpr std::array<TabSpec, BottomDock::tabCount> tabs{{
    {QT_TRANSLATE_NOOP("coroscope::BottomDock", "Event loop"), make<LoopPanel>,
     PanelRow::Pace::AtOnce},
    {QT_TRANSLATE_NOOP("coroscope::BottomDock", "Events"), make<EventsPanel>},
    {QT_TRANSLATE_NOOP("coroscope::BottomDock", "Summary"), make<SummaryPanel>},
    {QT_TRANSLATE_NOOP("coroscope::BottomDock", "Findings"), makeFindings},
    {QT_TRANSLATE_NOOP("coroscope::BottomDock", "Story"), make<StoryPanel>},
    {QT_TRANSLATE_NOOP("coroscope::BottomDock", "Details"), nullptr},
}};

QString counted(const QString& title, qsizetype count)
{
    return QStringLiteral("%1 %2").arg(title, QLocale().toString(count));
}

}  // namespace

BottomDock::BottomDock(QWidget* parent) : QDockWidget(parent), m_body(new QStackedWidget)
{
    setObjectName(QStringLiteral("bottom"));
    setFeatures(DockWidgetClosable | DockWidgetMovable);
    setAllowedAreas(Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea);
    buildHead();
    // A dock without a visible widget would be as narrow as its tabs.
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_body);
    setWidget(content);
    m_body->setMinimumHeight(leastBodyHeight);
    retranslate();
}

// The tabs stand in the title bar, whose free parts can be dragged.
void BottomDock::buildHead()
{
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    for (int i = 0; i < tabCount; ++i)
        m_tabs->addTab({});
    m_fold = makeIconButton(QStringLiteral("chevron-down"), [this] { return foldName(); });
    connect(m_fold, &QToolButton::clicked, this, &BottomDock::foldClicked);
    connect(m_tabs, &QTabBar::currentChanged, this, &BottomDock::showTab);
    connect(m_tabs, &QTabBar::tabBarClicked, this, &BottomDock::chooseTab);
    auto* head = new QWidget;
    head->setFixedHeight(headHeight);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 8, 0);
    row->addWidget(m_tabs);
    row->addStretch();
    row->addWidget(m_fold);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Hairline(Qt::Horizontal));
    column->addLayout(row, 1);
    setTitleBarWidget(head);
}

void BottomDock::setDocument(Comparison& comparison, Insights& insights, Details details)
{
    clear();
    m_comparison = &comparison;
    m_insights = &insights;
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        if (tabs[i].make == nullptr)
            continue;
        m_rows[i] = new PanelRow(
            comparison, [i, &insights] { return tabs[i].make(insights); }, tabs[i].pace);
        m_body->addWidget(m_rows[i]);
    }
    m_tabs->setTabVisible(DetailsTab, details == Details::Here);
    if (details == Details::Here) {
        m_details = new DetailsPanel(comparison);
        m_body->addWidget(m_details);
        connect(&comparison.view().selection, &Selection::changed, this,
                &BottomDock::showSelection);
    }
    m_body->setCurrentIndex(m_tabs->currentIndex());
    connect(&comparison, &Comparison::runsChanged, this, &BottomDock::showCounts);
    connect(&insights, &Insights::changed, this, &BottomDock::showCounts);
}

void BottomDock::clear()
{
    if (m_comparison != nullptr) {
        m_comparison->disconnect(this);
        m_comparison->view().selection.disconnect(this);
        m_insights->disconnect(this);
    }
    for (PanelRow*& row : m_rows)
        delete std::exchange(row, nullptr);
    delete std::exchange(m_details, nullptr);
    m_comparison = nullptr;
    m_insights = nullptr;
}

BottomDock::Tab BottomDock::currentTab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void BottomDock::setCurrentTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

bool BottomDock::isCurrent() const
{
    const PanelRow* const row = m_rows[currentTab()];
    return m_isFolded || isHidden() || currentTab() == DetailsTab ||
           (row != nullptr && row->isCurrent());
}

void BottomDock::showTab(int index)
{
    m_body->setCurrentIndex(index);
}

void BottomDock::chooseTab(int index)
{
    if (m_isFolded && index >= 0)
        Q_EMIT foldClicked();
}

// Who selects a segment wants to know more of it; who lets go of it, what was there before.
void BottomDock::showSelection()
{
    const bool isSelected = !m_comparison->view().selection.isEmpty();
    if (isSelected && currentTab() != DetailsTab) {
        m_tabBefore = currentTab();
        setCurrentTab(DetailsTab);
    } else if (!isSelected && currentTab() == DetailsTab) {
        setCurrentTab(m_tabBefore);
    }
}

void BottomDock::setFolded(bool isFolded)
{
    if (isFolded == m_isFolded)
        return;
    m_isFolded = isFolded;
    if (isFolded)
        m_openHeight = std::max(height(), headHeight + leastBodyHeight);
    m_body->setVisible(!isFolded);
    setMinimumHeight(isFolded ? headHeight : headHeight + leastBodyHeight);
    setMaximumHeight(isFolded ? headHeight : QWIDGETSIZE_MAX);
    if (auto* const window = qobject_cast<QMainWindow*>(parentWidget()); window && !isFolded)
        window->resizeDocks({this}, {m_openHeight}, Qt::Vertical);
    retranslate();
    Q_EMIT foldedChanged(isFolded);
}

void BottomDock::showCounts()
{
    if (m_comparison == nullptr)
        return;
    qsizetype events = 0;
    for (const ProgramRunPtr& run : m_comparison->runs())
        events += static_cast<qsizetype>(run->trace().size());
    m_tabs->setTabText(EventsTab, counted(tr(tabs[EventsTab].title), events));
    const auto findings = static_cast<qsizetype>(m_insights->count());
    const QString title = tr(tabs[FindingsTab].title);
    m_tabs->setTabText(FindingsTab, findings == 0 ? title : counted(title, findings));
}

void BottomDock::retranslate()
{
    setWindowTitle(tr("Bottom panel"));
    m_tabs->setAccessibleName(tr("What the bottom panel tells"));
    for (int i = 0; i < tabCount; ++i)
        m_tabs->setTabText(i, tr(tabs[static_cast<std::size_t>(i)].title));
    showCounts();
    m_fold->setIcon(
        themeIcon(m_isFolded ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
    setButtonName(*m_fold, foldName());
}

QString BottomDock::foldName() const
{
    return m_isFolded ? tr("Unfold the bottom panel") : tr("Fold the bottom panel");
}

void BottomDock::changeEvent(QEvent* event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace coroscope
