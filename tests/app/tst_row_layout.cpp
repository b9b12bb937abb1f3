// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <optional>

#include "app/document/row_layout.h"
#include "tests/support/random/dice.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

using Branch = RowLayout::Branch;

std::shared_ptr<const RowTree> treeOf(const std::vector<TaskId>& parents)
{
    return std::make_shared<const RowTree>(parents);
}

std::vector<TaskId> randomParents(Dice& dice, unsigned count)
{
    std::vector<TaskId> parents;
    for (unsigned task = 0; task < count; ++task)
        parents.push_back(task == 0 || dice.percent(8) ? TaskId{} : TaskId{dice.below(task)});
    return parents;
}

std::vector<bool> randomTasks(Dice& dice, unsigned count, unsigned chance)
{
    std::vector<bool> tasks;
    for (unsigned task = 0; task < count; ++task)
        tasks.push_back(dice.percent(chance));
    return tasks;
}

// What a layout must be, said of one task at a time.
struct Rules {
    std::vector<TaskId> parents;
    std::vector<bool> isCollapsed;
    std::optional<std::vector<bool>> isWanted;

    [[nodiscard]] bool isBelow(unsigned task, unsigned ancestor) const
    {
        for (TaskId at = parents[task]; at.isValid(); at = parents[at.value]) {
            if (at.value == ancestor)
                return true;
        }
        return false;
    }
    // Wanted, or above one that is.
    [[nodiscard]] bool isKept(unsigned task) const
    {
        if (!isWanted || (*isWanted)[task])
            return true;
        for (unsigned other = 0; other < parents.size(); ++other) {
            if ((*isWanted)[other] && isBelow(other, task))
                return true;
        }
        return false;
    }
    [[nodiscard]] bool isShown(unsigned task) const
    {
        for (unsigned other = 0; other < parents.size(); ++other) {
            if (isCollapsed[other] && isBelow(task, other))
                return false;
        }
        return isKept(task);
    }
    [[nodiscard]] Branch branchOf(unsigned task) const
    {
        for (unsigned other = 0; other < parents.size(); ++other) {
            if (parents[other] == TaskId{task} && isKept(other))
                return isCollapsed[task] ? Branch::Collapsed : Branch::Expanded;
        }
        return Branch::None;
    }
};

}  // namespace

class TestRowLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofProgramsSideBySideIsTheOrderOfCreation()
    {
        const RowLayout layout = RowLayout::flat(3);
        QCOMPARE(layout.rowCount(), 3);
        QCOMPARE(layout.tree(), nullptr);
        for (int row = 0; row < 3; ++row) {
            QCOMPARE(layout.trackAt(row), row);
            QCOMPARE(layout.rowOf(row), row);
            QCOMPARE(layout.depth(row), 0);
            QCOMPARE(layout.branch(row), Branch::None);
        }
        QCOMPARE(layout.rowOf(3), -1);
        QCOMPARE(layout.rowOf(-1), -1);
    }

    void filteredIsTheOrderOfCreationWithoutTheOthers()
    {
        const RowLayout layout = RowLayout::filtered({false, true, false, true});
        QCOMPARE(layout.rowCount(), 2);
        QCOMPARE(layout.taskCount(), 4);
        QCOMPARE(layout.trackAt(1), 3);
        QCOMPARE(layout.rowOf(3), 1);
        QCOMPARE(layout.rowOf(2), -1);
    }

    void filteredMayBeEmpty()
    {
        const RowLayout layout = RowLayout::filtered({false, false});
        QCOMPARE(layout.rowCount(), 0);
        QCOMPARE(layout.rowOf(0), -1);
    }

    void keepsItsRulesForRandomTrees_data()
    {
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<unsigned>("collapsed");  // per cent
        QTest::addColumn<int>("wanted");          // per cent; -1: no filter
        for (unsigned seed = 1; seed <= 12; ++seed) {
            QTest::addRow("seed %u, all", seed) << seed << 0U << -1;
            QTest::addRow("seed %u, some collapsed", seed) << seed << 20U << -1;
            QTest::addRow("seed %u, all collapsed", seed) << seed << 100U << -1;
            QTest::addRow("seed %u, filtered", seed) << seed << 0U << 15;
            QTest::addRow("seed %u, both", seed) << seed << 20U << 15;
            QTest::addRow("seed %u, nothing wanted", seed) << seed << 20U << 0;
        }
    }

    void keepsItsRulesForRandomTrees()
    {
        QFETCH(const unsigned, seed);
        QFETCH(const unsigned, collapsed);
        QFETCH(const int, wanted);
        Dice dice(seed);
        const unsigned count = dice.between(1, 60);
        Rules rules{randomParents(dice, count), randomTasks(dice, count, collapsed), {}};
        if (wanted >= 0)
            rules.isWanted = randomTasks(dice, count, static_cast<unsigned>(wanted));
        const auto tree = treeOf(rules.parents);
        const RowLayout layout =
            RowLayout::tree(tree, {rules.isCollapsed, rules.isWanted ? &*rules.isWanted : nullptr});

        int shown = 0;
        for (const TaskId task : tree->order()) {
            const auto track = static_cast<int>(task.value);
            if (!rules.isShown(task.value)) {
                QCOMPARE(layout.rowOf(track), -1);
                continue;
            }
            QCOMPARE(layout.rowOf(track), shown);
            QCOMPARE(layout.trackAt(shown), track);
            QCOMPARE(layout.depth(shown), static_cast<int>(tree->depth(task)));
            QCOMPARE(layout.branch(shown), rules.branchOf(task.value));
            ++shown;
        }
        QCOMPARE(layout.rowCount(), shown);
        QCOMPARE(layout.taskCount(), static_cast<int>(count));
        QVERIFY(wanted != 0 || shown == 0);
    }

    void standsAHiddenTaskUnderTheNearestOneThatIsShown()
    {
        // 0 > 1 > 2 > 3, and 4 beside them
        const auto tree = treeOf({{}, {0}, {1}, {2}, {}});
        const RowLayout layout = RowLayout::tree(tree, {{false, true}, nullptr});
        QCOMPARE(layout.rowCount(), 3);
        QCOMPARE(layout.nearestRowOf(3), 1);
        QCOMPARE(layout.nearestRowOf(4), 2);
        QCOMPARE(layout.nearestRowOf(5), -1);
        const std::vector<bool> onlyTheLast{false, false, false, false, true};
        QCOMPARE(RowLayout::tree(tree, {{}, &onlyTheLast}).nearestRowOf(3), -1);
    }

    void takesTasksThatCameAfterTheChoiceForExpanded()
    {
        const auto tree = treeOf({{}, {0}, {1}});
        const RowLayout layout = RowLayout::tree(tree, {{false}, nullptr});
        QCOMPARE(layout.rowCount(), 3);
        QCOMPARE(layout.branch(1), Branch::Expanded);
    }

    void aChainOfAHundredThousandIsNoDepthToIt()
    {
        constexpr unsigned length = 100'000;
        std::vector<TaskId> parents(length);
        for (unsigned task = 1; task < length; ++task)
            parents[task] = {task - 1};
        const auto tree = treeOf(parents);
        const RowLayout all = RowLayout::tree(tree, {});
        QCOMPARE(all.rowCount(), static_cast<int>(length));
        QCOMPARE(all.depth(99'999), 99'999);
        const RowLayout one = RowLayout::tree(tree, {{true}, nullptr});
        QCOMPARE(one.rowCount(), 1);
        QCOMPARE(one.nearestRowOf(99'999), 0);
    }
};

COROSCOPE_TEST(TestRowLayout)
#include "tst_row_layout.moc"
