// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/document/comparison_summary.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

using std::chrono::milliseconds;
using Runs = std::vector<ProgramRunPtr>;

// main does `kind` (Suspend or Block) for each of `lengths`, one after the other.
ProgramRunPtr inARow(const char* name, EventKind kind, std::initializer_list<int> lengths)
{
    TraceBuilder builder;
    const TaskId main = builder.task("main()", TaskInfo::Kind::Main);
    builder.at(0, EventKind::Resume, Word::None, main);
    int now = 0;
    for (const int length : lengths) {
        builder.at(now, kind, Word::Sleep, main);
        now += length;
        builder.at(now, kind == EventKind::Block ? EventKind::Unblock : EventKind::Resume,
                   Word::None, main);
    }
    builder.done(now, main);
    builder.end(now);
    return builder.run(name);
}

// `count` tasks sleep 1 s side by side, then main for `after`.
ProgramRunPtr sideBySide(const char* name, int count, int after)
{
    TraceBuilder builder;
    const TaskId main = builder.task("main()", TaskInfo::Kind::Main);
    std::vector<TaskId> tasks;
    for (int i = 0; i < count; ++i) {
        tasks.push_back(builder.task("f()"));
        builder.at(0, EventKind::Suspend, Word::Sleep, tasks.back());
    }
    for (const TaskId task : tasks)
        builder.done(1, task);
    if (after > 0)
        builder.at(1, EventKind::Suspend, Word::Sleep, main);
    builder.done(1 + after, main);
    builder.end(1 + after);
    return builder.run(name);
}

ProgramRunPtr recorded(const char* name, Ticks length)
{
    TraceBuilder builder;
    builder.task("main()", TaskInfo::Kind::Main);
    builder.trace().append(length, EventKind::End, Word::Ok, {}, Event::none);
    return builder.run(name);
}

ProgramRunPtr endingWith(const char* name, Word how, const Outcome& outcome)
{
    TraceBuilder builder;
    builder.task("main()", TaskInfo::Kind::Main);
    builder.end(2, how, outcome);
    return builder.run(name);
}

}  // namespace

Q_DECLARE_METATYPE(std::vector<coroscope::ProgramRunPtr>)

class TestComparisonSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresEachProgramAgainstTheFirst()
    {
        const Runs runs{syncRun(), gatherRun(), inARow("slow", EventKind::Block, {34})};

        QCOMPARE(speedUpText(runs, 0), QStringLiteral("baseline"));
        QCOMPARE(speedUpText(runs, 1), QString::fromUtf8("1.7×"));
        QCOMPARE(speedUpText(runs, 2), QString::fromUtf8("0.5×"));
    }

    void doesNotDivideByNoTime()
    {
        const Runs runs{inARow("a", EventKind::Block, {}), syncRun()};

        QCOMPARE(speedUpText(runs, 1), QString());
    }

    void saysWhatMattersAndWhy_data()
    {
        QTest::addColumn<Runs>("runs");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const Runs& runs, const char* expected) {
            QTest::newRow(name) << runs << QString::fromUtf8(expected);
        };
        const auto blocking = [](const char* name, int length) {
            return inARow(name, EventKind::Block, {length});
        };

        row("nothing", {}, "");
        row("two are faster", {syncRun(), gatherRun(), gatherRun("create_task")},
            "gather and create_task finish 7.00 s before sync: the three waits overlap, so only "
            "the longest (A, 10 s) counts.");
        row("one is faster", {syncRun(), gatherRun()},
            "gather finishes 7.00 s before sync: the three waits overlap, so only the longest "
            "(A, 10 s) counts.");
        row("the longest wait is not all", {syncRun(), sideBySide("gather", 2, 1)},
            "gather finishes 15.00 s before sync: while one task waits, others go on.");
        row("faster without a reason", {syncRun(), blocking("quick", 2)},
            "quick finishes 15.00 s before sync.");
        row("only the fastest are named", {syncRun(), blocking("b", 12), blocking("c", 9)},
            "c finishes 8.00 s before sync.");
        row("three names", {syncRun(), blocking("b", 9), blocking("c", 9), blocking("d", 9)},
            "b, c and d finish 8.00 s before sync.");
        row("one program", {gatherRun()},
            "gather takes 10.00 s: the three waits overlap, so only the longest (A, 10 s) counts.");
        row("one program without overlap", {syncRun()}, "sync takes 17.00 s.");
        row("equal, since it blocks", {syncRun(), blocking("gather", 17)},
            "sync and gather both take 17.00 s: gather holds the thread for 17 s, and meanwhile "
            "nothing else can run.");
        row("equal, since it waits in a row",
            {syncRun(), inARow("sequential", EventKind::Suspend, {10, 7})},
            "sync and sequential both take 17.00 s: the waits of sequential come one after the "
            "other.");
        row("equal without a reason",
            {inARow("a", EventKind::Suspend, {3}), inARow("b", EventKind::Suspend, {3})},
            "a and b both take 3.00 s: nothing is gained.");
        row("three equal", {syncRun("a"), syncRun("b"), syncRun("c")},
            "a, b and c all take 17.00 s: nothing is gained.");
        row("less apart than is shown",
            {recorded("a", milliseconds(9001)), recorded("b", milliseconds(8999)),
             recorded("c", milliseconds(9004))},
            "a, b and c all take 9.00 s: nothing is gained.");
        row("as little apart as is shown",
            {recorded("a", milliseconds(9010)), recorded("b", milliseconds(9000))},
            "b finishes 0.01 s before a.");
        row("one is slower", {gatherRun(), syncRun()},
            "sync finishes 7.00 s after gather: sync holds the thread for 17 s, and meanwhile "
            "nothing else can run.");
        row("two are slower", {gatherRun(), syncRun("b"), syncRun("c")},
            "b and c finish 7.00 s after gather.");
        row("deadlock", {syncRun(), endingWith("gather", Word::Deadlock, {})},
            "gather ends in a deadlock at 2.00 s: everybody waits and nobody can wake them.");
        row("raised", {endingWith("main", Word::Raised, {"x", "ValueError"}), syncRun()},
            "main ends with ValueError at 2.00 s.");
        row("interrupted", {endingWith("main", Word::Interrupted, {})},
            "main was interrupted at 2.00 s.");
        row("interrupted, and why", {endingWith("main", Word::Interrupted, {"too long", ""})},
            "main was interrupted at 2.00 s: too long.");
        row("cut off", {TraceBuilder().run("main")}, "main was interrupted at 0.00 s.");
    }

    void saysWhatMattersAndWhy()
    {
        QFETCH(Runs, runs);
        QFETCH(QString, expected);

        QCOMPARE(verdictText(runs), expected);
    }
};

COROSCOPE_TEST(TestComparisonSummary)
#include "tst_comparison_summary.moc"
