// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <random>

#include "app/document/stepper.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

Q_DECLARE_METATYPE(coroscope::StepUnit)

namespace {

using Runs = std::vector<ProgramRunPtr>;
using Positions = std::vector<PlayPosition>;

constexpr int seeds = 60;

// One task that does anything in any order; many events share an instant.
ProgramRunPtr randomRun(std::mt19937& random)
{
    static constexpr EventKind kinds[] = {EventKind::Turn, EventKind::Resume, EventKind::Suspend,
                                          EventKind::Block, EventKind::Unblock};
    TraceBuilder builder;
    const TaskId task = builder.task("main()", TaskInfo::Kind::Main);
    int now = 0;
    for (auto left = random() % 40; left > 0; --left) {
        now += random() % 3 == 0 ? static_cast<int>(random() % 3) : 0;
        const EventKind kind = kinds[random() % std::size(kinds)];
        builder.at(now, kind, Word::None, kind == EventKind::Turn ? TaskId{} : task);
    }
    builder.end(now);
    return builder.run("random");
}

Runs randomRuns(std::mt19937& random)
{
    Runs runs;
    for (auto left = 1 + random() % 3; left > 0; --left)
        runs.push_back(randomRun(random));
    return runs;
}

Positions forward(const Runs& runs, StepUnit unit)
{
    Positions visited{beginning()};
    while (visited.back() != ending(runs) && visited.size() < 1000)
        visited.push_back(nextPosition(runs, visited.back(), unit));
    return visited;
}

Positions backward(const Runs& runs, StepUnit unit)
{
    Positions visited{ending(runs)};
    while (visited.back() != beginning() && visited.size() < 1000)
        visited.push_back(previousPosition(runs, visited.back(), unit));
    return visited;
}

bool visits(const Positions& visited, const ProgramRun& run, const Stop& stop)
{
    return std::ranges::any_of(visited, [&](const PlayPosition& position) {
        return run.eventsAt(position) == stop.eventCount &&
               (position.time == stop.time || position == beginning() ||
                stop.eventCount == run.trace().size());
    });
}

std::vector<std::size_t> countsAt(const Runs& runs, const PlayPosition& position)
{
    std::vector<std::size_t> counts;
    for (const ProgramRunPtr& run : runs)
        counts.push_back(run->eventsAt(position));
    return counts;
}

bool isNoneAhead(const std::vector<std::size_t>& counts, const std::vector<std::size_t>& limits)
{
    return std::ranges::equal(counts, limits, std::ranges::less_equal());
}

StepUnit randomUnit(std::mt19937& random)
{
    return static_cast<StepUnit>(random() % 3);
}

}  // namespace

class TestStepper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAllProgramsInLockstepWithinAnInstant()
    {
        const Runs runs{syncRun(), gatherRun()};
        QStringList texts;

        for (const PlayPosition& position : forward(runs, StepUnit::AwaitPoint)) {
            texts << QStringLiteral("%1s:%2/%3")
                         .arg(toSeconds(position.time))
                         .arg(runs[0]->eventsAt(position))
                         .arg(runs[1]->eventsAt(position));
        }

        QCOMPARE(texts.join(u' '),
                 QStringLiteral("0s:0/0 0s:7/8 0s:8/11 0s:8/14 0s:8/17 3s:8/21 4s:8/25 10s:10/29 "
                                "10s:13/33 10s:14/35 13s:16/35 13s:19/35 17s:22/35 17s:23/35 "
                                "17s:25/35"));
    }

    void goesOnFromAPlaceBetweenTwoInstants()
    {
        const Runs runs{gatherRun()};
        const PlayPosition dragged{std::chrono::milliseconds(3500)};

        const PlayPosition next = nextPosition(runs, dragged, StepUnit::AwaitPoint);
        const PlayPosition previous = previousPosition(runs, dragged, StepUnit::AwaitPoint);

        QCOMPARE(next.time, Ticks(std::chrono::seconds(4)));
        QCOMPARE(previous.time, Ticks(std::chrono::seconds(3)));
        QCOMPARE(runs[0]->eventsAt(previous), std::size_t{21});
    }

    void standsJustAfterAnyEvent()
    {
        const ProgramRunPtr run = gatherRun();

        for (std::size_t event = 0; event < run->trace().size(); ++event) {
            const PlayPosition position = positionAfter(*run, event);
            QCOMPARE(run->eventsAt(position), event + 1);
            QCOMPARE(position.time, run->trace().timeAt(event));
        }
    }

    void staysAtBothEnds()
    {
        const Runs runs{syncRun(), gatherRun()};

        QCOMPARE(nextPosition(runs, ending(runs), StepUnit::Event), ending(runs));
        QCOMPARE(previousPosition(runs, beginning(), StepUnit::Event), beginning());
        QCOMPARE(nextPosition({}, beginning(), StepUnit::Event), beginning());
        QCOMPARE(previousPosition({}, beginning(), StepUnit::Event), beginning());
    }

    void takesAProgramWithoutLoopTurnsToItsEnd()
    {
        const Runs runs{syncRun()};

        QCOMPARE(nextPosition(runs, beginning(), StepUnit::LoopTurn), ending(runs));
        QCOMPARE(previousPosition(runs, ending(runs), StepUnit::LoopTurn), beginning());
    }

    void visitsEveryStopOfEachProgramOnTheWay_data() { units(); }
    void visitsEveryStopOfEachProgramOnTheWay()
    {
        QFETCH(StepUnit, unit);
        for (unsigned seed = 0; seed < seeds; ++seed) {
            std::mt19937 random(seed);
            const Runs runs = randomRuns(random);

            const Positions visited = forward(runs, unit);

            QCOMPARE(visited.back(), ending(runs));
            for (std::size_t i = 1; i < visited.size(); ++i)
                QVERIFY(isNoneAhead(countsAt(runs, visited[i - 1]), countsAt(runs, visited[i])));
            for (const ProgramRunPtr& run : runs) {
                for (const Stop& stop : stopsOf(run->trace(), unit))
                    QVERIFY2(visits(visited, *run, stop), qPrintable(QString::number(seed)));
            }
        }
    }

    void goesBackTheWayItCame_data() { units(); }
    void goesBackTheWayItCame()
    {
        QFETCH(StepUnit, unit);
        for (unsigned seed = 0; seed < seeds; ++seed) {
            std::mt19937 random(seed);
            const Runs runs = randomRuns(random);

            Positions back = backward(runs, unit);

            std::ranges::reverse(back);
            QVERIFY2(back == forward(runs, unit), qPrintable(QString::number(seed)));
        }
    }

    void neverMovesAProgramTheOtherWayWhenUnitsAreMixed()
    {
        for (unsigned seed = 0; seed < seeds; ++seed) {
            std::mt19937 random(seed);
            const Runs runs = randomRuns(random);
            PlayPosition position = beginning();
            for (int step = 0; step < 300 && position != ending(runs); ++step) {
                const auto before = countsAt(runs, position);
                position = nextPosition(runs, position, randomUnit(random));
                QVERIFY(isNoneAhead(before, countsAt(runs, position)));
            }
            QCOMPARE(position, ending(runs));
            for (int step = 0; step < 300 && position != beginning(); ++step) {
                const auto before = countsAt(runs, position);
                position = previousPosition(runs, position, randomUnit(random));
                QVERIFY(isNoneAhead(countsAt(runs, position), before));
            }
            QCOMPARE(position, beginning());
        }
    }

private:
    static void units()
    {
        QTest::addColumn<StepUnit>("unit");

        QTest::newRow("await points") << StepUnit::AwaitPoint;
        QTest::newRow("events") << StepUnit::Event;
        QTest::newRow("loop turns") << StepUnit::LoopTurn;
    }
};

COROSCOPE_TEST(TestStepper)
#include "tst_stepper.moc"
