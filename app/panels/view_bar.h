// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace coroscope {

class SegmentedControl;
class TextLabel;

/// The line above the charts: what to look for in this lesson, and how the charts show it.
class ViewBar : public QWidget {
    Q_OBJECT

public:
    explicit ViewBar(QWidget* parent = nullptr);

    /// Empty for a scenario that says nothing.
    void setLookFor(const QString& text);

    /// Does not signal.
    void setRows(bool areRows);

Q_SIGNALS:
    /// Programs below one another, or side by side.
    void rowsChosen(bool areRows);
    void fitClicked();

private:
    TextLabel* m_lead;
    TextLabel* m_text;
    SegmentedControl* m_layout;
};

}  // namespace coroscope
