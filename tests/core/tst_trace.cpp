// SPDX-License-Identifier: MIT
#include <QTest>
#include <random>

#include "core/trace/trace.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr std::uint32_t largest = Event::none - 1;

}  // namespace

class TestTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasAppended_data();
    void givesBackWhatWasAppended();
    void keepsEveryKindAndWord();
    void findsTimes_data();
    void findsTimes();
    void findsTimesAsAScanDoes();
    void keepsDetailsByKind();
    void aSuspensionWithoutDetailWaitsForNothing();
    void keepsTasksObjectsAndSites();
    void namesTasksByTheirNumber();
    void goesOnAfterItsEventsWereDropped();
    void everyWordIsItsOwn();
};

void TestTrace::givesBackWhatWasAppended_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("word");
    QTest::addColumn<quint32>("task");
    QTest::addColumn<quint32>("detail");

    const qint64 end = Trace::maxTime.count();
    QTest::newRow("all least") << qint64{0} << 0 << 0 << 0U << 0U;
    QTest::newRow("all greatest") << end << eventKindCount - 1 << wordCount - 1 << largest
                                  << largest;
    QTest::newRow("no task, no detail") << end << 0 << 0 << TaskId::none << Event::none;
    QTest::newRow("only the word") << qint64{0} << 0 << wordCount - 1 << 0U << 0U;
    QTest::newRow("only the kind") << qint64{0} << eventKindCount - 1 << 0 << 0U << 0U;
}

void TestTrace::givesBackWhatWasAppended()
{
    QFETCH(qint64, time);
    QFETCH(int, kind);
    QFETCH(int, word);
    QFETCH(quint32, task);
    QFETCH(quint32, detail);
    const Event event{Ticks(time), static_cast<EventKind>(kind), static_cast<Word>(word),
                      TaskId{task}, detail};
    Trace trace;

    trace.append(event.time, event.kind, event.word, event.task, event.detail);

    QCOMPARE(trace.size(), std::size_t{1});
    QCOMPARE(trace.at(0), event);
    QCOMPARE(trace.timeAt(0), event.time);
    QCOMPARE(trace.lastTime(), event.time);
}

void TestTrace::keepsEveryKindAndWord()
{
    Trace trace;
    for (int kind = 0; kind < eventKindCount; ++kind) {
        for (int word = 0; word < wordCount; ++word)
            trace.append(Ticks(kind), static_cast<EventKind>(kind), static_cast<Word>(word),
                         TaskId{static_cast<std::uint32_t>(word)});
    }

    for (std::size_t row = 0; row < trace.size(); ++row) {
        const auto word = static_cast<int>(row) % wordCount;
        const auto kind = static_cast<int>(row) / wordCount;
        QCOMPARE(static_cast<int>(trace.at(row).kind), kind);
        QCOMPARE(static_cast<int>(trace.at(row).word), word);
        QCOMPARE(trace.timeAt(row), Ticks(kind));
    }
}

void TestTrace::findsTimes_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<int>("lower");
    QTest::addColumn<int>("upper");

    // The trace's times are 2, 2, 5 and the last instant.
    QTest::newRow("before all") << qint64{0} << 0 << 0;
    QTest::newRow("the first, twice there") << qint64{2} << 0 << 2;
    QTest::newRow("between") << qint64{3} << 2 << 2;
    QTest::newRow("once there") << qint64{5} << 2 << 3;
    QTest::newRow("the last instant") << qint64{Trace::maxTime.count()} << 3 << 4;
    QTest::newRow("behind all") << qint64{Ticks::max().count()} << 4 << 4;
    QTest::newRow("negative") << qint64{-1} << 0 << 0;
}

void TestTrace::findsTimes()
{
    QFETCH(qint64, time);
    Trace trace;
    for (const Ticks at : {Ticks(2), Ticks(2), Ticks(5), Trace::maxTime})
        trace.append(at, EventKind::Mark);

    QTEST(static_cast<int>(trace.lowerBound(Ticks(time))), "lower");
    QTEST(static_cast<int>(trace.upperBound(Ticks(time))), "upper");
}

void TestTrace::findsTimesAsAScanDoes()
{
    std::mt19937 random(7);
    Trace trace;
    Ticks now{};
    for (int i = 0; i < 20'000; ++i) {  // more than one block
        now += Ticks(random() % 2);
        trace.append(now, EventKind::Mark);
    }

    for (int i = 0; i < 50; ++i) {
        const Ticks time(static_cast<std::int64_t>(random() % 11'000));
        std::size_t before = 0;
        while (before < trace.size() && trace.timeAt(before) < time)
            ++before;
        QCOMPARE(trace.lowerBound(time), before);
        QCOMPARE(trace.upperBound(time - Ticks(1)), before);
    }
}

void TestTrace::keepsDetailsByKind()
{
    Trace trace;
    const std::vector<TaskId> awaited{{4}, {5}};
    Wait wait;
    wait.until = Ticks(9);
    trace.addWait({}, std::vector<TaskId>{{1}});
    trace.append({}, EventKind::Suspend, Word::Gather, {}, trace.addWait(wait, awaited));
    trace.append({}, EventKind::Print, Word::Stdout, {}, trace.addText("배달"));
    trace.append({}, EventKind::Done, Word::Raised, {}, trace.addOutcome({"no", "ValueError"}));
    trace.append({}, EventKind::Use, Word::Put, {}, trace.addUse({ObjectId{3}, -2}));
    trace.append({}, EventKind::Cancel, Word::None, {}, trace.addCancel({TaskId{6}, "why"}));
    trace.appendTurn({}, {7, 8});
    trace.append({}, EventKind::Ready, Word::Done, {}, 5);
    trace.append({}, EventKind::Block, Word::Work, {}, 2);

    const Wait& found = trace.wait(trace.at(0));
    QCOMPARE(found.until, Ticks(9));
    QVERIFY(std::ranges::equal(trace.awaited(found), awaited));
    QCOMPARE(trace.text(trace.at(1)), std::string("배달"));
    QCOMPARE(trace.outcome(trace.at(2)).error, std::string("ValueError"));
    QCOMPARE(trace.use(trace.at(3)).level, std::int64_t{-2});
    QCOMPARE(trace.cancel(trace.at(4)).by, TaskId{6});
    QCOMPARE(trace.turn(trace.at(5)).timers, 8U);
    QCOMPARE(trace.wokenBy(trace.at(6)), TaskId{5});
    QCOMPARE(trace.blockSite(trace.at(7)), SiteId{2});
}

void TestTrace::aSuspensionWithoutDetailWaitsForNothing()
{
    Trace trace;
    trace.append({}, EventKind::Suspend, Word::Yield, TaskId{0});

    const Wait& wait = trace.wait(trace.at(0));

    QCOMPARE(wait.until, Wait::noDeadline);
    QVERIFY(!wait.object.isValid());
    QVERIFY(trace.awaited(wait).empty());
}

void TestTrace::keepsTasksObjectsAndSites()
{
    Trace trace;
    const TaskId first = trace.addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
    const TaskId second = trace.addTask({"Task-2", "", first, TaskInfo::Kind::Job, {}});
    const ObjectId lock = trace.addObject("db");
    const SiteId site = trace.addSite({"a.py", 3, "f"});

    QCOMPARE(first, TaskId{0});
    QCOMPARE(trace.taskCount(), std::size_t{2});
    QCOMPARE(trace.task(second).parent, first);
    QCOMPARE(trace.objectName(lock), std::string("db"));
    QCOMPARE(trace.site(site).line, 3U);
}

void TestTrace::namesTasksByTheirNumber()
{
    Trace trace;
    const TaskId main = trace.addTask(1, {}, TaskInfo::Kind::Main);
    trace.addTask({"", "f('A')", main, TaskInfo::Kind::Call, {}});
    const TaskId child = trace.addTask(2, main, TaskInfo::Kind::Task);

    QCOMPARE(trace.task(main).name, std::string("Task-1"));
    QCOMPARE(trace.task(main).kind, TaskInfo::Kind::Main);
    QCOMPARE(trace.task(TaskId{1}).label, std::string("f('A')"));
    QCOMPARE(trace.task(child).name, std::string("Task-2"));
    QCOMPARE(trace.task(child).parent, main);
    QVERIFY(trace.task(child).label.empty() && !trace.task(child).site.isValid());
}

void TestTrace::goesOnAfterItsEventsWereDropped()
{
    Trace trace;
    const TaskId task = trace.addTask(1, {}, TaskInfo::Kind::Main);
    for (int round = 1; round <= 3; ++round) {
        for (int i = 0; i < 20'000; ++i)
            trace.append(Ticks(round), EventKind::Resume, Word::None, task);
        Wait wait;
        wait.until = Ticks(round);
        trace.append(Ticks(round), EventKind::Suspend, Word::Sleep, task, trace.addWait(wait));

        QCOMPARE(trace.size(), std::size_t{20'001});
        QCOMPARE(trace.at(0).time, Ticks(round));
        QCOMPARE(trace.wait(trace.at(20'000)).until, Ticks(round));

        trace.dropEvents();
        QCOMPARE(trace.size(), std::size_t{0});
        QCOMPARE(trace.lastTime(), Ticks{});
    }
    QCOMPARE(trace.task(task).name, std::string("Task-1"));
}

void TestTrace::everyWordIsItsOwn()
{
    QSet<QString> kinds;
    for (int kind = 0; kind < eventKindCount; ++kind)
        kinds << QLatin1String(wordOf(static_cast<EventKind>(kind)).data());
    QStringList words;
    for (int word = 0; word < wordCount; ++word)
        words << QLatin1String(wordOf(static_cast<Word>(word)).data());

    QCOMPARE(kinds.size(), eventKindCount);
    QCOMPARE(QSet<QString>(words.begin(), words.end()).size(), wordCount);
    QCOMPARE(words[static_cast<int>(Word::None)], QString());
    QCOMPARE(words[static_cast<int>(Word::Interrupted)], QStringLiteral("interrupted"));
    QVERIFY(kinds.contains(QStringLiteral("unblock")));
}

COROSCOPE_TEST(TestTrace)
#include "tst_trace.moc"
