// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <vector>

#include "app/document/comparison.h"

class QGridLayout;

namespace coroscope {

class ProgramColumn;

/// The programs of a comparison side by side, as many in a row as fit; more rows scroll.
class ColumnsView : public QScrollArea {
    Q_OBJECT

public:
    /// The comparison must outlive the view.
    explicit ColumnsView(Comparison& comparison, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<ProgramColumn*>& columns() const noexcept { return m_columns; }

    /// The height that shows every column whole: all rows, and all that is printed, up to a limit.
    [[nodiscard]] int wholeHeight() const;

    static constexpr int gap = 8;
    static constexpr int margin = 12;

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
};

}  // namespace coroscope
