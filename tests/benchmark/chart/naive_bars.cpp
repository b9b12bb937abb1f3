// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Charts' own series against this chart, at a size that they can still show: 1e5 segments in 10
// rows.
#include <QBarSet>
#include <QChartView>
#include <QFile>
#include <QHorizontalStackedBarSeries>
#include <QLineSeries>
#include <QValueAxis>

#include "tests/benchmark/chart/big_runs.h"
#include "tests/benchmark/chart/report.h"

namespace coroscope::benchmark {
namespace {

constexpr std::size_t segments = 100'000;
constexpr std::size_t rows = 10;
constexpr int repeats = 5;

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    constexpr double pageBytes = 4096;
    return file.readAll().split(' ').value(1).toDouble() * pageBytes / 1e6;
}

struct Times {
    double repaint = 0;
    double pan = 0;  // all of the step: what moves is laid out and painted once
};

template <typename Move>
Times timesOf(QWidget& view, Move move)
{
    QCoreApplication::processEvents();
    Times times;
    times.repaint = leastMilliseconds(repeats, [&] { (void)view.grab(); });
    int step = 0;
    times.pan = leastMilliseconds(repeats, [&] {
        move(++step);
        QCoreApplication::sendPostedEvents();  // not the window's own painting, which comes later
        (void)view.grab();
    });
    return times;
}

struct NaiveChart {
    NaiveChart()
    {
        chart->setAnimationOptions(QChart::NoAnimation);
        chart->addAxis(time, Qt::AlignBottom);
        chart->addAxis(row, Qt::AlignLeft);
        row->setRange(-0.5, rows - 0.5);
        view.resize(1600, 900);
    }
    void add(QAbstractSeries* series)
    {
        chart->addSeries(series);
        series->attachAxis(time);
        series->attachAxis(row);
    }
    Times measure()
    {
        time->setRange(0, 60);
        view.show();
        return timesOf(view, [this](int step) { time->setRange(0.3 * step, 60 + 0.3 * step); });
    }

    QChart* chart = new QChart;
    QValueAxis* time = new QValueAxis;
    QValueAxis* row = new QValueAxis;
    QChartView view{chart};
};

Times stackedBars(const std::vector<Track>& tracks, double& megabytes)
{
    const double before = residentMegabytes();
    NaiveChart naive;
    auto* series = new QHorizontalStackedBarSeries;
    QList<QBarSet*> sets;
    for (std::size_t i = 0; i < segments / rows; ++i) {
        auto* set = new QBarSet(QString());
        for (const Track& track : tracks)
            set->append(i + 1 < track.segments.size()
                            ? toSeconds(track.segments.timeAt(i + 1) - track.segments.timeAt(i))
                            : 0);
        sets << set;
    }
    series->append(sets);
    naive.add(series);
    const Times times = naive.measure();
    megabytes = residentMegabytes() - before;
    return times;
}

// One for each row and state: gaps are joined, so that the picture is wrong, but it is quick.
Times lines(const std::vector<Track>& tracks)
{
    NaiveChart naive;
    for (std::size_t row = 0; row < tracks.size(); ++row) {
        for (int state = 2; state < 6; ++state) {
            auto* series = new QLineSeries;
            QList<QPointF> points;
            const SegmentColumn& column = tracks[row].segments;
            for (std::size_t i = 0; i + 1 < column.size(); ++i) {
                if (static_cast<int>(column.stateAt(i)) == state)
                    points << QPointF(toSeconds(column.timeAt(i)), static_cast<double>(row))
                           << QPointF(toSeconds(column.timeAt(i + 1)), static_cast<double>(row));
            }
            series->replace(points);
            naive.add(series);
        }
    }
    return naive.measure();
}

}  // namespace

void reportNaive(Report& report)
{
    report.section("Against Qt Charts' series, 1e5 segments x 10 rows");
    const Store store(segments, rows);
    ShownChart shown(bigRun(segments, rows));
    shown.chart().setVisibleRange({Ticks{0}, shown.total / 2});
    const Ticks pixels = shown.total / 2 / 1380 * 8;
    const Times own = timesOf(shown.view, [&](int step) {
        shown.chart().setVisibleRange({pixels * step, shown.total / 2 + pixels * step});
    });
    const Times ofLines = lines(store.rows);
    double megabytes = 0;
    const Times bars = stackedBars(store.rows, megabytes);
    report.note("this chart: pan step", own.pan, "ms");
    report.note("this chart: static repaint", own.repaint, "ms");
    report.atLeast("pan step of stacked bars, against this chart", 60, bars.pan / own.pan, "x");
    report.atLeast("pan step of line series, against this chart", 20, ofLines.pan / own.pan, "x");
    report.atLeast("static repaint of stacked bars, against this chart", 100,
                   bars.repaint / own.repaint, "x");
    std::size_t bytes = store.groups.bytes();
    for (const Track& track : store.rows)
        bytes += sizeof(Track) + track.segments.bytes() + track.pyramid.cells().bytes();
    report.atLeast("memory of stacked bars, against the index", 300,
                   megabytes / (static_cast<double>(bytes) / 1e6), "x");
}

}  // namespace coroscope::benchmark
