// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "app/charts/chart_view.h"
#include "tests/benchmark/chart/big_view.h"

namespace coroscope::benchmark {

inline ProgramRunPtr bigRun(std::size_t segments, std::size_t rows)
{
    scenario::ProgramInfo program;
    program.name = "big";
    scenario::Run run;
    run.trace = test::traceOf({.segments = segments, .rows = rows});
    return programRunOf(program, run);
}

/// A chart as it is in the window.
struct ShownChart {
    explicit ShownChart(const ProgramRunPtr& run, QSize size = {1600, 900})
        : total(run->total()), view(palette(Theme::Light))
    {
        view.setRun(run, total);
        view.program().setHeaderWidth(200);
        view.program().setVisibleRange({Ticks{0}, total});
        view.resize(size);
        view.show();
        QCoreApplication::processEvents();
    }

    [[nodiscard]] ProgramChart& chart() const { return view.program(); }

    Ticks total;
    ChartView view;
};

}  // namespace coroscope::benchmark
