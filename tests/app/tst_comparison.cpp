// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <vector>

#include "app/document/comparison.h"
#include "app/document/stepper.h"
#include "tests/app/sample_runs.h"
#include "tests/support/patience.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr char file[] = R"({
  "coroscope_scenario": 1,
  "title": "Two naps",
  "parameters": [
    {"name": "a", "label": "A", "min": 0, "max": 60, "step": 0.5, "value": 10, "unit": "s"},
    {"name": "b", "label": "B", "min": 0, "max": 60, "step": 0.5, "value": 2.5, "unit": "s"}
  ],
  "functions": [{"name": "nap", "params": ["s"], "body": [{"sleep": "$s"}]}],
  "calls": [{"call": "nap", "args": ["$a"]}, {"call": "nap", "args": ["$b"]}],
  "strategies": ["sync", "gather"]
})";

// Values that the runner takes as orders; other values of "a" are how long a program takes.
constexpr int failing = 41;
constexpr int endless = 42;  // until it is told to stop

// Runs nothing: notes what it was asked, and answers with a trace that lasts as long as the
// parameter "a" says (sync: twice as long).
class FakeRunner {
public:
    Result<scenario::Run> operator()(std::string_view program, const scenario::RunOptions& options)
    {
        const scenario::Value& a = options.parameters.at("a");
        note(program, a);
        if (a.toDouble() == failing)
            return Error{Error::Kind::BadFormat, "out of range", "a"};
        if (a.toDouble() == endless) {
            isEndless = true;
            std::unique_lock lock(m_mutex);
            m_stopped.wait(lock, options.stop, [] { return false; });
            ++stops;
        }
        return run(a.toDouble() * (program == "sync" ? 2 : 1));
    }

    QStringList takeCalls()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_calls, {});
    }

    std::atomic<int> stops = 0;
    std::atomic<bool> isEndless = false;  // has begun what does not end

private:
    static scenario::Run run(double seconds)
    {
        auto trace = std::make_shared<Trace>();
        const TaskId main = trace->addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
        trace->append(Ticks{0}, EventKind::Create, Word::None, main);
        trace->append(Ticks(static_cast<Ticks::rep>(seconds * 1e9)), EventKind::End, Word::Ok, {},
                      trace->addOutcome({}));
        scenario::Run run;
        run.trace = std::move(trace);
        return run;
    }

    void note(std::string_view program, const scenario::Value& a)
    {
        const std::lock_guard lock(m_mutex);
        m_calls << QStringLiteral("%1 %2 %3")
                       .arg(QString::fromUtf8(program.data(),
                                              static_cast<qsizetype>(program.size())))
                       .arg(a.isInt() ? QLatin1String("int") : QLatin1String("float"))
                       .arg(a.toDouble());
    }

    std::mutex m_mutex;
    std::condition_variable_any m_stopped;
    QStringList m_calls;
};

// A comparison that has run once.
struct Fixture {
    Fixture()
    {
        comparison.start();
        [this] { QTRY_COMPARE_WITH_TIMEOUT(runs.count(), 1, patience); }();
        runs.clear();
        calls();
    }

    // Waits for the runs that were asked for.
    void settle()
    {
        [this] { QTRY_COMPARE_WITH_TIMEOUT(runs.count(), 1, patience); }();
    }
    // Runs what does not end.
    void hang()
    {
        set("a", endless);
        [this] { QTRY_VERIFY_WITH_TIMEOUT(runner.isEndless, patience); }();
    }
    QStringList calls() { return runner.takeCalls(); }
    [[nodiscard]] QStringList names() const
    {
        QStringList texts;
        for (const ProgramRunPtr& run : comparison.runs())
            texts << run->name;
        return texts;
    }
    [[nodiscard]] double valueOf(const char* name) const
    {
        return comparison.parameters().at(name).toDouble();
    }
    void set(const char* name, double value)
    {
        comparison.setParameter(QString::fromLatin1(name), value);
    }

    FakeRunner runner;
    Comparison comparison{
        scenario::readScenario(file, "naps.json").value(),
        [this](const auto&, std::string_view program, const scenario::RunOptions& options) {
            return runner(program, options);
        }};
    QSignalSpy runs{&comparison, &Comparison::runsChanged};
    QSignalSpy settings{&comparison, &Comparison::settingsChanged};
    QSignalSpy failures{&comparison, &Comparison::failed};
    QSignalSpy busy{&comparison, &Comparison::busyChanged};
};

constexpr Ticks s(double seconds)
{
    return Ticks(static_cast<Ticks::rep>(seconds * 1e9));
}

const QString syncName = QStringLiteral("sync");
const QString gatherName = QStringLiteral("gather");

}  // namespace

class TestComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsEachProgramWithTheFilesValues()
    {
        FakeRunner runner;
        Comparison comparison(
            scenario::readScenario(file, "naps.json").value(),
            [&](const auto&, std::string_view program, const scenario::RunOptions& options) {
                return runner(program, options);
            });

        comparison.start();

        QTRY_COMPARE_WITH_TIMEOUT(comparison.runs().size(), std::size_t{2}, patience);
        QCOMPARE(runner.takeCalls(),
                 QStringList({QStringLiteral("sync int 10"), QStringLiteral("gather int 10")}));
        QCOMPARE(comparison.longestTotal(), s(20));
        QCOMPARE(comparison.visibleRange().span(), (TimeSpan{s(0), s(20)}));
        QCOMPARE(comparison.runs()[0]->rows, QStringList(QStringLiteral("main")));
    }

    void runsTheProgramsInTheRuntime()
    {
        Comparison comparison(scenario::readScenario(file, "naps.json").value());
        const QSignalSpy runs(&comparison, &Comparison::runsChanged);

        comparison.start();
        QTRY_COMPARE_WITH_TIMEOUT(runs.count(), 1, patience);
        QCOMPARE(comparison.runs()[0]->total(), s(12.5));
        QCOMPARE(comparison.runs()[1]->total(), s(10));

        comparison.setParameter(QStringLiteral("a"), 1);
        QTRY_COMPARE_WITH_TIMEOUT(runs.count(), 2, patience);
        QCOMPARE(comparison.runs()[0]->total(), s(3.5));
        QCOMPARE(comparison.runs()[1]->total(), s(2.5));
    }

    void saysWhatTheRuntimeRefuses()
    {
        Comparison comparison(scenario::readScenario(file, "naps.json").value());
        comparison.start();
        QTRY_COMPARE_WITH_TIMEOUT(comparison.runs().size(), std::size_t{2}, patience);
        const QSignalSpy failures(&comparison, &Comparison::failed);

        comparison.setParameter(QStringLiteral("a"), 61);

        QTRY_COMPARE_WITH_TIMEOUT(failures.count(), 1, patience);
        QVERIFY(!failures[0][0].toString().isEmpty());
        QCOMPARE(comparison.longestTotal(), s(12.5));
    }

    void runsAllAgainForANewValue()
    {
        Fixture f;

        f.set("a", 12);

        f.settle();
        QCOMPARE(f.calls(),
                 QStringList({QStringLiteral("sync int 12"), QStringLiteral("gather int 12")}));
        QCOMPARE(f.comparison.longestTotal(), s(24));
        QCOMPARE(f.settings.count(), 1);
    }

    void doesNothingForTheSameValue()
    {
        Fixture f;

        f.set("a", 10);

        QCOMPARE(f.settings.count(), 0);
        QCOMPARE(f.calls(), QStringList());
    }

    void keepsNumbersOfTheKindThatTheFileGives_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("isInt");

        QTest::newRow("whole, int in the file") << "a" << 12.0 << true;
        QTest::newRow("not whole") << "a" << 12.5 << false;
        QTest::newRow("whole, float in the file") << "b" << 3.0 << false;
    }

    void keepsNumbersOfTheKindThatTheFileGives()
    {
        QFETCH(QString, name);
        QFETCH(double, value);
        Fixture f;

        f.comparison.setParameter(name, value);

        const scenario::Value& stored = f.comparison.parameters().at(name.toStdString());
        QCOMPARE(stored.toDouble(), value);
        QTEST(stored.isInt(), "isInt");
    }

    void goesBackToTheFilesValues()
    {
        Fixture f;
        f.set("a", 12);
        f.settle();

        f.comparison.resetParameters();

        QTRY_COMPARE_WITH_TIMEOUT(f.runs.count(), 2, patience);
        QVERIFY(f.comparison.parameters().at("a").isInt());
        QCOMPARE(f.valueOf("a"), 10.0);
        QCOMPARE(f.comparison.longestTotal(), s(20));
    }

    void keepsThePlayheadsRelativePlace()
    {
        Fixture f;
        f.comparison.playhead().setTime(s(5));

        f.set("a", 20);

        f.settle();
        QCOMPARE(f.comparison.playhead().time(), s(10));
    }

    void keepsThePlayheadAtTheEndAndAtTheBeginning()
    {
        Fixture f;
        f.comparison.playhead().setPosition(ending(f.comparison.runs()));
        f.set("a", 20);
        f.settle();
        QCOMPARE(f.comparison.playhead().position(), ending(f.comparison.runs()));

        f.comparison.playhead().setPosition(beginning());
        f.set("a", 30);

        QTRY_COMPARE_WITH_TIMEOUT(f.runs.count(), 2, patience);
        QCOMPARE(f.comparison.playhead().position(), beginning());
    }

    void goesOnShowingAllOrWhatItShowed_data()
    {
        QTest::addColumn<TimeSpan>("before");
        QTest::addColumn<double>("a");
        QTest::addColumn<TimeSpan>("after");

        QTest::newRow("all, longer") << TimeSpan{s(0), s(20)} << 15.0 << TimeSpan{s(0), s(30)};
        QTest::newRow("all, shorter") << TimeSpan{s(0), s(20)} << 5.0 << TimeSpan{s(0), s(10)};
        QTest::newRow("a part") << TimeSpan{s(4), s(8)} << 15.0 << TimeSpan{s(4), s(8)};
        QTest::newRow("a part that ends earlier")
            << TimeSpan{s(14), s(18)} << 8.0 << TimeSpan{s(12), s(16)};
        QTest::newRow("a part longer than all")
            << TimeSpan{s(2), s(18)} << 5.0 << TimeSpan{s(0), s(10)};
    }

    void goesOnShowingAllOrWhatItShowed()
    {
        QFETCH(TimeSpan, before);
        QFETCH(double, a);
        Fixture f;
        f.comparison.visibleRange().setSpan(before);

        f.set("a", a);

        f.settle();
        QTEST(f.comparison.visibleRange().span(), "after");
    }

    void hidesProgramsWithoutRunningAnything()
    {
        Fixture f;

        f.comparison.setShown(syncName, false);

        QCOMPARE(f.names(), QStringList(gatherName));
        QCOMPARE(f.calls(), QStringList());
        QCOMPARE(f.comparison.longestTotal(), s(10));
        QVERIFY(!f.comparison.isShown(syncName));
    }

    void runsOnlyWhatIsMissingWhenAProgramIsShownAgain()
    {
        Fixture f;
        f.comparison.setShown(gatherName, false);
        f.set("a", 12);
        QTRY_COMPARE_WITH_TIMEOUT(f.comparison.longestTotal(), s(24), patience);
        QCOMPARE(f.calls(), QStringList(QStringLiteral("sync int 12")));

        f.comparison.setShown(gatherName, true);

        QTRY_COMPARE_WITH_TIMEOUT(f.names(), QStringList({syncName, gatherName}), patience);
        QCOMPARE(f.calls(), QStringList(QStringLiteral("gather int 12")));
    }

    void alwaysShowsOneProgram()
    {
        Fixture f;
        f.comparison.setShown(syncName, false);

        f.comparison.setShown(gatherName, false);

        QVERIFY(f.comparison.isShown(gatherName));
        QCOMPARE(f.names(), QStringList(gatherName));
    }

    void keepsTheOldRunsWhenOneFails()
    {
        Fixture f;
        const auto before = f.comparison.runs()[0];

        f.set("a", failing);

        QTRY_COMPARE_WITH_TIMEOUT(f.failures.count(), 1, patience);
        QCOMPARE(f.failures[0][0].toString(), QStringLiteral("a: out of range"));
        QCOMPARE(f.comparison.runs()[0], before);
        QCOMPARE(f.valueOf("a"), 10.0);
        QCOMPARE(f.runs.count(), 0);
    }

    void isBusyWhileARunTakesLongAndCanBeCancelled()
    {
        Fixture f;
        const auto before = f.comparison.runs()[0];

        f.hang();

        QVERIFY(f.comparison.isBusy());
        QCOMPARE(f.comparison.runs()[0], before);
        QCOMPARE(f.valueOf("a"), double{endless});
        f.comparison.cancel();
        QVERIFY(!f.comparison.isBusy());
        QCOMPARE(f.valueOf("a"), 10.0);
        QTRY_COMPARE_WITH_TIMEOUT(f.runner.stops.load(), 1, patience);
        QCOMPARE(f.busy.back()[0].toBool(), false);
        QCOMPARE(f.runs.count(), 0);
    }

    void stopsAnOlderRunForANewerValue()
    {
        Fixture f;
        f.hang();

        f.set("a", 15);

        f.settle();
        QVERIFY(!f.comparison.isBusy());
        QCOMPARE(f.runner.stops.load(), 1);
        QCOMPARE(f.comparison.longestTotal(), s(30));
    }

    void runsAgainAfterACancelledRun()
    {
        Fixture f;
        f.hang();
        f.comparison.cancel();

        f.set("a", 11);

        f.settle();
        QCOMPARE(f.comparison.longestTotal(), s(22));
    }

    void stopsWhatRunsWhenItIsClosed()
    {
        auto f = std::make_unique<Fixture>();
        f->hang();

        f.reset();  // must not hang
    }
};

COROSCOPE_TEST(TestComparison)
#include "tst_comparison.moc"
