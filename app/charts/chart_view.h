// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>
#include <QPixmap>

#include "app/charts/program_chart.h"

namespace coroscope {

/// A program's chart in the window. Owns the chart.
///
/// Cost    moving the playhead copies strips of a picture of all that stands still, and paints what
///         moves over it: no item of the scene is looked at
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
    void paintEvent(QPaintEvent* event) override;

private:
    void renewPicture();

    ProgramChart* m_program;
    QPixmap m_still;            ///< what the viewport shows but what moves with the playhead
    bool m_isOutdated = false;  ///< all of it
};

}  // namespace coroscope
