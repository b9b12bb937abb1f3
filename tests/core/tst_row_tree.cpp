// SPDX-License-Identifier: MIT
#include <QTest>
#include <algorithm>
#include <string>

#include "core/timeline/row_tree.h"
#include "tests/support/random/dice.h"
#include "tests/support/test_registry.h"
#include "tests/support/trace_generator.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr int none = -1;

TaskId id(int task)
{
    return task == none ? TaskId{} : TaskId{static_cast<std::uint32_t>(task)};
}

std::vector<TaskId> idsOf(const QList<int>& tasks)
{
    std::vector<TaskId> ids;
    for (const int task : tasks)
        ids.push_back(id(task));
    return ids;
}

QString text(std::span<const TaskId> tasks)
{
    QStringList numbers;
    for (const TaskId task : tasks)
        numbers << QString::number(task.value);
    return numbers.join(u' ');
}

// What the order must be, by the recursion that everybody would write.
void walk(const std::vector<TaskId>& parents, TaskId from, std::vector<TaskId>& order)
{
    for (std::uint32_t task = 0; task < parents.size(); ++task) {
        if (parents[task] == from) {
            order.push_back({task});
            walk(parents, {task}, order);
        }
    }
}

}  // namespace

class TestRowTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsWhatATaskCreatedRightBehindIt_data()
    {
        QTest::addColumn<QList<int>>("parents");
        QTest::addColumn<QString>("order");

        QTest::newRow("nothing") << QList<int>{} << "";
        QTest::newRow("main alone") << QList<int>{none} << "0";
        QTest::newRow("in order of creation") << QList<int>{none, 0, 0, 0} << "0 1 2 3";
        QTest::newRow("a late child") << QList<int>{none, 0, 0, 1, 2, 1} << "0 1 3 5 2 4";
        QTest::newRow("several roots") << QList<int>{none, none, 0, 1, 0} << "0 2 4 1 3";
    }

    void putsWhatATaskCreatedRightBehindIt()
    {
        QFETCH(const QList<int>, parents);
        QTEST(text(RowTree(idsOf(parents)).order()), "order");
    }

    void takesNobodyForTheCreatorOfWhatItCannotHaveCreated_data()
    {
        QTest::addColumn<QList<int>>("parents");

        QTest::newRow("itself") << QList<int>{none, 1};
        QTest::newRow("each other") << QList<int>{1, 0};
        QTest::newRow("a circle of three") << QList<int>{2, 0, 1};
        QTest::newRow("one that is not there") << QList<int>{none, 7};
        QTest::newRow("one that came later") << QList<int>{none, 2, none};
    }

    void takesNobodyForTheCreatorOfWhatItCannotHaveCreated()
    {
        QFETCH(const QList<int>, parents);
        const RowTree tree(idsOf(parents));
        QCOMPARE(tree.order().size(), static_cast<std::size_t>(parents.size()));
        for (int task = 0; task < parents.size(); ++task) {
            const TaskId parent = tree.parent(id(task));
            QVERIFY(!parent.isValid() || parent < id(task));
            QCOMPARE(tree.order()[tree.place(id(task))], id(task));
        }
    }

    void agreesWithTheRecursionOnRandomTrees_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void agreesWithTheRecursionOnRandomTrees()
    {
        QFETCH(const unsigned, seed);
        Dice dice(seed);
        std::vector<TaskId> parents;
        const unsigned count = dice.between(1, 80);
        for (unsigned task = 0; task < count; ++task)
            parents.push_back(task == 0 || dice.percent(10) ? TaskId{} : TaskId{dice.below(task)});
        std::vector<TaskId> expected;
        walk(parents, {}, expected);

        const RowTree tree(parents);
        QCOMPARE(text(tree.order()), text(expected));
        for (std::uint32_t task = 0; task < count; ++task) {
            const TaskId parent = parents[task];
            QCOMPARE(tree.parent({task}), parent);
            QCOMPARE(tree.depth({task}), parent.isValid() ? tree.depth(parent) + 1 : 0U);
            std::vector<TaskId> below;
            walk(parents, {task}, below);
            QCOMPARE(tree.end({task}) - tree.place({task}), below.size() + 1);
            QCOMPARE(tree.hasChildren({task}), !below.empty());
            QCOMPARE(tree.firstChild({task}), below.empty() ? TaskId{} : below.front());
        }
    }

    void aChainOfAHundredThousandIsNoDepthToIt()
    {
        constexpr std::uint32_t length = 100'000;
        std::vector<TaskId> parents(length);
        for (std::uint32_t task = 1; task < length; ++task)
            parents[task] = {task - 1};
        const RowTree tree(parents);
        QCOMPARE(tree.depth({length - 1}), length - 1);
        QCOMPARE(tree.end({0}), std::size_t{length});
    }

    void readsItFromATimeline()
    {
        const Timeline timeline(traceOf({.segments = 2'000, .rows = 100}));
        const RowTree tree(timeline);
        QCOMPARE(tree.size(), std::size_t{100});
        QVERIFY(
            std::ranges::any_of(tree.order(), [&](TaskId task) { return tree.depth(task) == 2; }));
        for (const TaskId task : tree.order())
            QCOMPARE(tree.parent(task), timeline.trace().task(task).parent);
    }
};

COROSCOPE_TEST(TestRowTree)
#include "tst_row_tree.moc"
