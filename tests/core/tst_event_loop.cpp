// SPDX-License-Identifier: MIT
#include <QTest>
#include <deque>

#include "tests/support/test_loop.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// A callback that pushes another one, as callbacks of futures do.
class Chain : public Callback {
public:
    Chain(TestLoop& loop, std::string name, Callback& follower)
        : Callback(&Chain::call), m_loop(loop), m_name(std::move(name)), m_follower(follower)
    {}

private:
    static void call(Callback& self)
    {
        auto& chain = static_cast<Chain&>(self);
        chain.m_loop.note(chain.m_name);
        chain.m_loop->callSoon(chain.m_follower);
    }

    TestLoop& m_loop;
    const std::string m_name;
    Callback& m_follower;
};

// Goes on by one nanosecond with each look at it, as a real clock does; may be set back.
class TickingClock final : public Clock {
public:
    [[nodiscard]] Ticks now() override { return ++m_now; }
    void passUntil(Ticks deadline) override { m_now = std::max(m_now, deadline); }
    void setBack() { m_now = Ticks{}; }

private:
    Ticks m_now{};
};

Coroutine<> yields(TestLoop& loop, std::string name, int times)
{
    for (int i = 1; i <= times; ++i) {
        co_await yield();
        loop.note(name + std::to_string(i));
    }
}

Coroutine<> sleeps(TestLoop& loop, std::string name, Ticks delay)
{
    co_await sleep(delay);
    loop.noteTime(name);
}

Coroutine<> waitsFor(Ref<Future<>> future)
{
    co_await future;
}

}  // namespace

class TestEventLoop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsCallbacksFirstInFirstOut();
    void leavesWhatIsPushedMeanwhileToTheNextPass();
    void runsADueTimerBehindWhatIsReady();
    void looksAtTimersOncePerPass();
    void firesTimersByDeadlineThenByCreation_data();
    void firesTimersByDeadlineThenByCreation();
    void passesOverCancelledTimers();
    void aTimerThatIsCancelledWhileDueDoesNotFire();
    void aCallbackThatFailsHoldsNobodyUp();
    void endsInTheFifoPlaceOfMainsOwnCallback();
    void findsADeadlock();
    void doesNotWaitLongerThanATraceCanTell_data();
    void doesNotWaitLongerThanATraceCanTell();
    void blockingBeyondTheEndOfTimeAbandonsTheLoop();
    void blockingHoldsEverybodyUp();
    void virtualTimeStandsStillWhileTheProgramComputes();
    void realTimeGoesOnAndNeverBack();
    void cancelsWhatRemainsInOrderOfCreation();
    void abandoningEndsThePassAtOnce();
    void recordsAPassWithItsCallbacksAndTimers();
};

void TestEventLoop::runsCallbacksFirstInFirstOut()
{
    TestLoop loop;
    Note a(loop, "a"), b(loop, "b"), c(loop, "c");
    for (Callback* callback : std::initializer_list<Callback*>{&a, &b, &c})
        loop->callSoon(*callback);

    loop.run(yields(loop, "y", 1));

    QCOMPARE(loop.log(), QStringLiteral("a@1 b@1 c@1 y1@2"));
}

void TestEventLoop::leavesWhatIsPushedMeanwhileToTheNextPass()
{
    TestLoop loop;
    Note last(loop, "last"), beside(loop, "beside");
    Chain second(loop, "second", last);
    Chain first(loop, "first", second);
    loop->callSoon(first);
    loop->callSoon(beside);

    loop.run(yields(loop, "y", 2));

    QCOMPARE(loop.log(), QStringLiteral("first@1 beside@1 second@2 y1@2 last@3 y2@3"));
}

void TestEventLoop::runsADueTimerBehindWhatIsReady()
{
    TestLoop loop;
    Note soon(loop, "soon");
    NoteTimer later(loop, "later0");
    const auto main = [](TestLoop& l, Callback& callback, Timer& timer) -> Coroutine<> {
        l->callLater(s(0), timer);
        l->callSoon(callback);
        co_await yield();
        l.note("y1");
        co_await yield();
        l.note("y2");
    };

    loop.run(main(loop, soon, later));

    QCOMPARE(loop.log(), QStringLiteral("soon@2 y1@2 later0@2 y2@3"));
}

void TestEventLoop::looksAtTimersOncePerPass()
{
    TestLoop loop;
    NoteTimer timer(loop, "timer");
    const auto main = [](TestLoop& l, Timer& due) -> Coroutine<> {
        l->callLater(s(1), due);
        createTask(yields(l, "y", 2));
        l->block(s(5), Word::Work, l->currentTask()->id());
        co_await yield();
        l.note("main");
        co_await yield();
    };

    loop.run(main(loop, timer));

    QCOMPARE(loop.log(), QStringLiteral("main@2 timer@2 y1@3 y2@4"));
}

void TestEventLoop::firesTimersByDeadlineThenByCreation_data()
{
    QTest::addColumn<QList<int>>("delays");
    QTest::addColumn<QString>("expected");

    QTest::newRow("one") << QList<int>{1} << "t0 1s";
    QTest::newRow("sorted") << QList<int>{1, 2, 3} << "t0 1s t1 2s t2 3s";
    QTest::newRow("reversed") << QList<int>{3, 2, 1} << "t2 1s t1 2s t0 3s";
    QTest::newRow("ties keep their order") << QList<int>{2, 2, 2, 2} << "t0 2s t1 2s t2 2s t3 2s";
    QTest::newRow("ties among others") << QList<int>{2, 1, 2, 1} << "t1 1s t3 1s t0 2s t2 2s";
}

void TestEventLoop::firesTimersByDeadlineThenByCreation()
{
    QFETCH(QList<int>, delays);
    QFETCH(QString, expected);
    TestLoop loop;
    const auto main = [](TestLoop& l, QList<int> seconds) -> Coroutine<> {
        for (int i = 0; i < seconds.size(); ++i)
            createTask(sleeps(l, "t" + std::to_string(i), s(seconds[i])));
        co_await sleep(s(100));
    };

    loop.run(main(loop, delays));

    QCOMPARE(loop.log(), expected);
}

void TestEventLoop::passesOverCancelledTimers()
{
    TestLoop loop;
    NoteTimer early(loop, "early"), late(loop, "late");
    loop->callLater(s(1), early);
    loop->callLater(s(99), late);
    loop->cancel(early);
    loop->cancel(late);
    loop->cancel(late);

    loop.run(sleeps(loop, "main", s(5)));
    const Ref<Future<>> never(new Future<>(*loop));
    const LoopEnd end = loop->runUntilDone(*never);

    QCOMPARE(loop.log(), QStringLiteral("main 5s"));
    QCOMPARE(end, LoopEnd::Deadlock);
    QCOMPARE(loop->now(), s(5));
}

void TestEventLoop::aTimerThatIsCancelledWhileDueDoesNotFire()
{
    TestLoop loop;
    struct Canceller : Timer {
        Canceller(TestLoop& l, Timer& v)
            : Timer([](Timer& self) {
                  auto& canceller = static_cast<Canceller&>(self);
                  canceller.loop.note("cancel");
                  canceller.loop->cancel(canceller.victim);
              }),
              loop(l),
              victim(v)
        {}
        TestLoop& loop;
        Timer& victim;
    };
    NoteTimer victim(loop, "victim"), other(loop, "other");
    Canceller canceller(loop, victim);
    for (Timer* timer : std::initializer_list<Timer*>{&canceller, &victim, &other})
        loop->callLater(s(1), *timer);

    loop.run(sleeps(loop, "main", s(2)));

    QCOMPARE(loop.log(), QStringLiteral("cancel@2 other@2 main 2s"));
}

// asyncio/events.py, Handle._run(): the loop is told of the error and goes on.
void TestEventLoop::aCallbackThatFailsHoldsNobodyUp()
{
    TestLoop loop;
    Callback failing([](Callback&) { throw RecursionError("maximum recursion depth exceeded"); });
    Note before(loop, "before"), behind(loop, "behind");
    for (Callback* callback : std::initializer_list<Callback*>{&before, &failing, &behind})
        loop->callSoon(*callback);

    loop.run(yields(loop, "y", 1));

    QCOMPARE(loop.log(), QStringLiteral("before@1 behind@1 y1@2"));
}

void TestEventLoop::endsInTheFifoPlaceOfMainsOwnCallback()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        createTask(yields(l, "y", 100));
        co_await yield();
        l.note("main");
    };

    loop.run(main(loop));

    // Main ends in pass 2, its callback runs in pass 3; the rest of that pass still runs.
    QCOMPARE(loop.log(), QStringLiteral("main@2 y1@3"));
    QCOMPARE(loop.end, LoopEnd::Done);
}

void TestEventLoop::findsADeadlock()
{
    TestLoop loop;
    const Ref<Future<>> never(new Future<>(*loop));

    const auto main = loop.run(waitsFor(never));

    QCOMPARE(loop.end, LoopEnd::Deadlock);
    QCOMPARE(outcomeOf(*main), QStringLiteral("pending"));
    QCOMPARE(loop->now(), s(0));
}

void TestEventLoop::doesNotWaitLongerThanATraceCanTell_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<bool>("isDone");

    QTest::newRow("the last instant") << qint64{Trace::maxTime.count()} << true;
    QTest::newRow("one later") << qint64{Trace::maxTime.count() + 1} << false;
    QTest::newRow("for ever") << qint64{Ticks::max().count()} << false;
}

void TestEventLoop::doesNotWaitLongerThanATraceCanTell()
{
    QFETCH(qint64, nanoseconds);
    QFETCH(bool, isDone);
    TestLoop loop;

    loop.run(sleeps(loop, "main", Ticks(nanoseconds)));

    QCOMPARE(loop.end, isDone ? LoopEnd::Done : LoopEnd::OutOfTime);
    QCOMPARE(loop->now(), isDone ? Trace::maxTime : s(0));
}

void TestEventLoop::blockingBeyondTheEndOfTimeAbandonsTheLoop()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        co_await sleep(s(1));
        l->block(Ticks::max(), Word::Sleep, l->currentTask()->id());
    };

    loop.run(main(loop));

    QCOMPARE(loop.end, LoopEnd::Stopped);
    QVERIFY(loop->isAbandoned());
    QCOMPARE(loop->now(), s(1));
}

void TestEventLoop::blockingHoldsEverybodyUp()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        createTask(sleeps(l, "sleeper", s(1)));
        co_await yield();
        l->block(s(3), Word::Sleep, l->currentTask()->id());
        l.noteTime("main");
        co_await sleep(s(1));
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("main 3s sleeper 3s"));
}

void TestEventLoop::virtualTimeStandsStillWhileTheProgramComputes()
{
    TestLoop loop;

    loop.run(yields(loop, "y", 1000));

    QCOMPARE(loop->now(), Ticks{});
}

void TestEventLoop::realTimeGoesOnAndNeverBack()
{
    TickingClock clock;
    EventLoop loop(clock);

    const Ticks first = loop.now();
    const Ticks second = loop.now();
    clock.setBack();
    const Ticks third = loop.now();

    QVERIFY(second > first);
    QVERIFY(third >= second);
}

void TestEventLoop::cancelsWhatRemainsInOrderOfCreation()
{
    TestLoop loop;
    const auto sleeper = [](TestLoop& l, std::string name) -> Coroutine<> {
        bool isCancelled = false;
        try {
            co_await sleep(s(100));
        } catch (const CancelledError&) {
            isCancelled = true;
        }
        co_await sleep(s(1));
        l.noteTime(name + (isCancelled ? " cleaned up" : ""));
    };
    const auto main = [](TestLoop& l, decltype(sleeper) f) -> Coroutine<> {
        for (const char* name : {"a", "b", "c"}) {
            Coroutine<> body = f(l, name);
            createTask(std::move(body));
        }
        co_await sleep(s(2));
    };

    loop.run(main(loop, sleeper));
    const LoopEnd end = loop->cancelRemaining();

    QCOMPARE(end, LoopEnd::Done);
    QCOMPARE(loop.log(), QStringLiteral("a cleaned up 3s b cleaned up 3s c cleaned up 3s"));
}

void TestEventLoop::abandoningEndsThePassAtOnce()
{
    TestLoop loop;
    Note never(loop, "never");
    const auto main = [](TestLoop& l, Callback& callback) -> Coroutine<> {
        l->callSoon(callback);
        co_await yield();
        l.note("main");
        co_await yield();
        l->abandon();
        l->callSoon(callback);
        co_await yield();
    };
    loop.run(main(loop, never));

    QCOMPARE(loop.log(), QStringLiteral("never@2 main@2"));
    QCOMPARE(loop.end, LoopEnd::Stopped);
}

void TestEventLoop::recordsAPassWithItsCallbacksAndTimers()
{
    TestLoop loop;
    NoteTimer timer(loop, "t");
    Note callback(loop, "c");
    loop->callLater(s(9), timer);
    loop->callSoon(callback);

    loop.run(yields(loop, "y", 1));

    QStringList turns;
    for (std::size_t row = 0; row < loop.trace.size(); ++row) {
        const Event event = loop.trace.at(row);
        if (event.kind == EventKind::Turn) {
            const LoopTurn& turn = loop.trace.turn(event);
            turns << QStringLiteral("%1+%2").arg(turn.ready).arg(turn.timers);
        }
    }
    // Main's last step puts only the callback that ends the run into the third pass.
    QCOMPARE(turns.join(QLatin1Char(' ')), QStringLiteral("2+1 1+1 1+1"));
}

COROSCOPE_TEST(TestEventLoop)
#include "tst_event_loop.moc"
