// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/document/comparison.h"
#include "app/document/value_history.h"
#include "tests/app/chart_fixtures.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

class TestViewHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForthAlongJumps()
    {
        ViewState view;
        const TimeSpan first = view.timeRange.span();
        view.timeRange.setSpan({s(1), s(2)});
        view.timeRange.setSpan({s(5), s(6)});

        view.history.undo();
        QCOMPARE(view.timeRange.span(), (TimeSpan{s(1), s(2)}));
        view.history.undo();
        QCOMPARE(view.timeRange.span(), first);
        QVERIFY(!view.history.canUndo());
        view.history.redo();
        view.history.redo();
        QCOMPARE(view.timeRange.span(), (TimeSpan{s(5), s(6)}));
        QVERIFY(!view.history.canRedo());
    }

    void aMovementIsOneStepHoweverManyChangesItIsMadeOf()
    {
        ViewState view;
        view.timeRange.setSpan({s(0), s(16)}, RangeChange::Follow);
        for (const double end : {8, 4, 2})
            view.timeRange.setSpan({s(0), s(end)}, RangeChange::Glide);
        for (const double begin : {1, 2, 3})
            view.timeRange.setSpan({s(begin), s(begin + 2)}, RangeChange::Glide);

        view.history.undo();
        QCOMPARE(view.timeRange.span(), (TimeSpan{s(0), s(2)}));
        view.history.undo();
        QCOMPARE(view.timeRange.span(), (TimeSpan{s(0), s(16)}));
        QVERIFY(!view.history.canUndo());
    }

    void whatTheDocumentChangesIsNoStep()
    {
        ViewState view;
        view.timeRange.setSpan({s(0), s(17)}, RangeChange::Follow);
        QVERIFY(!view.history.canUndo());
    }

    void theAxisIsPartOfIt()
    {
        ViewState view;
        view.axis.toggle();
        view.range().setSpan({s(1), s(2)});
        view.history.undo();
        QCOMPARE(view.axis.kind(), AxisKind::Order);
        view.history.undo();
        QCOMPARE(view.axis.kind(), AxisKind::Time);
    }

    void whatAScenarioOpensWithIsNoStep()
    {
        const auto scenario = scenario::readScenario(
            R"({"coroscope_scenario": 1, "axis": "order", "mains": [{"name": "m", "body": []}]})",
            "x.json");
        QVERIFY(scenario);
        Comparison comparison(scenario.value());
        QCOMPARE(comparison.view().axis.kind(), AxisKind::Order);
        QVERIFY(!comparison.view().history.canUndo());
    }

    void aNewMovementForgetsWhatWasUndone()
    {
        ViewState view;
        view.timeRange.setSpan({s(1), s(2)});
        view.history.undo();
        view.timeRange.setSpan({s(3), s(4)});
        QVERIFY(!view.history.canRedo());
    }

    void changesUnderOneKeyAreOneStep()
    {
        ValueHistory<int> history;
        history.note(1, "a");
        history.note(2, "a");
        history.note(3, "b");
        QCOMPARE(history.undo(4), std::optional(3));
        QCOMPARE(history.undo(3), std::optional(1));
        QCOMPARE(history.undo(1), std::optional<int>());
        QCOMPARE(history.redo(1), std::optional(3));
        QCOMPARE(history.redo(3), std::optional(4));
        history.note(4, "b");
        QCOMPARE(history.undo(5), std::optional(4));
    }
};

COROSCOPE_TEST(TestViewHistory)
#include "tst_view_history.moc"
