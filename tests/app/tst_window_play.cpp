// SPDX-License-Identifier: GPL-3.0-or-later
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include "app/models/event_table_model.h"
#include "app/panels/combo.h"
#include "app/panels/status_strip.h"
#include "app/style/time_label.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr const char* programs[] = {"sync", "gather", "create_task"};

// Moves the clock and lets the player see it, as its timer does.
void pass(WindowFixture& f, double seconds)
{
    f.now += s(seconds);
    f.window.navigation().player().advance();
}

int printedLines(const WindowFixture& f, const char* program)
{
    return f.find<QListView>(("Output of " + std::string(program)).c_str())->model()->rowCount();
}

int happenedEvents(const WindowFixture& f, const char* program)
{
    const auto* const table = f.find<QTableView>(("Events of " + std::string(program)).c_str());
    return static_cast<const EventTableModel*>(table->model())->eventCount();
}

bool isPlaying(WindowFixture& f)
{
    return f.window.comparison().playhead().isPlaying();
}

scenario::Scenario scenarioOf(const char* statement)
{
    const std::string text = R"({"coroscope_scenario": 1, "title": "Long",
        "functions": [{"name": "f", "body": [)" +
                             std::string(statement) + R"(]}],
        "calls": [{"call": "f"}, {"call": "f"}], "strategies": ["gather"]})";
    auto read = scenario::readScenario(text, "long.scenario.json");
    if (!read)
        qWarning("%s", read.error().text().c_str());
    return read.value();
}

}  // namespace

class TestWindowPlay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsWalkAllColumnsInLockstep()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QVERIFY(f.showTab(BottomDock::EventsTab));
        f.window.navigation().toStart();
        QToolButton* const forward = f.find<QToolButton>("Step forward");
        std::vector<PlayPosition> way{f.state(0).position};
        std::vector<int> events{happenedEvents(f, "gather")};
        while (f.time() < 17 && way.size() < 200) {
            QTest::mouseClick(forward, Qt::LeftButton);
            way.push_back(f.state(0).position);
            events.push_back(happenedEvents(f, "gather"));
            for (std::size_t column = 0; column < 3; ++column)
                QCOMPARE(f.state(column).position, way.back());
            QVERIFY(events.back() >= events[events.size() - 2]);
        }
        QCOMPARE(f.time(), 17.0);
        QVERIFY(way.size() > 6);
        QVERIFY(events.back() > events.front());

        QToolButton* const back = f.find<QToolButton>("Step back");
        for (std::size_t i = way.size() - 1; i-- > 0;) {
            QTest::mouseClick(back, Qt::LeftButton);
            QCOMPARE(f.state(1).position, way[i]);
            QCOMPARE(happenedEvents(f, "gather"), events[i]);
        }
    }

    void outputAndEventsFollowThePlayhead()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QVERIFY(f.showTab(BottomDock::EventsTab));
        f.setTime(3.5);
        QCOMPARE(printedLines(f, "sync"), 1);
        QCOMPARE(printedLines(f, "gather"), 5);
        f.setTime(17);
        for (const char* const program : programs)
            QVERIFY(printedLines(f, program) >= 10);
        QCOMPARE(happenedEvents(f, "sync"), static_cast<int>(f.state(0).run->trace().size()));
        f.setTime(3.5);
        QCOMPARE(printedLines(f, "gather"), 5);
    }

    void playingFollowsTheClock()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.window.navigation().toStart();
        QTest::mouseClick(f.find<QToolButton>("Play"), Qt::LeftButton);
        QVERIFY(isPlaying(f));
        QVERIFY(f.state(2).isPlaying);
        pass(f, 1);
        QCOMPARE(f.time(), 2.0);  // 17 s play in about 8 s
        QCOMPARE(toSeconds(f.state(2).position.time), 2.0);
        QCOMPARE(f.window.findChild<TimeLabel*>(QStringLiteral("time"))->text(),
                 QStringLiteral("2.00 s"));

        QTest::mouseClick(f.find<QToolButton>("Pause"), Qt::LeftButton);
        pass(f, 1);
        QCOMPARE(f.time(), 2.0);
        QVERIFY(f.find<QToolButton>("Play"));
    }

    void aChosenSpeedCounts_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<double>("passed");
        QTest::addColumn<double>("time");
        QTest::newRow("a tenth") << 0.1 << 10.0 << 1.0;
        QTest::newRow("real") << 1.0 << 3.0 << 3.0;
        QTest::newRow("thousandfold") << 1000.0 << 0.016 << 16.0;
    }

    void aChosenSpeedCounts()
    {
        QFETCH(double, speed);
        QFETCH(double, passed);
        QFETCH(double, time);
        WindowFixture f;
        QVERIFY(f.isShown);
        auto* const combo = f.find<Combo>("Speed");
        combo->setCurrentIndex(combo->findData(speed));
        Q_EMIT combo->activated(combo->currentIndex());
        f.window.navigation().toStart();
        f.press("Space");
        pass(f, passed);
        QCOMPARE(f.time(), time);
    }

    void playingEndsAtTheEndAndBeginsAgain()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.press("Space");
        pass(f, 60);
        QCOMPARE(f.time(), 17.0);
        QVERIFY(!isPlaying(f));
        QVERIFY(f.find<QToolButton>("Play"));

        f.press("Space");
        QVERIFY(isPlaying(f));
        QCOMPARE(f.time(), 0.0);
    }

    void aStepStopsPlaying()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.press("Space");
        pass(f, 1);
        f.press("Right");
        QVERIFY(!isPlaying(f));
        QCOMPARE(f.time(), 3.0);
    }

    void draggingASliderGoesOnPlayingFromTheSamePlace()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.window.navigation().toStart();
        f.press("Space");
        pass(f, 4.25);
        QCOMPARE(f.time(), 8.5);
        f.window.comparison().setParameter(QStringLiteral("a"), 3);
        QVERIFY(f.settles());
        QCOMPARE(f.time(), 5.0);
        QVERIFY(isPlaying(f));
    }

    void aProgramThatNeverEndsCanBeCancelled()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.window.show({scenarioOf(R"({"repeat": 1000000000, "body": [{"yield": true}]})"), &scenario::run, {}});

        QVERIFY(f.window.comparison().isBusy());
        auto* const cancel = f.find<QPushButton>("Cancel");
        QVERIFY(cancel);
        QVERIFY(f.window.findChild<QProgressBar*>()->isVisible());
        f.press("Ctrl+T");
        QCOMPARE(Style::current().theme(), Theme::Dark);
        f.press("Right");
        f.press("End");
        QTest::mouseClick(cancel, Qt::LeftButton);

        QVERIFY(!f.window.comparison().isBusy());
        QVERIFY(!cancel->isVisible());
        QVERIFY(f.columns().empty());
        QVERIFY(f.window.findChild<StatusStrip*>()->text().contains(QStringLiteral("nothing")));
    }

    void anotherScenarioReplacesALongRun()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.window.show({scenarioOf(R"({"repeat": 1000000000, "body": [{"yield": true}]})"), &scenario::run, {}});
        f.window.open(QStringLiteral("delivery"));
        QVERIFY(f.settles());
        QVERIFY(!f.find<QPushButton>("Cancel"));
        QCOMPARE(f.columns().size(), std::size_t{3});
    }

    void theWindowClosesDuringALongRun()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.window.show({scenarioOf(R"({"repeat": 1000000000, "body": [{"yield": true}]})"), &scenario::run, {}});
        QVERIFY(f.window.comparison().isBusy());
        QVERIFY(f.window.close());
        // And goes without waiting for the program's end; else the test's time limit strikes.
    }
};

COROSCOPE_TEST(TestWindowPlay)
#include "tst_window_play.moc"
