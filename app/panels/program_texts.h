// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/document/program_run.h"

class QTabBar;

namespace coroscope {

class Hairline;
class OutputPanel;
class SourcePanel;

/// A program's source and its output: one above the other, or as two tabs where that would leave
/// too little of either.
class ProgramTexts : public QWidget {
    Q_OBJECT

public:
    explicit ProgramTexts(QWidget* parent = nullptr);

    void setRun(const ProgramRunPtr& run);
    void setPosition(const PlayPosition& position);

    [[nodiscard]] SourcePanel& source() const noexcept { return *m_source; }
    [[nodiscard]] OutputPanel& output() const noexcept { return *m_output; }
    [[nodiscard]] bool isTabbed() const noexcept { return m_isTabbed; }

    /// The height that shows all lines of the source.
    [[nodiscard]] int wholeHeight() const;

    /// Lower ones have tabs.
    static constexpr int tabbedBelow = 300;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum Tab { SourceTab, OutputTab };

    void arrange();
    void retranslate();
    void showCount();

    QTabBar* m_tabs;
    SourcePanel* m_source;
    Hairline* m_line;
    OutputPanel* m_output;
    bool m_isTabbed = false;
};

}  // namespace coroscope
