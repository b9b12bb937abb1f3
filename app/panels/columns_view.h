// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <vector>

#include "app/document/comparison.h"

class QGridLayout;

namespace coroscope {

class ProgramColumn;

/// The programs of a comparison side by side, as many in a row as fit, or below one another; what
/// does not fit scrolls.
class ColumnsView : public QScrollArea {
    Q_OBJECT

public:
    /// The comparison must outlive the view.
    explicit ColumnsView(Comparison& comparison, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<ProgramColumn*>& columns() const noexcept { return m_columns; }

    /// The height that shows every column whole: all rows, and all that is printed, up to a limit.
    [[nodiscard]] int wholeHeight() const;

    /// Below one another, each over the whole width, so that one time axis serves them all.
    void setRows(bool areRows);

    /// The event loop in a line at the bottom of each.
    void setStripsShown(bool areShown);

    static constexpr int gap = 8;
    static constexpr int margin = 12;

Q_SIGNALS:
    /// Of any of the charts.
    void appearanceChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showRuns();
    [[nodiscard]] int rowsOf(const ProgramRun& run) const;
    void setColumnCount(std::size_t count);
    void arrange();
    void fitRowNames();
    [[nodiscard]] int columnsInARow() const;

    Comparison& m_comparison;
    QGridLayout* m_grid;
    std::vector<ProgramColumn*> m_columns;
    int m_arrangedInARow = 0;
    bool m_areRows = false;
    bool m_areStripsShown = false;
};

}  // namespace coroscope
