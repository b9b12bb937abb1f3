// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>
#include <array>

#include "app/document/program_run.h"

class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace coroscope {

/// One program's total time as a bar on a scale that it shares with others: how long its thread
/// ran, was blocked, and had nothing to do.
class TotalsChart : public QChartView {
    Q_OBJECT

public:
    static constexpr int chartHeight = 34;

    explicit TotalsChart(QWidget* parent = nullptr);

    /// Null for no program.
    void setRun(const ProgramRunPtr& run);
    void setLongest(Ticks longest);
    void retranslate();

private:
    enum Part { Running, Blocking, Idle, partCount };

    void dress();

    std::array<QBarSet*, partCount> m_parts;
    QHorizontalStackedBarSeries* m_series;
    QValueAxis* m_axis;
};

}  // namespace coroscope
