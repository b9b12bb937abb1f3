// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/runtime/gather.h"
#include "tests/support/test_loop.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

using Children = std::vector<Ref<FutureBase>>;

Coroutine<> notes(TestLoop& loop, std::string name)
{
    loop.note(name);
    co_return;
}

Coroutine<> sleeps(TestLoop& loop, std::string name, Ticks delay)
{
    try {
        co_await sleep(delay);
    } catch (const CancelledError&) {
        loop.note(name + " cancelled");
        throw;
    }
    loop.note(name);
}

Coroutine<> raises(TestLoop& loop, std::string message, int yields)
{
    for (int i = 0; i < yields; ++i)
        co_await yield();
    loop.note(message);
    throw std::runtime_error(message);
}

// Awaits the gathering of `children` and notes how that ended.
Coroutine<> gathers(TestLoop& loop, Children children, GatherErrors errors)
{
    const Ref<Gathering> all = gather(*loop, std::move(children), errors);
    try {
        co_await all;
        loop.note("g");
    } catch (const CancelledError& error) {
        loop.note("g cancelled(" + error.message() + ')');
    } catch (const std::exception& error) {
        loop.note(std::string("g raised(") + error.what() + ')');
    }
}

}  // namespace

class TestGather : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsTwoHopsAfterItsLastChild();
    void ofNothingIsDoneAtOnce();
    void ofChildrenThatAreDoneIsDoneAtOnce();
    void countsDoneAndPendingChildren();
    void countsAChildThatIsGivenTwiceOnce();
    void theFirstErrorEndsItAndTheOthersGoOn();
    void returnsErrorsWhenAskedTo();
    void anErrorOfAChildThatIsDoneCountsAtOnce();
    void aCancelledChildIsAnErrorAndNoCancellation();
    void cancellingItCancelsItsChildren_data();
    void cancellingItCancelsItsChildren();
    void cancellingItWhenDoneDoesNothing();
    void isCancelledOnceAllChildrenAreDoneWithTheCancel();
    void outlivesNobodyWhenTheLoopGoes();
    void tellsTheTraceWhomItWaitsFor();
};

void TestGather::endsTwoHopsAfterItsLastChild()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        Children children;
        for (const char* name : {"k0", "k1"})
            children.emplace_back(createTask(notes(l, name)));
        co_await gathers(l, std::move(children), GatherErrors::Raise);
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("k0@2 k1@2 g@4"));
}

void TestGather::ofNothingIsDoneAtOnce()
{
    TestLoop loop;

    loop.run(gathers(loop, {}, GatherErrors::Raise));

    QCOMPARE(loop.log(), QStringLiteral("g@1"));
}

void TestGather::ofChildrenThatAreDoneIsDoneAtOnce()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        Children children;
        children.emplace_back(createTask(notes(l, "k")));
        co_await yield();
        l.note("d1");
        co_await gathers(l, std::move(children), GatherErrors::Raise);
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("k@2 d1@2 g@2"));
}

void TestGather::countsDoneAndPendingChildren()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        Children children;
        children.emplace_back(createTask(notes(l, "done")));
        co_await yield();
        children.emplace_back(createTask(notes(l, "pending")));
        co_await gathers(l, std::move(children), GatherErrors::Raise);
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("done@2 pending@3 g@5"));
}

void TestGather::countsAChildThatIsGivenTwiceOnce()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        const Ref<FutureBase> twice = createTask(notes(l, "k"));
        Children children;
        children.push_back(twice);
        children.emplace_back(createTask(sleeps(l, "late", s(1))));
        children.push_back(twice);
        co_await gathers(l, std::move(children), GatherErrors::Raise);
        l.noteTime("end");
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("k@2 late@5 g@7 end 1s"));
}

void TestGather::theFirstErrorEndsItAndTheOthersGoOn()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        Children children;
        children.emplace_back(createTask(sleeps(l, "sleeper", s(1))));
        children.emplace_back(createTask(raises(l, "second", 1)));
        children.emplace_back(createTask(raises(l, "first", 0)));
        co_await gathers(l, std::move(children), GatherErrors::Raise);
        co_await sleep(s(2));
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("first@2 second@3 g raised(first)@4 sleeper@6"));
}

void TestGather::returnsErrorsWhenAskedTo()
{
    TestLoop loop;
    const Ref<FutureBase> bad = loop->createTask(raises(loop, "bad", 0));
    const Ref<FutureBase> good = loop->createTask(sleeps(loop, "good", s(1)));

    loop.run(gathers(loop, {bad, good}, GatherErrors::Return));

    QCOMPARE(loop.log(), QStringLiteral("bad@1 good@3 g@5"));
    QCOMPARE(outcomeOf(*bad), QStringLiteral("raised RuntimeError: bad"));
}

void TestGather::anErrorOfAChildThatIsDoneCountsAtOnce()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        Children children;
        children.emplace_back(createTask(raises(l, "bad", 0)));
        co_await yield();
        children.emplace_back(createTask(sleeps(l, "late", s(1))));
        co_await gathers(l, std::move(children), GatherErrors::Raise);
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("bad@2 g raised(bad)@2"));
}

void TestGather::aCancelledChildIsAnErrorAndNoCancellation()
{
    TestLoop loop;
    const Ref<FutureBase> child = loop->createTask(sleeps(loop, "child", s(9)));
    const auto main = [](TestLoop& l, Ref<FutureBase> victim) -> Coroutine<> {
        Children children;
        children.push_back(victim);
        const Ref<Gathering> all = gather(*l, std::move(children));
        co_await yield();
        victim->cancel(std::string("why"));
        co_await yield();
        co_await yield();
        l.note(outcomeOf(*all).toStdString());
    };

    loop.run(main(loop, child));

    QCOMPARE(loop.log(), QStringLiteral("child cancelled@3 raised CancelledError: why@4"));
}

void TestGather::cancellingItCancelsItsChildren_data()
{
    QTest::addColumn<GatherErrors>("errors");
    QTest::addColumn<QString>("expected");

    // Each child costs a callback; the first one's ends a gathering that raises.
    QTest::newRow("raise") << GatherErrors::Raise << "a cancelled@3 b cancelled@3 g cancelled(m)@5";
    QTest::newRow("return") << GatherErrors::Return
                            << "a cancelled@3 b cancelled@3 g cancelled(m)@5";
}

void TestGather::cancellingItCancelsItsChildren()
{
    QFETCH(GatherErrors, errors);
    QFETCH(QString, expected);
    TestLoop loop;
    Children children;
    children.emplace_back(loop->createTask(sleeps(loop, "a", s(1))));
    children.emplace_back(loop->createTask(sleeps(loop, "b", s(2))));
    const auto main = [](TestLoop& l, Children c, GatherErrors e) -> Coroutine<> {
        const Ref<Task<>> waiter = createTask(gathers(l, std::move(c), e));
        co_await yield();
        waiter->cancel(std::string("m"));
        co_await waiter;
    };

    loop.run(main(loop, children, errors));

    QCOMPARE(loop.log(), expected);
}

void TestGather::cancellingItWhenDoneDoesNothing()
{
    TestLoop loop;

    const Ref<Gathering> nothing = gather(*loop, {});

    QVERIFY(!nothing->cancel());
    QCOMPARE(outcomeOf(*nothing), QStringLiteral("returned"));
}

void TestGather::isCancelledOnceAllChildrenAreDoneWithTheCancel()
{
    TestLoop loop;
    const auto slow = [](TestLoop& l) -> Coroutine<> {
        bool isCancelled = false;
        try {
            co_await sleep(s(10));
        } catch (const CancelledError&) {
            isCancelled = true;
        }
        co_await sleep(s(3));
        l.noteTime(isCancelled ? "swallowed" : "slept");
    };
    const auto main = [](TestLoop& l, Coroutine<> body) -> Coroutine<> {
        Children children;
        children.emplace_back(createTask(std::move(body)));
        const Ref<Task<>> waiter =
            createTask(gathers(l, std::move(children), GatherErrors::Return));
        co_await sleep(s(1));
        waiter->cancel();
        co_await waiter;
        l.noteTime("end");
    };

    loop.run(main(loop, slow(loop)));

    QCOMPARE(loop.log(), QStringLiteral("swallowed 4s g cancelled()@9 end 4s"));
}

void TestGather::outlivesNobodyWhenTheLoopGoes()
{
    Counted::alive = 0;
    {
        TestLoop loop;
        const auto sleeper = []() -> Coroutine<> {
            const Counted frame;
            co_await sleep(s(100));
        };
        const auto main = [](TestLoop& l, Coroutine<> body) -> Coroutine<> {
            Children children;
            children.emplace_back(createTask(std::move(body)));
            createTask(gathers(l, std::move(children), GatherErrors::Raise));
            co_await yield();
            co_await yield();
        };
        loop.run(main(loop, sleeper()));
        QCOMPARE(Counted::alive, 1);
    }
    QCOMPARE(Counted::alive, 0);
}

void TestGather::tellsTheTraceWhomItWaitsFor()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        Children children;
        for (const char* name : {"a", "b"})
            children.emplace_back(createTask(notes(l, name)));
        co_await gathers(l, std::move(children), GatherErrors::Raise);
    };
    loop.run(main(loop));

    QStringList waits;
    for (std::size_t row = 0; row < loop.trace.size(); ++row) {
        const Event event = loop.trace.at(row);
        if (event.kind != EventKind::Suspend)
            continue;
        for (const TaskId awaited : loop.trace.awaited(loop.trace.wait(event)))
            waits << QString::number(awaited.value);
        QCOMPARE(event.word, Word::Gather);
    }
    QCOMPARE(waits.join(QLatin1Char(' ')), QStringLiteral("1 2"));
}

COROSCOPE_TEST(TestGather)
#include "tst_gather.moc"
