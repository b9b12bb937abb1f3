// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace coroscope {

class TextLabel;

/// The line above the charts: what to look for in this lesson, and how the charts show it.
class ViewBar : public QWidget {
    Q_OBJECT

public:
    explicit ViewBar(QWidget* parent = nullptr);

    /// Empty for a scenario that says nothing.
    void setLookFor(const QString& text);

Q_SIGNALS:
    void fitClicked();

private:
    TextLabel* m_lead;
    TextLabel* m_text;
};

}  // namespace coroscope
