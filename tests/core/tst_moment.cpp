// SPDX-License-Identifier: MIT
#include <QTest>
#include <algorithm>

#include "core/scenario/run.h"
#include "core/timeline/moment.h"
#include "tests/support/golden.h"
#include "tests/support/naive_moment.h"
#include "tests/support/random/random_scenario.h"
#include "tests/support/sample_traces.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr const char* busyScenario = R"({"coroscope_scenario": 1,
    "objects": {"lock": {"type": "lock"}, "pool": {"type": "semaphore", "value": 2},
        "q": {"type": "queue", "maxsize": 2}, "gate": {"type": "event"}},
    "functions": [
        {"name": "job", "async": false, "params": [], "body": [{"block": 0.5}]},
        {"name": "works", "params": ["d"], "body": [{"repeat": 60, "body": [
            {"with": "$lock", "body": [{"sleep": "$d"}]}, {"yield": true},
            {"with": "$pool", "body": [{"sleep": 0.25}]}, {"put": "$q", "value": 1}]}]},
        {"name": "takes", "params": [], "body": [{"repeat": 240, "body": [
            {"get": "$q"}, {"run_in_executor": {"call": "job"}}]}, {"set": "$gate"}]},
        {"name": "waits", "params": [], "body": [{"wait_event": "$gate"}]}],
    "mains": [{"name": "main", "body": [{"gather": [{"call": "works", "args": [1]},
        {"call": "works", "args": [0.5]}, {"call": "works", "args": [0]},
        {"call": "works", "args": [2]}, {"call": "takes"}, {"call": "waits"}]}]}]})";

std::shared_ptr<const Trace> traceOf(const std::string& text, const char* program = "main")
{
    const auto read = scenario::readScenario(text, "test");
    return scenario::run(read.value(), program).value().trace;
}

// What differs between the two ways, or is taken out of order; empty if nothing is.
QString difference(const std::shared_ptr<const Trace>& trace)
{
    const MomentIndex moments(trace);
    test::NaiveMoment naive(*trace);
    for (std::size_t count = 0; count <= trace->size(); ++count) {
        if (count > 0)
            naive.take(trace->at(count - 1));
        const QString actual = test::textOf(moments.at(count), *trace);
        if (actual != naive.text())
            return QStringLiteral("%1: %2\nexpected %3").arg(count).arg(actual, naive.text());
        if (naive.outOfOrder().isValid())
            return QStringLiteral("%1: task %2 was not next")
                .arg(count)
                .arg(naive.outOfOrder().value);
    }
    return {};
}

}  // namespace

class TestMoment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameAsFromTheStart();
    void isTheSameInGoldenPrograms_data() { test::addGoldenRows(); }
    void isTheSameInGoldenPrograms();
    void isTheSameInRandomPrograms();
    void replaysFewEvents();
    void growsWithTheTrace();
    void tellsWhyEachIsReady();
    void tellsWhoHoldsAndWhoWaits();
    void showsTheInnermostCall();
    void tellsWhatJobsDo();
};

void TestMoment::isTheSameAsFromTheStart()
{
    const auto trace = traceOf(busyScenario);
    QVERIFY(trace->size() > 4 * MomentIndex::shortestReplay);

    QCOMPARE(difference(trace), QString());
}

void TestMoment::isTheSameInGoldenPrograms()
{
    QFETCH(QByteArray, scenario);

    QCOMPARE(difference(traceOf(scenario.toStdString())), QString());
}

void TestMoment::isTheSameInRandomPrograms()
{
    for (unsigned seed = 0; seed < 200; ++seed)
        QCOMPARE(difference(traceOf(test::randomProgram(seed))), QString());
}

void TestMoment::replaysFewEvents()
{
    const auto trace = traceOf(busyScenario);
    const MomentIndex moments(trace);

    std::size_t longest = 0;
    for (std::size_t count = 0; count <= trace->size(); ++count)
        longest = std::max(longest, moments.replayLength(count));

    QVERIFY(longest <= MomentIndex::shortestReplay);
    QVERIFY(longest > MomentIndex::shortestReplay / 2);
}

void TestMoment::growsWithTheTrace()
{
    const auto whole = traceOf(busyScenario);
    const auto trace = std::make_shared<Trace>();
    for (std::uint32_t id = 0; id < whole->taskCount(); ++id)
        trace->addTask(whole->task({id}));
    MomentIndex moments(trace);
    // Turns have no details of theirs: enough to see that what comes later is taken in.
    for (std::size_t i = 0; i < whole->size(); ++i) {
        const Event event = whole->at(i);
        if (event.kind == EventKind::Use || event.kind == EventKind::Suspend)
            continue;
        trace->append(event.time, event.kind, event.word, event.task, event.detail);
        if (i % 700 == 0)
            moments.extend();
    }
    moments.extend();
    const MomentIndex fresh(trace);

    for (std::size_t count = 0; count <= trace->size(); count += 50)
        QCOMPARE(test::textOf(moments.at(count), *trace), test::textOf(fresh.at(count), *trace));
    QCOMPARE(moments.replayLength(trace->size()), fresh.replayLength(trace->size()));
}

void TestMoment::tellsWhyEachIsReady()
{
    const auto trace = test::gatherDelivery();
    const MomentIndex moments(trace);
    std::size_t count = 0;
    while (trace->at(count).kind != EventKind::Suspend)
        ++count;

    const Moment before = moments.at(count);
    const Moment after = moments.at(count + 1);

    QVERIFY(before.running);
    QCOMPARE(before.running->task, TaskId{0});
    QCOMPARE(before.ready.size(), std::size_t{3});
    QCOMPARE(before.ready[1].task, TaskId{2});
    QCOMPARE(before.ready[1].why, Word::Created);
    QCOMPARE(before.ready[1].by, TaskId{0});
    QVERIFY(!after.running);
    QCOMPARE(after.waiters.size(), std::size_t{1});
    QCOMPARE(after.waiters[0].why, Word::Gather);
    QVERIFY(moments.at(0).ready.empty());
}

void TestMoment::tellsWhoHoldsAndWhoWaits()
{
    const auto trace = traceOf(R"({"coroscope_scenario": 1, "objects": {"db": {"type": "lock"},
        "pool": {"type": "semaphore", "value": 3}}, "functions": [{"name": "f", "params": [],
            "body": [{"with": "$pool", "body": [{"with": "$db", "body": [{"sleep": 1}]}]}]}],
        "mains": [{"name": "main", "body": [{"gather": [{"call": "f"}, {"call": "f"}]}]}]})");
    const MomentIndex moments(trace);

    const Moment moment = moments.at(trace->lowerBound(std::chrono::seconds(1)));

    QCOMPARE(moment.objects.size(), std::size_t{2});
    const Moment::Object& lock = moment.objects[0];
    QCOMPARE(lock.kind, Word::Lock);
    QCOMPARE(lock.use.holders, std::vector{TaskId{1}});
    QCOMPARE(lock.waiting, 1U);
    const Moment::Object& pool = moment.objects[1];
    QCOMPARE(pool.kind, Word::Semaphore);
    QCOMPARE(pool.use.level, std::optional<std::int64_t>(1));
    QCOMPARE(pool.use.holders.size(), std::size_t{2});
    QCOMPARE(moment.timers.size(), std::size_t{1});
    QCOMPARE(moment.timers[0].deadline, Ticks(std::chrono::seconds(1)));
    QCOMPARE(moments.at(0).objects.size(), std::size_t{0});
}

void TestMoment::showsTheInnermostCall()
{
    const auto sync = test::syncDelivery();
    const Moment plain = MomentIndex(sync).at(sync->lowerBound(std::chrono::seconds(10)));
    QCOMPARE(plain.running->task, TaskId{1});
    QCOMPARE(plain.running->blocking, Word::Sleep);
    QCOMPARE(plain.notCalled, (std::vector{TaskId{2}, TaskId{3}}));

    const auto awaits = traceOf(R"({"coroscope_scenario": 1, "functions": [{"name": "f",
        "params": [], "body": [{"sleep": 1}]}], "strategies": ["sequential"],
        "calls": [{"call": "f"}, {"call": "f"}]})",
                                "sequential");
    const Moment moment = MomentIndex(awaits).at(awaits->lowerBound(std::chrono::seconds(1)));
    QVERIFY(!moment.running);
    QCOMPARE(moment.waiters.size(), std::size_t{1});
    QCOMPARE(moment.waiters[0].task, TaskId{1});
    QCOMPARE(moment.timers[0].task, TaskId{1});
    QCOMPARE(moment.notCalled, std::vector{TaskId{2}});
}

void TestMoment::tellsWhatJobsDo()
{
    const auto trace = traceOf(R"({"coroscope_scenario": 1, "executor": {"workers": 1},
        "functions": [{"name": "job", "async": false, "params": [], "body": [{"block": 1}]},
            {"name": "f", "params": [], "body": [{"run_in_executor": {"call": "job"}}]}],
        "mains": [{"name": "main", "body": [{"gather": [{"call": "f"}, {"call": "f"}]}]}]})");

    const Moment moment = MomentIndex(trace).at(trace->lowerBound(std::chrono::milliseconds(500)));

    QCOMPARE(moment.jobs.size(), std::size_t{2});
    QCOMPARE(moment.jobs[0].state, Moment::Job::State::Blocking);
    QCOMPARE(moment.jobs[1].state, Moment::Job::State::Queued);
    QVERIFY(moment.ready.empty());
}

COROSCOPE_TEST(TestMoment)
#include "tst_moment.moc"
