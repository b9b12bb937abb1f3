// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <array>

#include "app/document/comparison.h"
#include "app/document/insights.h"

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace coroscope {

class DetailsPanel;
class PanelRow;

/// The dock at the bottom: a tab for each thing that can be told of the programs, and under it a
/// panel for each program, under its column. What is not shown computes nothing.
class BottomDock : public QDockWidget {
    Q_OBJECT

public:
    enum Tab { LoopTab, EventsTab, SummaryTab, FindingsTab, StoryTab, DetailsTab };
    static constexpr int tabCount = 6;

    explicit BottomDock(QWidget* parent = nullptr);

    /// Whether what is selected is told here, or elsewhere.
    enum class Details { Here, Elsewhere };

    /// Both must live until clear(), or the next document.
    void setDocument(Comparison& comparison, Insights& insights, Details details);
    void clear();

    [[nodiscard]] Tab currentTab() const;
    void setCurrentTab(Tab tab);
    /// Null for Details, which has one panel for all programs.
    [[nodiscard]] PanelRow* row(Tab tab) const { return m_rows[tab]; }
    /// Whether the tab that is shown tells of the runs that there are.
    [[nodiscard]] bool isCurrent() const;

    /// Folded, only the tabs are there.
    void setFolded(bool isFolded);
    [[nodiscard]] bool isFolded() const noexcept { return m_isFolded; }

    static constexpr int headHeight = 36;
    static constexpr int usualHeight = 192;

Q_SIGNALS:
    /// Somebody wants it folded, or unfolded.
    void foldClicked();
    void foldedChanged(bool isFolded);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHead();
    void retranslate();
    [[nodiscard]] QString foldName() const;
    void showCounts();
    void showTab(int index);
    void chooseTab(int index);
    void showSelection();

    Comparison* m_comparison = nullptr;
    Insights* m_insights = nullptr;
    QTabBar* m_tabs = nullptr;
    QToolButton* m_fold = nullptr;
    QStackedWidget* m_body;
    std::array<PanelRow*, tabCount> m_rows{};
    DetailsPanel* m_details = nullptr;
    Tab m_tabBefore = LoopTab;  // the details came by themselves
    int m_openHeight = usualHeight;
    bool m_isFolded = false;
};

}  // namespace coroscope
