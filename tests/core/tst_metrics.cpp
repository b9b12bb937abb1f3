// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/analysis/metrics.h"
#include "tests/support/sample_traces.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr TaskId mainTask{0};

Ticks s(int seconds)
{
    return std::chrono::seconds(seconds);
}

std::shared_ptr<Trace> mainOnly(Ticks work)
{
    auto trace = std::make_shared<Trace>();
    trace->addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
    trace->append(s(0), EventKind::Create, Word::None, mainTask);
    trace->append(s(0), EventKind::Resume, Word::None, mainTask);
    trace->append(s(0), EventKind::Block, Word::Work, mainTask);
    trace->append(work, EventKind::Unblock, Word::None, mainTask);
    trace->append(work, EventKind::Done, Word::Returned, mainTask, trace->addOutcome({"", ""}));
    return trace;
}

}  // namespace

class TestMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doNotCountBlockingCallsAsBusy();
    void countsSleepingTasksAsIdle();
    void ofMainAloneAreMainsOwn();
    void leaveOutWhatNeverEnded();
    void ofNothingAreZero();
    void ofTasksAddUpToTheirTurnaround_data();
    void ofTasksAddUpToTheirTurnaround();
    void tellHowLongTasksWereReady();
    void doNotCountJobsAsTheLoopsWork();
};

void TestMetrics::doNotCountBlockingCallsAsBusy()
{
    const Metrics metrics = metricsOf(Timeline(test::syncDelivery()));

    QCOMPARE(metrics.total, s(17));
    QCOMPARE(metrics.busy, s(0));
    QCOMPARE(metrics.busyShare(), 0.0);
    QCOMPARE(metrics.finished, 3);
    QCOMPARE(metrics.meanTurnaround, s(10 + 13 + 17) / 3);
}

void TestMetrics::countsSleepingTasksAsIdle()
{
    const Metrics metrics = metricsOf(Timeline(test::gatherDelivery()));

    QCOMPARE(metrics.total, s(10));
    QCOMPARE(metrics.busy, s(0));
    QCOMPARE(metrics.busyShare(), 0.0);
    QCOMPARE(metrics.finished, 3);
    QCOMPARE(metrics.meanTurnaround, s(10 + 3 + 4) / 3);
}

void TestMetrics::ofMainAloneAreMainsOwn()
{
    const Metrics metrics = metricsOf(Timeline(mainOnly(s(4))));

    QCOMPARE(metrics.total, s(4));
    QCOMPARE(metrics.busyShare(), 1.0);
    QCOMPARE(metrics.finished, 1);
    QCOMPARE(metrics.meanTurnaround, s(4));
}

void TestMetrics::leaveOutWhatNeverEnded()
{
    const auto trace = std::make_shared<Trace>(Trace());
    trace->addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
    for (const char* name : {"Task-2", "Task-3"})
        trace->addTask({name, "f()", mainTask, TaskInfo::Kind::Task, {}});
    for (const std::uint32_t id : {0U, 1U, 2U})
        trace->append(s(static_cast<int>(id)), EventKind::Create, Word::None, TaskId{id});
    trace->append(s(3), EventKind::Resume, Word::None, TaskId{1});
    trace->append(s(5), EventKind::Done, Word::Returned, TaskId{1}, trace->addOutcome({}));
    trace->append(s(8), EventKind::End, Word::Deadlock, {}, trace->addOutcome({}));

    const Metrics metrics = metricsOf(Timeline(trace));

    QCOMPARE(metrics.total, s(8));
    QCOMPARE(metrics.busy, s(2));
    QCOMPARE(metrics.finished, 1);
    QCOMPARE(metrics.meanTurnaround, s(4));
}

void TestMetrics::ofNothingAreZero()
{
    const Metrics metrics = metricsOf(Timeline(std::make_shared<Trace>()));

    QCOMPARE(metrics.total, s(0));
    QCOMPARE(metrics.busyShare(), 0.0);
    QCOMPARE(metrics.finished, 0);
    QCOMPARE(metrics.meanTurnaround, s(0));
    QCOMPARE(metricsOf(Timeline(mainOnly(s(0)))).busyShare(), 0.0);
}

void TestMetrics::ofTasksAddUpToTheirTurnaround_data()
{
    QTest::addColumn<bool>("isGather");
    QTest::newRow("sync") << false;
    QTest::newRow("gather") << true;
}

void TestMetrics::ofTasksAddUpToTheirTurnaround()
{
    QFETCH(bool, isGather);
    const Timeline timeline(isGather ? test::gatherDelivery() : test::syncDelivery());

    const std::vector<TaskMetrics> tasks = taskMetricsOf(timeline);

    QCOMPARE(tasks.size(), timeline.tracks().size());
    for (const TaskMetrics& task : tasks) {
        QVERIFY(task.isDone);
        QCOMPARE(
            task.waiting + task.ready + task.running + task.blocking + task.suspended + task.inCall,
            task.turnaround);
        const Track& track = timeline.tracks()[task.task.value];
        QCOMPARE(task.turnaround, timeline.trace().timeAt(track.doneEvent));
    }
    const TaskMetrics& c = tasks[3];
    QCOMPARE(c.suspended, isGather ? s(4) : s(0));
    QCOMPARE(c.blocking, isGather ? s(0) : s(4));
    QCOMPARE(c.waiting, isGather ? s(0) : s(13));
    QCOMPARE(c.resumes, isGather ? 2U : 0U);
}

void TestMetrics::tellHowLongTasksWereReady()
{
    auto trace = std::make_shared<Trace>();
    trace->addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
    trace->append(s(0), EventKind::Create, Word::None, mainTask);
    trace->append(s(1), EventKind::Resume, Word::None, mainTask);
    trace->append(s(2), EventKind::Suspend, Word::Yield, mainTask);
    trace->append(s(5), EventKind::Resume, Word::None, mainTask);
    trace->append(s(9), EventKind::Suspend, Word::Io, mainTask);

    const TaskMetrics metrics = taskMetricsOf(Timeline(trace)).front();

    QCOMPARE(metrics.ready, s(4));
    QCOMPARE(metrics.meanLatency, s(2));
    QCOMPARE(metrics.worstLatency, s(3));
    QCOMPARE(metrics.resumes, 2U);
    QCOMPARE(metrics.running, s(5));
    QVERIFY(!metrics.isDone);
}

void TestMetrics::doNotCountJobsAsTheLoopsWork()
{
    const auto trace = mainOnly(s(4));
    const TaskId job = trace->addTask({"", "job()", mainTask, TaskInfo::Kind::Job, {}});
    trace->append(s(4), EventKind::Create, Word::None, job);
    trace->append(s(4), EventKind::Resume, Word::None, job);
    trace->append(s(8), EventKind::Done, Word::Returned, job, trace->addOutcome({"", ""}));

    QCOMPARE(metricsOf(Timeline(trace)).busy, s(4));
}

COROSCOPE_TEST(TestMetrics)
#include "tst_metrics.moc"
