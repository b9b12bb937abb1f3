// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/runtime/gather.h"
#include "core/runtime/sleep.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace std::chrono_literals;

namespace {

Coroutine<int> nest(int depth)
{
    if (depth == 0) {
        co_await yield();
        co_return 0;
    }
    Coroutine<int> inner = nest(depth - 1);
    const int below = co_await std::move(inner);
    co_return below + 1;
}

Coroutine<int> nestUntilError(int depth)
{
    if (depth == 0)
        throw std::runtime_error("deepest");
    Coroutine<int> inner = nestUntilError(depth - 1);
    co_return co_await std::move(inner);
}

Coroutine<> sleepOnce(Ticks length)
{
    co_await sleep(length);
}

Coroutine<> gatherMany(EventLoop& loop, int count)
{
    std::vector<Ref<FutureBase>> tasks;
    for (int i = 0; i < count; ++i)
        tasks.emplace_back(loop.createTask(sleepOnce(std::chrono::nanoseconds(i % 1000))));
    co_await gather(loop, std::move(tasks));
}

Coroutine<int> awaitTask(Ref<Task<int>> task)
{
    const int below = co_await task;
    co_return below + 1;
}

}  // namespace

/// Sizes at which recursion would exhaust the stack.
class TestScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void awaitsHundredThousandDeep();
    void carriesAnErrorThroughTenThousandAwaits();
    void dropsADeepChainThatNeverEnds();
    void cancelsThroughHundredThousandTasks();
    void gathersAMillionTasks();
};

void TestScale::awaitsHundredThousandDeep()
{
    VirtualClock clock;
    EventLoop loop(clock);

    const auto task = loop.createTask(nest(100'000));
    const LoopEnd end = loop.runUntilDone(*task);

    QCOMPARE(end, LoopEnd::Done);
    QCOMPARE(task->result(), 100'000);
}

void TestScale::carriesAnErrorThroughTenThousandAwaits()
{
    VirtualClock clock;
    EventLoop loop(clock);

    const auto task = loop.createTask(nestUntilError(10'000));
    loop.runUntilDone(*task);

    QCOMPARE(QString::fromStdString(describe(task->exception()).text), QStringLiteral("deepest"));
}

void TestScale::dropsADeepChainThatNeverEnds()
{
    VirtualClock clock;
    auto loop = std::make_unique<EventLoop>(clock);
    const auto task = loop->createTask(nest(100'000));
    const auto stop = loop->createTask(sleepOnce(0s));

    loop->abandon();
    loop->runUntilDone(*stop);
    loop.reset();

    QVERIFY(!task->isDone());
}

void TestScale::cancelsThroughHundredThousandTasks()
{
    VirtualClock clock;
    EventLoop loop(clock);
    Ref<Task<int>> last = loop.createTask(nest(1));
    for (int i = 0; i < 100'000; ++i)
        last = loop.createTask(awaitTask(last));
    const auto pause = loop.createTask(sleepOnce(0s));

    loop.runUntilDone(*pause);
    last->cancel();
    loop.runUntilDone(*last);

    QVERIFY(last->isDone());
}

void TestScale::gathersAMillionTasks()
{
    VirtualClock clock;
    EventLoop loop(clock);

    const auto main = loop.createTask(gatherMany(loop, 1'000'000));
    const LoopEnd end = loop.runUntilDone(*main);

    QCOMPARE(end, LoopEnd::Done);
    QVERIFY(!main->exception());
}

COROSCOPE_TEST(TestScale)
#include "tst_scale.moc"
