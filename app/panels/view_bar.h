// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/document/axis_mode.h"

class QPushButton;
class QToolButton;

namespace coroscope {

class SearchField;
class SegmentedControl;
class TextLabel;

/// The line above the charts: what to look for in this lesson, and how the charts show it.
class ViewBar : public QWidget {
    Q_OBJECT

public:
    explicit ViewBar(QWidget* parent = nullptr);

    /// Empty for a scenario that says nothing.
    void setLookFor(const QString& text);
    void setAxis(AxisKind kind);

    [[nodiscard]] SearchField& searchField() const noexcept { return *m_search; }
    /// Shows the field for the search and gives it the focus.
    void openSearch();
    void closeSearch();
    /// Does not signal.
    void setOnlyMatches(bool isOn);

    /// A button that leads back to the end of what is being recorded.
    void setGoLiveShown(bool isShown);

    /// Does not signal.
    void setRows(bool areRows);

Q_SIGNALS:
    /// Programs below one another, or side by side.
    void rowsChosen(bool areRows);
    void fitClicked();
    /// Rows that do not match are to be hidden, or shown again.
    void onlyMatchesChosen(bool isOn);
    void goLiveClicked();
    void axisChosen(coroscope::AxisKind kind);

private:
    void build();
    void retranslate();

    TextLabel* m_lead;
    TextLabel* m_text;
    SearchField* m_search;
    QToolButton* m_onlyMatches;
    SegmentedControl* m_axis;
    SegmentedControl* m_layout;
    QPushButton* m_goLive;
};

}  // namespace coroscope
