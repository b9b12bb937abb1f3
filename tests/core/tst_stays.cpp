// SPDX-License-Identifier: MIT
// At which line of its source each task was.
#include <QTest>

#include "core/scenario/run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// A trace of four events and a task; sites 0, 1, 2 are lines 10, 11, 12.
struct Fixture {
    Fixture()
    {
        task = trace.addTask({});
        for (std::uint32_t line = 10; line < 13; ++line)
            trace.addSite({"", line, ""});
    }
    void event() { trace.append(Ticks{}, EventKind::Print, Word::Stdout, task); }
    [[nodiscard]] std::uint32_t lineAt(std::size_t index) const
    {
        const SiteId site = trace.siteAt(task, index);
        return site.isValid() ? trace.site(site).line : 0;
    }

    Trace trace;
    TaskId task;
};

scenario::Run runOf(const char* program)
{
    const auto scenario = scenario::loadScenario(DELIVERY_SCENARIO);
    return scenario::run(scenario.value(), program).value();
}

std::string lineAt(const scenario::Run& run, TaskId task, std::size_t event)
{
    const SiteId site = run.trace->siteAt(task, event);
    if (!site.isValid())
        return "";
    std::string text = run.source.text;
    for (std::uint32_t line = 1; line < run.trace->site(site).line; ++line)
        text.erase(0, text.find('\n') + 1);
    text.erase(text.find('\n'));
    return text.substr(text.find_first_not_of(' '));
}

// What stands where `task` suspends, blocks, prints and ends.
QStringList linesOf(const scenario::Run& run, TaskId task)
{
    QStringList lines;
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Event event = run.trace->at(i);
        const bool isTold = event.kind == EventKind::Suspend || event.kind == EventKind::Block ||
                            event.kind == EventKind::Print || event.kind == EventKind::Done;
        if (event.task == task && isTold)
            lines << QString::fromStdString(lineAt(run, task, i));
    }
    return lines;
}

}  // namespace

class TestStays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStayLastsUntilTheNext()
    {
        Fixture f;
        f.trace.moveTo(f.task, {0});
        f.event();
        f.event();
        f.trace.moveTo(f.task, {1});
        f.event();

        QCOMPARE(f.lineAt(0), 10U);
        QCOMPARE(f.lineAt(1), 10U);
        QCOMPARE(f.lineAt(2), 11U);
        QCOMPARE(f.lineAt(99), 11U);
    }

    void whatHasNoEventLeavesNoTrace()
    {
        Fixture f;
        f.event();
        f.trace.moveTo(f.task, {0});
        f.trace.moveTo(f.task, {1});
        f.trace.moveTo(f.task, {2});
        f.event();
        f.trace.moveTo(f.task, {2});
        f.event();

        QCOMPARE(f.trace.stays(f.task).size(), std::size_t{1});
        QCOMPARE(f.trace.stays(f.task)[0], (Stay{1, {2}}));
    }

    void beforeItsFirstPlaceATaskIsThere()
    {
        Fixture f;
        f.event();
        f.trace.moveTo(f.task, {1});
        f.event();

        QCOMPARE(f.lineAt(0), 11U);
    }

    void nobodyToldIsNowhere()
    {
        Fixture f;
        f.event();

        QVERIFY(!f.trace.siteAt(f.task, 0).isValid());
        QVERIFY(f.trace.stays({7}).empty());
    }

    void aTasksEventsStandAtTheirStatements()
    {
        QCOMPARE(
            linesOf(runOf("gather"), {2}),
            QStringList({QString::fromUtf8("print(f\"{name}에게 배달 완료!\")"),
                         QStringLiteral("await asyncio.sleep(mealtime)"),
                         QString::fromUtf8("print(f\"{name} 식사 완료, {mealtime}시간 소요...\")"),
                         QString::fromUtf8("print(f\"{name} 그릇 수거 완료\")"),
                         QStringLiteral("return mealtime")}));
    }

    void mainStandsWhereItsStrategyWaits_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("line");
        QTest::newRow("gather") << "gather"
                                << "results = await asyncio.gather(";
        QTest::newRow("create_task") << "create_task"
                                     << "results = [await a, await b, await c]";
        QTest::newRow("task_group") << "task_group"
                                    << "async with asyncio.TaskGroup() as tg:";
        QTest::newRow("as_completed") << "as_completed"
                                      << "await future";
        QTest::newRow("sequential") << "sequential"
                                    << "await delivery(\"B\", 3)";
    }

    void mainStandsWhereItsStrategyWaits()
    {
        QFETCH(QString, program);
        QFETCH(QString, line);
        const scenario::Run run = runOf(qPrintable(program));
        // Under sequential the calls have rows of their own, in which main suspends.
        const TaskId main{0};
        QStringList lines;
        for (std::size_t i = 0; i < run.trace->size(); ++i) {
            if (run.trace->at(i).kind == EventKind::Suspend)
                lines << QString::fromStdString(lineAt(run, main, i));
        }

        QVERIFY2(lines.contains(line), qPrintable(lines.join(u'|')));
    }

    void plainCallsStandInTheirOwnRows()
    {
        const scenario::Run run = runOf("sync");

        QVERIFY(linesOf(run, {1}).contains(QStringLiteral("time.sleep(mealtime)")));
        QCOMPARE(linesOf(run, {1}).back(), QStringLiteral("return mealtime"));
    }
};

COROSCOPE_TEST(TestStays)
#include "tst_stays.moc"
