// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <span>

#include "app/document/comparison.h"
#include "app/panels/card.h"

namespace coroscope {

class ChartView;
class ColumnHeading;
class ProgramTexts;

/// One program of a comparison, from top to bottom: heading, chart, source and output.
class ProgramColumn : public Card {
    Q_OBJECT

public:
    /// Follows the document's playhead and visible range; it must outlive the column.
    explicit ProgramColumn(Comparison& comparison, QWidget* parent = nullptr);

    /// Shows runs[index]; `mostRows` is that of the program with most rows, so that rows are
    /// equally high in all columns.
    void setRun(std::span<const ProgramRunPtr> runs, std::size_t index, int mostRows);
    [[nodiscard]] ChartView& chart() const noexcept { return *m_chart; }
    [[nodiscard]] ProgramTexts& texts() const noexcept { return *m_texts; }

    /// With rows of the usual height and all lines of the source.
    [[nodiscard]] int wholeHeight() const;

    /// Narrower columns do not stand side by side.
    static constexpr int leastWidth = 300;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void placeParts();

    Comparison& m_comparison;
    ColumnHeading* m_heading;
    ChartView* m_chart;
    ProgramTexts* m_texts;
    int m_mostRows = 1;
};

}  // namespace coroscope
