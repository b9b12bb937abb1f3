// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "app/document/comparison.h"

class QHBoxLayout;
class QToolButton;

namespace coroscope {

class EventsPanel;
class TextLabel;

/// The dock at the bottom: each program's events under its column.
class EventsDock : public QWidget {
    Q_OBJECT

public:
    /// The comparison must outlive the dock.
    explicit EventsDock(Comparison& comparison, QWidget* parent = nullptr);

    /// Folded, only its head is there.
    void setFolded(bool isFolded);
    /// Of the dock when it is not folded; at least `usualHeight`.
    void setOpenHeight(int height);
    [[nodiscard]] bool isFolded() const noexcept { return m_isFolded; }

    static constexpr int headHeight = 36;
    static constexpr int usualHeight = 192;

Q_SIGNALS:
    void foldClicked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead();
    void fill();
    void fitHeight();
    [[nodiscard]] QString foldName() const;
    void showRuns();
    void setPanelCount(std::size_t count);

    Comparison& m_comparison;
    TextLabel* m_count = nullptr;
    QToolButton* m_fold = nullptr;
    QWidget* m_body;
    QHBoxLayout* m_row;
    std::vector<EventsPanel*> m_panels;
    int m_openHeight = usualHeight;
    bool m_isFolded = false;
    bool m_isFilled = false;
};

}  // namespace coroscope
