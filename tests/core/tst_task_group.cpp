// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/runtime/task_group.h"
#include "tests/support/test_loop.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

Coroutine<> notes(TestLoop& loop, std::string name)
{
    loop.note(name);
    co_return;
}

}  // namespace

/// What no scenario can do with a task group; what it does otherwise: tst_corners and tst_passes.
class TestTaskGroup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesNoTasksOnceItIsFinished();
    void takesTasksWhileItWaitsForOthers();
};

void TestTaskGroup::takesNoTasksOnceItIsFinished()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        TaskGroup group(*l);
        group.createTask(notes(l, "in time"));
        co_await group.finish(nullptr);
        try {
            group.createTask(notes(l, "never"));
        } catch (const std::logic_error& error) {
            l.note(error.what());
        }
        co_await yield();
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("in time@2 TaskGroup <TaskGroup entered> is finished@4"));
}

void TestTaskGroup::takesTasksWhileItWaitsForOthers()
{
    TestLoop loop;
    const auto main = [](TestLoop& l) -> Coroutine<> {
        TaskGroup group(*l);
        const auto adds = [](TestLoop& inner, TaskGroup& all) -> Coroutine<> {
            co_await yield();
            all.createTask(notes(inner, "added"));
        };
        Coroutine<> child = adds(l, group);
        group.createTask(std::move(child));
        co_await group.finish(nullptr);
        l.note("out");
    };

    loop.run(main(loop));

    QCOMPARE(loop.log(), QStringLiteral("added@4 out@6"));
}

COROSCOPE_TEST(TestTaskGroup)
#include "tst_task_group.moc"
