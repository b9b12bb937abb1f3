// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <chrono>
#include <functional>
#include <vector>

#include "app/document/comparison.h"

class QHBoxLayout;

namespace coroscope {

class ProgramPanel;

/// The same panel for each program, under its column. Does nothing while it is hidden; what it
/// missed is made up for when it is shown.
class PanelRow : public QWidget {
    Q_OBJECT

public:
    using Factory = std::function<ProgramPanel*()>;

    /// When panels take in new runs: at once, or when the runs have not changed for a while, so
    /// that a slider that is being dragged does not wait for them.
    enum class Pace { AtOnce, AfterADrag };
    static constexpr std::chrono::milliseconds patience{80};

    /// The comparison must outlive the row.
    PanelRow(Comparison& comparison, Factory make, Pace pace, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<ProgramPanel*>& panels() const noexcept { return m_panels; }
    /// Whether the panels show the runs that there are.
    [[nodiscard]] bool isCurrent() const noexcept { return m_hasRuns; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void takeRuns();
    void showRuns();
    void showPosition();
    void fillSoon();
    void catchUp();
    void setCount(std::size_t count);

    Comparison& m_comparison;
    const Factory m_make;
    QHBoxLayout* m_row;
    std::vector<ProgramPanel*> m_panels;
    bool m_hasRuns = false;
    const Pace m_pace;
    QTimer m_pause;
};

}  // namespace coroscope
