// SPDX-License-Identifier: GPL-3.0-or-later
#include <QScreen>
#include <QTest>

#include "tests/app/chart_window.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// What the window has painted so far, part by part.
QImage onScreen(const ChartView& view)
{
    return view.screen()->grabWindow(view.winId()).toImage().convertToFormat(QImage::Format_RGB32);
}

QImage whole(ChartView& view)
{
    return view.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

QImage paintedAnew(ChartView& view)
{
    view.setColours(palette(Theme::Light));
    return whole(view);
}

}  // namespace

class TestChartView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPaintedInPartsLooksLikeTheWhole_data()
    {
        using Step = void (*)(ChartWindow&);
        QTest::addColumn<Step>("step");
        QTest::addColumn<bool>("looksDifferent");
        const auto add = [](const char* name, Step step, bool looksDifferent = true) {
            QTest::newRow(name) << step << looksDifferent;
        };
        add("playhead moves", [](ChartWindow& f) {
            for (const double time : {1.0, 4.3, 4.35, 9.0, 2.0, 6.7})
                f.playhead.setTime(s(time));
        });
        add("while it plays", [](ChartWindow& f) {
            f.chart().setPlaying(true);
            for (const double time : {0.5, 3.1, 5.0, 7.2})
                f.chart().setPlayhead({s(time)});
        });
        add("over words in bars", [](ChartWindow& f) { f.playhead.setTime(s(0.8)); });
        add("pointer over a bar", [](ChartWindow& f) { f.move(f.at(5, 1)); });
        add(
            "pointer beside it again",
            [](ChartWindow& f) {
                f.move(f.at(5, 1));
                f.move({390, 182});
            },
            false);
        add("selected under the playhead", [](ChartWindow& f) {
            f.playhead.setTime(s(3));
            f.click(f.at(5, 1));
        });
        add("zoomed, with the playhead left outside", [](ChartWindow& f) {
            f.playhead.setTime(s(9));
            f.range.setSpan({s(1), s(4)});
        });
        add("header wider", [](ChartWindow& f) { f.chart().setHeaderWidth(120); });
        add("rows scrolled", [](ChartWindow& f) {
            f.view.resize(394, 120);
            f.chart().setFirstRow(1);
        });
        add("critical path", [](ChartWindow& f) { f.chart().showCriticalPath(true); });
    }

    void whatIsPaintedInPartsLooksLikeTheWhole()
    {
        using Step = void (*)(ChartWindow&);
        QFETCH(Step, step);
        ChartWindow f;
        QVERIFY(f.isShown);
        f.playhead.setTime(s(2));
        QTRY_COMPARE(onScreen(f.view), whole(f.view));
        const QImage before = onScreen(f.view);
        step(f);
        QTRY_COMPARE(onScreen(f.view), whole(f.view));
        const QImage inParts = onScreen(f.view);
        QCOMPARE(inParts, paintedAnew(f.view));
        QFETCH(bool, looksDifferent);
        QCOMPARE(inParts != before, looksDifferent);
    }

    void movingThePlayheadPaintsNothingThatStandsStill()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        f.playhead.setTime(s(2));
        (void)f.view.grab();
        QVERIFY(f.chart().takeDamage().isEmpty());
        f.playhead.setTime(s(5));
        QVERIFY(f.chart().takeDamage().isEmpty());
        f.move(f.at(5, 1));
        QVERIFY(!f.chart().takeDamage().isEmpty());
    }
};

COROSCOPE_TEST(TestChartView)

#include "tst_chart_view.moc"
