// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

#include "app/charts/program_chart.h"

namespace coroscope {

/// A program's chart in the window. Owns the chart.
class ChartView : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(const Palette& palette, QWidget* parent = nullptr);

    [[nodiscard]] ProgramChart& program() const noexcept { return *m_program; }

    /// The same as the chart's, and the names that go with them.
    void setRun(ProgramRunPtr run, Ticks longestTotal, std::size_t longestEvents = 0);
    void setColours(const Palette& palette);

    /// Room for all rows at the design's height, up to twelve; at least four of the lowest.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// Up, Down, Page Up, Page Down scroll rows that do not fit; other keys are the window's.
    void keyPressEvent(QKeyEvent* event) override;
    /// A pinch zooms around the fingers.
    bool viewportEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    ProgramChart* m_program;
    bool m_showsFocus = false;
};

}  // namespace coroscope
