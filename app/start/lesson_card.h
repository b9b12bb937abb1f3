// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <vector>

#include "app/document/program_run.h"
#include "core/scenario/scenario.h"

namespace coroscope {

/// One lesson to open: its schedule as a thumbnail, its number, title and summary.
class LessonCard : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int cardHeight = 176;

    LessonCard(int number, scenario::Scenario scenario, QWidget* parent = nullptr);

    [[nodiscard]] const scenario::Scenario& scenario() const noexcept { return m_scenario; }
    /// Whether its number, title or summary, in any language, has `text` in it.
    [[nodiscard]] bool matches(const QString& text) const;

    /// What the thumbnail shows. Until then the card asks for it whenever it is painted.
    void setRuns(std::vector<ProgramRunPtr> runs);
    [[nodiscard]] bool hasRuns() const noexcept { return !m_runs.empty(); }

    [[nodiscard]] QSize sizeHint() const override { return {200, cardHeight}; }

Q_SIGNALS:
    /// Is seen, and has no runs.
    void runsWanted();
    void focused();

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    /// Leaves the arrows to the grid.
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void drawTexts(QPainter& painter) const;
    [[nodiscard]] QString title() const;

    const int m_number;
    const scenario::Scenario m_scenario;
    std::vector<ProgramRunPtr> m_runs;
};

}  // namespace coroscope
