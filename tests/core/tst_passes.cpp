// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/runtime/as_completed.h"
#include "core/runtime/executor.h"
#include "core/runtime/gather.h"
#include "core/runtime/lock.h"
#include "core/runtime/semaphore.h"
#include "core/runtime/shield.h"
#include "core/runtime/sleep.h"
#include "core/runtime/task_group.h"
#include "core/runtime/wait.h"
#include "core/runtime/wait_for.h"
#include "tests/support/order_log.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace std::chrono_literals;
using test::OrderLog;

namespace {

Coroutine<> note(OrderLog& log, QString name)
{
    log.add(name);
    co_return;
}

Coroutine<> yieldThenNote(OrderLog& log, QString name)
{
    co_await yield();
    log.add(name);
}

// Sleeps; notes when it is cancelled.
Coroutine<> sleepUntilCancelled(OrderLog& log, QString name)
{
    try {
        co_await sleep(1h);
    } catch (const CancelledError&) {
        log.add(name);
        throw;
    }
}

Coroutine<> gatherBasic(EventLoop& loop, OrderLog& log)
{
    std::vector<Ref<FutureBase>> children;
    for (const char* name : {"k0", "k1"})
        children.emplace_back(loop.createTask(note(log, QString::fromLatin1(name))));
    co_await gather(loop, std::move(children));
    log.add(QStringLiteral("g"));
}

Coroutine<> gatherDone(EventLoop& loop, OrderLog& log)
{
    const auto child = loop.createTask(note(log, QStringLiteral("c")));
    co_await yield();
    log.add(QStringLiteral("d"));
    std::vector<Ref<FutureBase>> children;
    children.emplace_back(child);
    co_await gather(loop, std::move(children));
    log.add(QStringLiteral("g"));
}

Coroutine<> awaitTask(EventLoop& loop, OrderLog& log)
{
    co_await loop.createTask(note(log, QStringLiteral("k")));
    log.add(QStringLiteral("j"));
}

Coroutine<> shieldRunning(EventLoop& loop, OrderLog& log)
{
    const auto child = loop.createTask(yieldThenNote(log, QStringLiteral("k")));
    co_await shield(child);
    log.add(QStringLiteral("sh"));
}

Coroutine<> waitOne(EventLoop& loop, OrderLog& log)
{
    std::vector<Ref<FutureBase>> children;
    children.emplace_back(loop.createTask(note(log, QStringLiteral("k"))));
    co_await wait(std::move(children));
    log.add(QStringLiteral("w"));
}

Coroutine<> asCompleted(EventLoop& loop, OrderLog& log)
{
    std::vector<Ref<FutureBase>> children;
    for (const char* name : {"k0", "k1"})
        children.emplace_back(loop.createTask(note(log, QString::fromLatin1(name))));
    AsCompleted ended(loop, children);
    for (int i = 0; ended.hasNext(); ++i) {
        co_await ended.next();
        log.add(QStringLiteral("r%1").arg(i));
    }
}

Coroutine<> waitForInTime(EventLoop&, OrderLog& log)
{
    log.add(QStringLiteral("m0"));
    co_await waitFor(yieldThenNote(log, QStringLiteral("c")), 1s);
    log.add(QStringLiteral("m1"));
}

Coroutine<> waitForTooLate(EventLoop&, OrderLog& log)
{
    try {
        co_await waitFor(sleepUntilCancelled(log, QStringLiteral("cx")), 1s);
    } catch (const TimeoutError&) {
        log.add(QStringLiteral("to"));
    }
}

Coroutine<> waitForNoTime(EventLoop&, OrderLog& log)
{
    try {
        co_await waitFor(note(log, QStringLiteral("never")), 0s);
    } catch (const TimeoutError&) {
        log.add(QStringLiteral("to"));
    }
}

Coroutine<> yieldTwice(OrderLog& log)
{
    log.add(QStringLiteral("in"));
    co_await yield();
    log.add(QStringLiteral("late"));
}

Coroutine<> timeoutOfZero(EventLoop&, OrderLog& log)
{
    try {
        co_await withTimeout(0s, yieldTwice(log));
    } catch (const TimeoutError&) {
        log.add(QStringLiteral("to"));
    }
}

Coroutine<> cancelBeforeStart(EventLoop& loop, OrderLog& log)
{
    const auto child = loop.createTask(note(log, QStringLiteral("never")));
    child->cancel();
    try {
        co_await child;
    } catch (const CancelledError&) {
        log.add(QStringLiteral("x"));
    }
}

Coroutine<> groupOfOne(EventLoop& loop, OrderLog& log)
{
    TaskGroup group(loop);
    group.createTask(note(log, QStringLiteral("k")));
    log.add(QStringLiteral("body"));
    co_await group.finish(nullptr);
    log.add(QStringLiteral("out"));
}

Coroutine<> fail(OrderLog& log)
{
    log.add(QStringLiteral("bad"));
    throw std::runtime_error("bad");
    co_return;
}

Coroutine<> groupFails(EventLoop& loop, OrderLog& log)
{
    TaskGroup group(loop);
    group.createTask(fail(log));
    group.createTask(sleepUntilCancelled(log, QStringLiteral("slowx")));
    try {
        co_await group.finish(nullptr);
    } catch (const ExceptionGroup&) {
        log.add(QStringLiteral("ExceptionGroup"));
    }
}

Coroutine<> holdTwice(Lock& lock, OrderLog& log)
{
    for (const char* name : {"a1", "a2"}) {
        co_await lock.acquire();
        log.add(QString::fromLatin1(name));
        co_await yield();
        lock.release();
    }
}

Coroutine<> holdOnce(Lock& lock, OrderLog& log)
{
    co_await lock.acquire();
    log.add(QStringLiteral("b"));
    lock.release();
}

Coroutine<> lockIsFair(EventLoop& loop, OrderLog& log)
{
    Lock lock(loop);
    const auto a = loop.createTask(holdTwice(lock, log));
    const auto b = loop.createTask(holdOnce(lock, log));
    co_await a;
    co_await b;
}

Coroutine<> acquireAndNote(Semaphore& semaphore, OrderLog& log, QString name)
{
    co_await semaphore.acquire();
    log.add(name);
}

Coroutine<> semaphoreWakesAll(EventLoop& loop, OrderLog& log)
{
    Semaphore semaphore(loop, 0);
    std::vector<Ref<FutureBase>> waiters;
    for (const char* name : {"w0", "w1", "w2"})
        waiters.emplace_back(
            loop.createTask(acquireAndNote(semaphore, log, QString::fromLatin1(name))));
    co_await yield();
    for (int i = 0; i < 3; ++i)
        semaphore.release();
    co_await gather(loop, std::move(waiters));
    log.add(QStringLiteral("end"));
}

Coroutine<int> nothing()
{
    co_return 1;
}

Coroutine<> executorIsTwoHops(EventLoop& loop, OrderLog& log)
{
    Executor pool(loop, 1);
    const auto job = pool.submit(nothing());
    co_await job;
    log.add(QStringLiteral("got"));
}

}  // namespace

/// The pass of the loop in which things happen, as CPython 3.13 counts them.
class TestPasses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wakesInTheSamePassAsCPython_data();
    void wakesInTheSamePassAsCPython();
};

void TestPasses::wakesInTheSamePassAsCPython_data()
{
    QTest::addColumn<test::Program>("program");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char* name, test::Program program, const char* expected) {
        QTest::newRow(name) << program << QString::fromLatin1(expected);
    };
    row("gather of two", gatherBasic, "k0@2 k1@2 g@4");
    row("gather of a task that is done", gatherDone, "c@2 d@2 g@2");
    row("await of a task", awaitTask, "k@2 j@3");
    row("shield", shieldRunning, "k@3 sh@5");
    row("wait", waitOne, "k@2 w@4");
    row("as_completed", asCompleted, "k0@2 k1@2 r0@4 r1@4");
    row("wait_for in time", waitForInTime, "m0@1 c@2 m1@2");
    row("wait_for too late", waitForTooLate, "cx@3 to@3");
    row("wait_for with no time", waitForNoTime, "to@4");
    row("timeout of zero", timeoutOfZero, "in@1 to@2");
    row("cancel before the first step", cancelBeforeStart, "x@3");
    row("task group", groupOfOne, "body@1 k@2 out@4");
    row("task group that fails", groupFails, "bad@2 slowx@4 ExceptionGroup@6");
    row("lock, fair", lockIsFair, "a1@2 b@4 a2@5");
    row("semaphore", semaphoreWakesAll, "w0@3 w1@3 w2@3 end@5");
    row("executor", executorIsTwoHops, "got@3");
}

void TestPasses::wakesInTheSamePassAsCPython()
{
    QFETCH(test::Program, program);
    QFETCH(QString, expected);
    Trace trace;
    VirtualClock clock;
    EventLoop loop(clock, &trace);

    const OrderLog log = test::runProgram(program, trace, loop);

    QCOMPARE(log.passes(), expected);
}

COROSCOPE_TEST(TestPasses)
#include "tst_passes.moc"
