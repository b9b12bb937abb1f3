// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QWidget>
#include <span>

#include "app/document/comparison.h"
#include "app/panels/card.h"

namespace coroscope {

class ChartView;
class Hairline;
class LoopStrip;
class Minimap;
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
    /// Shown for a recording.
    [[nodiscard]] Minimap& minimap() const noexcept { return *m_minimap; }
    [[nodiscard]] ProgramTexts& texts() const noexcept { return *m_texts; }

    /// With rows of the usual height and all lines of the source.
    [[nodiscard]] int wholeHeight() const;

    /// The event loop in a line at the bottom.
    void setStripShown(bool isShown);

    /// Chart and texts side by side rather than one above the other.
    void setWide(bool isWide);
    [[nodiscard]] bool isWide() const noexcept { return m_isWide; }
    /// Of a wide one: heading, and rows of the usual height.
    [[nodiscard]] int wideHeight() const;

    /// Narrower columns do not stand side by side.
    static constexpr int leastWidth = 300;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectChart();
    void showGhost();
    [[nodiscard]] int minimapHeight() const;
    [[nodiscard]] int chartHeight(int rows, qreal rowHeight) const;
    void placeParts();

    Comparison& m_comparison;
    ColumnHeading* m_heading;
    ChartView* m_chart;
    Minimap* m_minimap;
    Hairline* m_line;
    ProgramTexts* m_texts;
    LoopStrip* m_strip;
    QBoxLayout* m_body = nullptr;
    QBoxLayout* m_schedule = nullptr;  ///< chart and minimap
    int m_mostRows = 1;
    bool m_isWide = false;
};

}  // namespace coroscope
