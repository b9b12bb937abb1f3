// SPDX-License-Identifier: GPL-3.0-or-later
// Files of shapes: what they take, and how large they are.
#include "app/export/picture_encoder.h"
#include "tests/benchmark/chart/big_runs.h"
#include "tests/benchmark/chart/report.h"

namespace coroscope::benchmark {

void reportExport(Report& report)
{
    report.section("Vector files");
    const ProgramRunPtr run = bigRun(1'000'000, 40);
    const ExportContent content{QStringLiteral("Orders 주문"), {run}};
    const auto measure = [&](const std::string& name, auto prepare) {
        QByteArray data;
        const double milliseconds = leastMilliseconds(3, [&] {
            const auto job = prepare(content, PictureOptions{});
            if (job)
                data = job.value()({}).value();
        });
        report.atMost(name + " of 1e6 segments x 40 rows", 150, milliseconds, "ms");
        report.atMost(name + ", its size", 2, static_cast<double>(data.size()) / 1e6, "MB");
    };
    measure("SVG", &prepareSvg);
    measure("PDF", &preparePdf);
}

}  // namespace coroscope::benchmark
