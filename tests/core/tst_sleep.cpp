// SPDX-License-Identifier: MIT
#include <QTest>

#include "tests/support/test_loop.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

Coroutine<> sleepsAndNotes(TestLoop& loop, std::string name, Ticks delay)
{
    try {
        co_await sleep(delay);
        loop.note(name);
    } catch (const CancelledError& error) {
        loop.note(name + " cancelled(" + error.message() + ')');
    }
}

}  // namespace

class TestSleep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wakesOnePassAfterItsTimerFired();
    void aDelayThatIsNotPositiveIsABareYield_data();
    void aDelayThatIsNotPositiveIsABareYield();
    void aCancelledSleepTakesItsTimerOut();
    void cancelledWhileItsTimerIsDueItWakesOnce();
    void cancelledAfterItsTimerFiredItIsStillCancelled();
    void tellsTheTraceItsDeadline();
    void sleepersOfOneDeadlineWakeInOrder();
};

void TestSleep::wakesOnePassAfterItsTimerFired()
{
    TestLoop loop;
    NoteTimer timer(loop, "cb1");
    const auto main = [](TestLoop& l, Timer& beside) -> Coroutine<> {
        l->callLater(s(1), beside);
        co_await sleep(s(1));
        l.note("s");
    };

    loop.run(main(loop, timer));

    QCOMPARE(loop.log(), QStringLiteral("cb1@2 s@3"));
}

void TestSleep::aDelayThatIsNotPositiveIsABareYield_data()
{
    QTest::addColumn<qint64>("nanoseconds");

    QTest::newRow("zero") << qint64{0};
    QTest::newRow("negative") << qint64{-1};
    QTest::newRow("very negative") << qint64{Ticks::min().count()};
}

void TestSleep::aDelayThatIsNotPositiveIsABareYield()
{
    QFETCH(qint64, nanoseconds);
    TestLoop loop;

    loop.run(sleepsAndNotes(loop, "y", Ticks(nanoseconds)));

    QCOMPARE(loop.log(), QStringLiteral("y@2"));
    QCOMPARE(loop->now(), s(0));
    const Event suspend = loop.trace.at(3);
    QCOMPARE(suspend.kind, EventKind::Suspend);
    QCOMPARE(suspend.word, Word::Yield);
}

void TestSleep::aCancelledSleepTakesItsTimerOut()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        const Ref<Task<>> child = createTask(sleepsAndNotes(l, "child", s(1000)));
        co_await sleep(s(1));
        child->cancel(std::string("m"));
        co_await child;
    };

    loop.run(main(loop));
    const Ref<Future<>> never(new Future<>(*loop));
    const LoopEnd end = loop->runUntilDone(*never);

    QCOMPARE(loop.log(), QStringLiteral("child cancelled(m)@5"));
    QCOMPARE(end, LoopEnd::Deadlock);
    QCOMPARE(loop->now(), s(1));
}

void TestSleep::cancelledWhileItsTimerIsDueItWakesOnce()
{
    TestLoop loop;
    struct Canceller : Timer {
        explicit Canceller(FutureBase& v)
            : Timer([](Timer& self) { static_cast<Canceller&>(self).victim.cancel(); }), victim(v)
        {}
        FutureBase& victim;
    };
    const Ref<Task<>> child = loop->createTask(sleepsAndNotes(loop, "child", s(1)));
    Canceller canceller(*child);
    loop->callLater(s(1), canceller);  // fires in the same pass, before the sleeper's own timer

    loop.run(sleepsAndNotes(loop, "main", s(2)));

    QCOMPARE(loop.log(), QStringLiteral("child cancelled()@3 main@5"));
    QCOMPARE(outcomeOf(*child), QStringLiteral("returned"));
}

void TestSleep::cancelledAfterItsTimerFiredItIsStillCancelled()
{
    TestLoop loop;
    struct Canceller : Timer {
        explicit Canceller(FutureBase& v)
            : Timer([](Timer& self) { static_cast<Canceller&>(self).victim.cancel(); }), victim(v)
        {}
        FutureBase& victim;
    };
    const auto main = [](TestLoop& l) -> Coroutine<> {
        const Ref<Task<>> child = createTask(sleepsAndNotes(l, "child", s(1)));
        Canceller canceller(*child);
        co_await yield();
        l->callLater(s(1), canceller);  // behind the sleeper's own timer, in the same pass
        co_await child;
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("child cancelled()@4"));
}

void TestSleep::tellsTheTraceItsDeadline()
{
    TestLoop loop;
    const auto main = []() -> Coroutine<> {
        co_await sleep(s(2));
        co_await sleep(s(3));
    };

    loop.run(main());

    QStringList waits;
    for (std::size_t row = 0; row < loop.trace.size(); ++row) {
        const Event event = loop.trace.at(row);
        if (event.kind == EventKind::Suspend)
            waits << QStringLiteral("until %1").arg(toSeconds(loop.trace.wait(event).until));
        if (event.kind == EventKind::Ready)
            waits << QStringLiteral("%1 %2")
                         .arg(QLatin1String(wordOf(event.word).data()))
                         .arg(toSeconds(event.time));
    }
    QCOMPARE(waits.join(QStringLiteral(", ")),
             QStringLiteral("until 2, timer 2, until 5, timer 5"));
}

void TestSleep::sleepersOfOneDeadlineWakeInOrder()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        for (const char* name : {"a", "b", "c"})
            createTask(sleepsAndNotes(l, name, s(1)));
        co_await sleep(s(1));
        l.note("main");
        co_await yield();
    };

    loop.run(main(loop));

    // Main's timer was the first to be created, before its tasks ran.
    QCOMPARE(loop.log(), QStringLiteral("main@4 a@4 b@4 c@4"));
}

COROSCOPE_TEST(TestSleep)
#include "tst_sleep.moc"
