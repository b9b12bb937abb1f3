// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to move the playhead over three charts side by side.
#include <QHBoxLayout>
#include <set>

#include "tests/benchmark/chart/big_runs.h"
#include "tests/benchmark/chart/report.h"
#include "tests/benchmark/median.h"

namespace coroscope::benchmark {
namespace {

constexpr int frames = 30;
constexpr double framesPerSecond = 60;

// Qt paints a few milliseconds after it was asked to, once for all that was asked: a frame is over
// when it has.
class Paints : public QObject {
public:
    explicit Paints(const std::vector<ChartView*>& views)
    {
        for (ChartView* view : views)
            view->viewport()->installEventFilter(this);
    }

    void waitFor(std::size_t views)
    {
        while (m_painted.size() < views)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_painted.clear();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted.insert(watched);
        return false;
    }

private:
    std::set<QObject*> m_painted;
};

}  // namespace

void reportPlayhead(Report& report)
{
    report.section("The playhead over three charts, 1600 x 900 px");
    const ProgramRunPtr run = bigRun(1'000'000, 40);
    QWidget window;
    auto* row = new QHBoxLayout(&window);
    std::vector<ChartView*> views;
    for (int i = 0; i < 3; ++i) {
        auto* view = new ChartView(palette(Theme::Light));
        view->setRun(run, run->total());
        view->program().setVisibleRange({Ticks{0}, run->total()});
        row->addWidget(view);
        views.push_back(view);
    }
    window.resize(1600, 900);
    window.show();
    QCoreApplication::processEvents();
    Paints paints(views);
    const auto move = [&](int frame) {
        for (ChartView* view : views)
            view->program().setPlayhead({run->total() / 1000 * (frame % 1000)});
        paints.waitFor(views.size());
    };
    int frame = 0;
    constexpr int many = 200;
    const double own = leastMilliseconds(3,
                                         [&] {
                                             for (int i = 0; i < many; ++i)
                                                 move(++frame);
                                         }) /
                       many;
    const double naive = leastMilliseconds(3,
                                           [&] {
                                               for (int i = 0; i < frames; ++i) {
                                                   for (ChartView* view : views) {
                                                       view->setColours(palette(Theme::Light));
                                                       view->viewport()->update();
                                                   }
                                                   move(++frame);
                                               }
                                           }) /
                         frames;
    report.note("moving the playhead over three charts", own, "ms");
    report.atMost("the same at 60 a second, of one core", 0.5, own * framesPerSecond / 10, "%");
    report.atLeast("drawing the bars anew each time, against it", 50, naive / own, "x");
}

}  // namespace coroscope::benchmark
