// SPDX-License-Identifier: MIT
#include <QTest>

#include "tests/support/test_loop.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr int deep = 100'000;

Coroutine<int> notes(TestLoop& loop, std::string name)
{
    loop.note(name);
    co_return 7;
}

// What a sleeper sees of being cancelled.
Coroutine<> notesItsCancellation(TestLoop& loop, std::string name)
{
    try {
        co_await sleep(s(10));
        loop.note(name + " slept");
    } catch (const CancelledError& error) {
        loop.note(name + " cancelled(" + error.message() + ')');
        throw;
    }
}

Coroutine<> swallowsItsCancellation(TestLoop& loop, std::string name)
{
    try {
        co_await sleep(s(10));
    } catch (const CancelledError&) {
        loop.note(name + " goes on");
    }
    co_await yield();
    loop.note(name + " ends");
}

Coroutine<int> awaitsTask(TestLoop& loop, std::string name, Ref<Task<>> task)
{
    co_await task;
    loop.note(name);
    co_return 1;
}

Coroutine<> raises(std::string message)
{
    co_await yield();
    throw std::runtime_error(message);
}

Coroutine<int> nested(int depth, Coroutine<> innermost)
{
    const Counted frame;
    if (depth == 0) {
        co_await std::move(innermost);
        co_return 0;
    }
    Coroutine<int> inner = nested(depth - 1, std::move(innermost));
    const int count = co_await std::move(inner);
    co_return count + 1;
}

Coroutine<> yieldsOnce()
{
    co_await yield();
}

Coroutine<> sleepsLong()
{
    const Counted frame;
    co_await sleep(s(1000));
}

QString names(const Trace& trace)
{
    QStringList texts;
    for (std::uint32_t id = 0; id < trace.taskCount(); ++id) {
        const TaskInfo& task = trace.task({id});
        texts << QString::fromStdString(task.name + '/' + task.label + '/' +
                                        std::string(wordOf(task.kind)));
    }
    return texts.join(QLatin1Char(' '));
}

}  // namespace

class TestTask : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { Counted::alive = 0; }

    void awaitingACoroutineRunsItInlineAndAtOnce();
    void aNewTaskNeverRunsBeforeItsCreatorSuspends();
    void awaitingATaskCostsOneHop();
    void awaitingAFinishedTaskCostsNoHop();
    void whoAwaitsATaskGoesOnInTheOrderOfAwaiting();
    void tasksAreNumberedAndNamed();
    void exceptionsReachWhoeverAwaits();
    void cancelledBeforeItsFirstStepItNeverRuns();
    void aSleeperIsCancelledAtItsAwaitPoint();
    void cancellingWinsOverAResultThatIsOnItsWay();
    void aTaskThatCancelsItselfSeesItAtItsNextAwait_data();
    void aTaskThatCancelsItselfSeesItAtItsNextAwait();
    void aTaskThatReturnsAfterCancellingItselfIsCancelled();
    void cancellingAChainReachesTheInnermostFirst();
    void anInnerTaskThatSwallowsLetsTheOuterGoOn();
    void requestsAreCountedAndTakenBack();
    void cancellingADoneTaskDoesNothing();
    void everyRequestIsDelivered();
    void aCircleOfTasksCannotBeCancelled();
    void aFutureTakesOneResult();
    void removedCallbacksAreNotCalled();
    void deepChainsTakeNoStack();
    void deepChainsPassExceptionsOn();
    void deepChainsAreFreedHalfWay();
    void aLongLineOfTasksIsCancelledWithoutStack();
    void aLoopFreesItsPendingTasks();
    void resultsAreMovedOut();
};

void TestTask::awaitingACoroutineRunsItInlineAndAtOnce()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<int> {
        l.note("before");
        Coroutine<int> callee = notes(l, "callee");
        l.note("made");
        const int result = co_await std::move(callee);
        l.note("after");
        co_return result;
    };

    const auto task = loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("before@1 made@1 callee@1 after@1"));
    QCOMPARE(task->result(), 7);
}

void TestTask::aNewTaskNeverRunsBeforeItsCreatorSuspends()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        createTask(notes(l, "child"));
        l.note("main");
        Coroutine<int> inlined = notes(l, "inline");
        co_await std::move(inlined);
        co_await yield();
        l.note("again");
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("main@1 inline@1 child@2 again@2"));
}

void TestTask::awaitingATaskCostsOneHop()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        const Ref<Task<int>> child = createTask(notes(l, "k"));
        co_await child;
        l.note("j");
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("k@2 j@3"));
}

void TestTask::awaitingAFinishedTaskCostsNoHop()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        const Ref<Task<int>> child = createTask(notes(l, "k"));
        co_await yield();
        co_await child;
        l.note("j");
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("k@2 j@2"));
}

void TestTask::tasksAreNumberedAndNamed()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        TaskNames labelled;
        labelled.label = "f(1)";
        createTask(notes(l, "a"), labelled);
        TaskNames named;
        named.name = "worker";
        createTask(notes(l, "b"), named);
        createTask(notes(l, "c"));
        co_await yield();
    };

    loop.run(main(loop));

    QCOMPARE(names(loop.trace),
             QStringLiteral("Task-1//main Task-2/f(1)/task worker//task Task-4//task"));
    QVERIFY(!loop.trace.task({0}).parent.isValid());
    QCOMPARE(loop.trace.task({3}).parent.value, 0U);
}

void TestTask::exceptionsReachWhoeverAwaits()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        const Ref<Task<>> child = createTask(raises("no"));
        for (int i = 0; i < 2; ++i) {
            try {
                co_await child;
            } catch (const std::runtime_error& error) {
                l.note(error.what());
            }
        }
        co_await raises("yes");
    };

    const auto task = loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("no@4 no@4"));
    QCOMPARE(outcomeOf(*task), QStringLiteral("raised RuntimeError: yes"));
}

void TestTask::cancelledBeforeItsFirstStepItNeverRuns()
{
    TestLoop loop;
    const auto body = [](TestLoop& l, Counted) -> Coroutine<> {
        l.note("never");
        co_return;
    };
    const auto main = [](TestLoop& l, decltype(body) f) -> Coroutine<> {
        Coroutine<> coroutine = f(l, Counted());
        const Ref<Task<>> child = createTask(std::move(coroutine));
        child->cancel(std::string("why"));
        try {
            co_await child;
        } catch (const CancelledError& error) {
            l.note("x(" + error.message() + ')');
        }
    };

    loop.run(main(loop, body));

    QCOMPARE(loop.log(), QStringLiteral("x(why)@3"));
    QCOMPARE(Counted::alive, 0);
}

void TestTask::aSleeperIsCancelledAtItsAwaitPoint()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        const Ref<Task<>> child = createTask(notesItsCancellation(l, "a"));
        co_await sleep(s(2));
        child->cancel(std::string("now"));
        l.note("main");
        try {
            co_await child;
        } catch (const CancelledError&) {
            l.noteTime("done");
        }
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("main@4 a cancelled(now)@5 done 2s"));
}

void TestTask::whoAwaitsATaskGoesOnInTheOrderOfAwaiting()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        const Ref<Task<>> awaited = createTask(yieldsOnce());
        std::vector<Ref<Task<int>>> waiters;
        for (const char* const name : {"a", "b", "c", "d"})
            waiters.push_back(createTask(awaitsTask(l, name, awaited)));
        for (const Ref<Task<int>>& waiter : waiters)
            co_await waiter;
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("a@4 b@4 c@4 d@4"));
}

void TestTask::cancellingWinsOverAResultThatIsOnItsWay()
{
    TestLoop loop;
    const Ref<Future<int>> future(new Future<int>(*loop));
    const auto waiter = [](TestLoop& l, Ref<Future<int>> f) -> Coroutine<> {
        try {
            const int value = co_await f;
            l.note("got " + std::to_string(value));
        } catch (const CancelledError&) {
            l.note("cancelled");
        }
    };
    const auto main = [](Ref<Future<int>> f, Coroutine<> body) -> Coroutine<> {
        const Ref<Task<>> child = createTask(std::move(body));
        co_await yield();
        f->setResult(1);
        child->cancel();
        co_await yield();
    };

    loop.run(main(future, waiter(loop, future)));

    QCOMPARE(loop.log(), QStringLiteral("cancelled@3"));
}

void TestTask::aTaskThatCancelsItselfSeesItAtItsNextAwait_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("expected");

    QTest::newRow("a bare yield") << 0 << "on@1 cancelled@2";
    QTest::newRow("a sleep, which is cancelled at once") << 5 << "on@1 cancelled@2";
}

void TestTask::aTaskThatCancelsItselfSeesItAtItsNextAwait()
{
    QFETCH(int, seconds);
    QFETCH(QString, expected);
    TestLoop loop;
    const auto main = [](TestLoop& l, Ticks delay) -> Coroutine<> {
        l->currentTask()->requestCancel(std::string());
        l.note("on");
        try {
            co_await sleep(delay);
        } catch (const CancelledError&) {
            l.note("cancelled");
        }
        co_await yield();
    };

    const auto task = loop.run(main(loop, s(seconds)));

    QCOMPARE(loop.log(), expected);
    QCOMPARE(outcomeOf(*task), QStringLiteral("returned"));
    QCOMPARE(loop->now(), s(0));
}

void TestTask::aTaskThatReturnsAfterCancellingItselfIsCancelled()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<int> {
        l->currentTask()->requestCancel(std::string("self"));
        co_return 5;
    };

    const auto task = loop.run(main(loop));

    QCOMPARE(outcomeOf(*task), QStringLiteral("cancelled: self"));
}

void TestTask::cancellingAChainReachesTheInnermostFirst()
{
    TestLoop loop;
    const auto outer = [](TestLoop& l, Ref<Task<>> inner) -> Coroutine<> {
        try {
            co_await inner;
        } catch (const CancelledError&) {
            l.note("outer");
            throw;
        }
    };
    const auto main = [](TestLoop& l, decltype(outer) f) -> Coroutine<> {
        const Ref<Task<>> inner = createTask(notesItsCancellation(l, "inner"));
        Coroutine<> body = f(l, inner);
        const Ref<Task<>> waiter = createTask(std::move(body));
        co_await yield();
        waiter->cancel(std::string("m"));
        try {
            co_await waiter;
        } catch (const CancelledError&) {
            l.note("main");
        }
    };

    loop.run(main(loop, outer));

    QCOMPARE(loop.log(), QStringLiteral("inner cancelled(m)@3 outer@4 main@5"));
}

void TestTask::anInnerTaskThatSwallowsLetsTheOuterGoOn()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<int> {
        const Ref<Task<>> inner = createTask(swallowsItsCancellation(l, "inner"));
        const Ref<Task<int>> outer = createTask(awaitsTask(l, "outer", inner));
        co_await yield();
        outer->cancel();
        const int result = co_await outer;
        co_return result;
    };

    const auto task = loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("inner goes on@3 inner ends@4 outer@5"));
    QCOMPARE(task->result(), 1);
}

void TestTask::requestsAreCountedAndTakenBack()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        TaskBase& self = *l->currentTask();
        const auto note = [&] { l.note(std::to_string(self.cancelling())); };
        self.requestCancel(std::string());
        self.requestCancel(std::string());
        note();
        self.uncancel();
        note();
        self.uncancel();
        self.uncancel();
        note();
        co_await yield();
        l.note("not cancelled");
    };

    const auto task = loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("2@1 1@1 0@1 not cancelled@2"));
    QCOMPARE(outcomeOf(*task), QStringLiteral("returned"));
}

void TestTask::cancellingADoneTaskDoesNothing()
{
    TestLoop loop;

    const auto task = loop.run(notes(loop, "a"));
    const std::size_t events = loop.trace.size();

    QVERIFY(!task->cancel());
    QCOMPARE(outcomeOf(*task), QStringLiteral("returned"));
    QCOMPARE(loop.trace.size(), events);
}

void TestTask::everyRequestIsDelivered()
{
    TestLoop loop;
    const auto stubborn = [](TestLoop& l) -> Coroutine<> {
        for (int left = 3; left > 0;) {
            try {
                co_await sleep(s(10));
                left = 0;
            } catch (const CancelledError&) {
                --left;
                l.note("no");
            }
        }
    };
    const auto main = [](Coroutine<> body) -> Coroutine<> {
        const Ref<Task<>> child = createTask(std::move(body));
        while (!child->isDone()) {
            co_await yield();
            child->cancel();
        }
    };

    loop.run(main(stubborn(loop)));

    QCOMPARE(loop.log(), QStringLiteral("no@3 no@4 no@5"));
}

void TestTask::aCircleOfTasksCannotBeCancelled()
{
    TestLoop loop;
    const auto waits = [](Ref<Task<>>& other) -> Coroutine<> {
        co_await yield();
        co_await other;
    };
    Ref<Task<>> a;
    Ref<Task<>> b;
    a = loop->createTask(waits(b));
    b = loop->createTask(waits(a));
    loop->runUntilDone(*a);

    QVERIFY_EXCEPTION_THROWN(a->cancel(), RecursionError);
}

void TestTask::aFutureTakesOneResult()
{
    TestLoop loop;
    const Ref<Future<int>> future(new Future<int>(*loop));
    future->setResult(1);

    QVERIFY_EXCEPTION_THROWN(future->setResult(2), InvalidStateError);
    QVERIFY_EXCEPTION_THROWN(future->setException(std::make_exception_ptr(1)), InvalidStateError);
    QVERIFY(!future->cancel());
    QCOMPARE(future->result(), 1);
}

void TestTask::removedCallbacksAreNotCalled()
{
    TestLoop loop;
    Note a(loop, "a"), b(loop, "b"), c(loop, "c"), late(loop, "late");
    const Ref<Future<>> future(new Future<>(*loop));
    for (Callback* callback : std::initializer_list<Callback*>{&a, &b, &c})
        future->addDoneCallback(*callback);
    future->removeDoneCallback(c);
    future->removeDoneCallback(a);
    future->removeDoneCallback(a);

    future->setResult();
    future->removeDoneCallback(b);  // too late: it is in the ready queue
    future->addDoneCallback(late);
    loop.run(yieldsOnce());

    QCOMPARE(loop.log(), QStringLiteral("b@1 late@1"));
}

void TestTask::deepChainsTakeNoStack()
{
    TestLoop loop;

    const auto task = loop.run(nested(deep, yieldsOnce()));

    QCOMPARE(task->result(), deep);
    QCOMPARE(Counted::alive, 0);
}

void TestTask::deepChainsPassExceptionsOn()
{
    TestLoop loop;

    const auto task = loop.run(nested(deep, raises("from below")));

    QCOMPARE(outcomeOf(*task), QStringLiteral("raised RuntimeError: from below"));
    QCOMPARE(Counted::alive, 0);
}

void TestTask::deepChainsAreFreedHalfWay()
{
    {
        TestLoop loop;
        const auto main = [](Ref<Task<int>> child) -> Coroutine<> {
            co_await yield();
            co_await yield();
            static_cast<void>(child);
        };
        loop.run(main(loop->createTask(nested(deep, sleepsLong()))));
        QCOMPARE(Counted::alive, deep + 2);
    }

    QCOMPARE(Counted::alive, 0);
}

void TestTask::aLongLineOfTasksIsCancelledWithoutStack()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        const auto waits = [](Ref<Task<>> next) -> Coroutine<> { co_await next; };
        Ref<Task<>> last = createTask(sleepsLong());
        for (int i = 0; i < deep; ++i) {
            Coroutine<> body = waits(last);
            last = createTask(std::move(body));
        }
        co_await yield();
        last->cancel();
        try {
            co_await last;
        } catch (const CancelledError&) {
            l.note("cancelled");
        }
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("cancelled@%1").arg(deep + 4));
}

void TestTask::aLoopFreesItsPendingTasks()
{
    {
        TestLoop loop;
        const auto main = [](TestLoop& l) -> Coroutine<> {
            const Counted frame;
            createTask(sleepsLong());
            const Ref<Task<>> inner = createTask(sleepsLong());
            createTask(awaitsTask(l, "never", inner));
            const Ref<Future<>> never(new Future<>(*l));
            co_await never;
        };
        loop->createTask(sleepsLong());  // has not begun
        loop->createTask(main(loop));
        const Ref<Task<>> end = loop->createTask(yieldsOnce());
        loop->runUntilDone(*end);
        QCOMPARE(Counted::alive, 4);
    }

    QCOMPARE(Counted::alive, 0);
}

void TestTask::resultsAreMovedOut()
{
    TestLoop loop;
    const auto child = []() -> Coroutine<std::unique_ptr<int>> {
        co_await yield();
        co_return std::make_unique<int>(3);
    };
    const auto main = [](Coroutine<std::unique_ptr<int>> body) -> Coroutine<int> {
        const std::unique_ptr<int> value = co_await std::move(body);
        co_return *value;
    };

    const auto task = loop.run(main(child()));

    QCOMPARE(task->result(), 3);
}

COROSCOPE_TEST(TestTask)
#include "tst_task.moc"
