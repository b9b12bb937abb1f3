// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/runtime/barrier.h"
#include "core/runtime/condition.h"
#include "core/runtime/queue.h"
#include "core/runtime/semaphore.h"
#include "core/runtime/signal.h"
#include "core/runtime/sleep.h"
#include "tests/support/order_log.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace std::chrono_literals;
using test::OrderLog;

namespace {

const QStringList threeNames{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};

Coroutine<> awaitAll(std::vector<Ref<Task<>>> tasks)
{
    for (const Ref<Task<>>& task : tasks)
        co_await task;
}

// Holds a permit for one turn.
Coroutine<> holdForATurn(Semaphore& permits, OrderLog& log, QString name)
{
    co_await permits.acquire();
    log.add(name + QLatin1Char('+'));
    co_await yield();
    log.add(name + QLatin1Char('-'));
    permits.release();
}

template <int permits>
Coroutine<> semaphore(EventLoop& loop, OrderLog& log)
{
    Semaphore pool(loop, permits);
    std::vector<Ref<Task<>>> tasks;
    for (const QString& name : threeNames)
        tasks.push_back(loop.createTask(holdForATurn(pool, log, name)));
    co_await awaitAll(std::move(tasks));
}

// The first in the queue is cancelled when it was handed the permit already.
Coroutine<> semaphoreHandsOn(EventLoop& loop, OrderLog& log)
{
    Semaphore pool(loop, 0);
    const auto a = loop.createTask(holdForATurn(pool, log, QStringLiteral("a")));
    const auto b = loop.createTask(holdForATurn(pool, log, QStringLiteral("b")));
    co_await yield();
    pool.release();
    a->cancel();
    co_await b;
}

Coroutine<> waitForSignal(Signal& signal, OrderLog& log, QString name)
{
    co_await signal.wait();
    log.add(name);
}

// Whoever was woken goes on, though the flag is cleared before it runs.
Coroutine<> signalSetAndCleared(EventLoop& loop, OrderLog& log)
{
    Signal signal(loop);
    std::vector<Ref<Task<>>> tasks;
    for (const QString& name : threeNames)
        tasks.push_back(loop.createTask(waitForSignal(signal, log, name)));
    co_await yield();
    signal.set();
    signal.clear();
    co_await awaitAll(std::move(tasks));
}

Coroutine<> waitForChange(Condition& condition, OrderLog& log, QString name)
{
    co_await condition.acquire();
    try {
        co_await condition.wait();
    } catch (const CancelledError&) {
        condition.release();
        throw;
    }
    log.add(name + QLatin1Char('+'));
    co_await yield();
    log.add(name + QLatin1Char('-'));
    condition.release();
}

// All are woken, and yet have the lock one after the other.
Coroutine<> conditionNotifiesAll(EventLoop& loop, OrderLog& log)
{
    Condition condition(loop);
    std::vector<Ref<Task<>>> tasks;
    for (const QString& name : threeNames)
        tasks.push_back(loop.createTask(waitForChange(condition, log, name)));
    co_await sleep(1s);
    co_await condition.acquire();
    condition.notifyAll();
    log.add(QStringLiteral("notified"));
    condition.release();
    co_await awaitAll(std::move(tasks));
}

// A waiter that is cancelled after it was notified passes the notification on.
Coroutine<> conditionPassesOn(EventLoop& loop, OrderLog& log)
{
    Condition condition(loop);
    const auto a = loop.createTask(waitForChange(condition, log, QStringLiteral("a")));
    const auto b = loop.createTask(waitForChange(condition, log, QStringLiteral("b")));
    co_await sleep(1s);
    co_await condition.acquire();
    condition.notify();
    condition.release();
    a->cancel();
    co_await b;
}

Coroutine<> takeOne(Queue<int>& queue, OrderLog& log, QString name)
{
    const int item = co_await queue.get();
    log.add(name + QString::number(item));
}

// Whoever runs may take the item that a getter was woken for; the getter queues again.
Coroutine<> queueItemIsStolen(EventLoop& loop, OrderLog& log)
{
    Queue<int> queue(loop);
    const auto a = loop.createTask(takeOne(queue, log, QStringLiteral("a")));
    co_await yield();
    queue.putNow(1);
    log.add(QStringLiteral("main%1").arg(queue.getNow()));
    queue.putNow(2);
    co_await a;
}

Coroutine<> putMany(Queue<int>& queue, OrderLog& log)
{
    for (int i = 1; i <= 3; ++i) {
        co_await queue.put(i);
        log.add(QStringLiteral("put%1").arg(i));
    }
}

Coroutine<> queueHoldsBack(EventLoop& loop, OrderLog& log)
{
    Queue<int> queue(loop, 1);
    const auto producer = loop.createTask(putMany(queue, log));
    for (int i = 1; i <= 3; ++i) {
        co_await sleep(1s);
        const int item = co_await queue.get();
        log.add(QStringLiteral("get%1").arg(item));
    }
    co_await producer;
}

Coroutine<> meet(Barrier& barrier, OrderLog& log, QString name)
{
    const std::int64_t index = co_await barrier.wait();
    log.add(name + QString::number(index));
}

// The fourth waits for the next two.
Coroutine<> barrierOfThree(EventLoop& loop, OrderLog& log)
{
    Barrier barrier(loop, 3);
    std::vector<Ref<Task<>>> tasks;
    for (const char* name : {"a", "b", "c", "d"})
        tasks.push_back(loop.createTask(meet(barrier, log, QString::fromLatin1(name))));
    co_await awaitAll(std::move(tasks));
}

Coroutine<> barrierIsAborted(EventLoop& loop, OrderLog& log)
{
    Barrier barrier(loop, 2);
    const auto a = loop.createTask(meet(barrier, log, QStringLiteral("a")));
    co_await sleep(1s);
    co_await barrier.abort();
    co_await a;
}

Coroutine<> meetAndNote(Barrier& barrier, OrderLog& log, QString name)
{
    try {
        co_await barrier.wait();
        log.add(name);
    } catch (const BrokenBarrierError&) {
        log.add(name + QStringLiteral("!"));
    }
}

// Aborted it stays broken, until it is reset.
Coroutine<> barrierStaysBroken(EventLoop& loop, OrderLog& log)
{
    Barrier barrier(loop, 2);
    const auto a = loop.createTask(meetAndNote(barrier, log, QStringLiteral("a")));
    co_await sleep(1s);
    co_await barrier.abort();
    co_await a;
    co_await meetAndNote(barrier, log, QStringLiteral("b"));
    co_await barrier.reset();
    const auto c = loop.createTask(meetAndNote(barrier, log, QStringLiteral("c")));
    co_await meetAndNote(barrier, log, QStringLiteral("d"));
    co_await c;
}

// Those who wait are turned away; it can be used again.
Coroutine<> barrierIsReset(EventLoop& loop, OrderLog& log)
{
    Barrier barrier(loop, 2);
    const auto a = loop.createTask(meetAndNote(barrier, log, QStringLiteral("a")));
    co_await sleep(1s);
    co_await barrier.reset();
    co_await a;
    const auto b = loop.createTask(meetAndNote(barrier, log, QStringLiteral("b")));
    co_await meetAndNote(barrier, log, QStringLiteral("c"));
    co_await b;
}

}  // namespace

/// Who goes first at each primitive.
class TestPrimitives : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servesInAsyncioOrder_data();
    void servesInAsyncioOrder();
};

void TestPrimitives::servesInAsyncioOrder_data()
{
    QTest::addColumn<test::Program>("program");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char* name, test::Program program, const char* expected) {
        QTest::newRow(name) << program << QString::fromLatin1(expected);
    };
    row("semaphore: one at a time", semaphore<1>, "a+ a- b+ b- c+ c-");
    row("semaphore: two at a time", semaphore<2>, "a+ b+ a- b- c+ c-");
    row("semaphore: nobody waits", semaphore<3>, "a+ b+ c+ a- b- c-");
    row("semaphore: a permit is handed on", semaphoreHandsOn, "b+ b-");
    row("event: all who waited", signalSetAndCleared, "a b c");
    row("condition: by turns", conditionNotifiesAll, "notified a+ a- b+ b- c+ c-");
    row("condition: a notification is passed on", conditionPassesOn, "b+ b-");
    row("queue: an item is stolen", queueItemIsStolen, "main1 a2");
    row("queue: a full one holds back", queueHoldsBack, "put1 get1 put2 get2 put3 get3");
    row("barrier: one too many", barrierOfThree, "c2 a0 b1 deadlock");
    row("barrier: aborted", barrierIsAborted, "BrokenBarrierError");
    row("barrier: broken until it is reset", barrierStaysBroken, "a! b! c d");
    row("barrier: reset", barrierIsReset, "a! b c");
}

void TestPrimitives::servesInAsyncioOrder()
{
    QFETCH(test::Program, program);
    QFETCH(QString, expected);
    Trace trace;
    VirtualClock clock;
    EventLoop loop(clock, &trace);

    const OrderLog log = test::runProgram(program, trace, loop);

    QCOMPARE(log.names(), expected);
}

COROSCOPE_TEST(TestPrimitives)
#include "tst_primitives.moc"
