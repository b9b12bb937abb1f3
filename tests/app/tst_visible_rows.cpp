// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "app/document/view_state.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

/// main > server > (GET 1 > (query), GET 2), and a worker of main's. More tasks of GET 1 if asked.
ProgramRunPtr serverRun(int moreQueries = 0, const char* name = "server")
{
    auto trace = std::make_shared<Trace>();
    const auto add = [&](const char* task, TaskId parent) {
        const TaskId id = trace->addTask({task, "", parent, {}, {}});
        trace->append(trace->lastTime(), EventKind::Create, Word::None, id);
        return id;
    };
    const TaskId main = add("main", {});
    const TaskId server = add("server", main);
    const TaskId first = add("GET 1", server);
    add("worker", main);
    add("GET 2", server);
    add("query", first);
    for (int i = 0; i < moreQueries; ++i)
        add("query again", first);
    trace->append(std::chrono::seconds(1), EventKind::End, Word::Ok);
    return runOf(name, trace);
}

QString rowsOf(const VisibleRows& rows, const ProgramRunPtr& run)
{
    const auto layout = rows.of(run);
    QStringList names;
    for (int row = 0; row < layout->rowCount(); ++row)
        names << QString(layout->depth(row), u'>') + run->rows.value(layout->trackAt(row));
    return names.join(QStringLiteral(", "));
}

const QString wholeTree = QStringLiteral("main, >server, >>GET 1, >>>query, >>GET 2, >worker");
enum Track { Main, Server, First, Worker, Second, Query };

struct Fixture {
    explicit Fixture(bool isTree = true) { view.rows.setTree(isTree); }

    [[nodiscard]] QString shown() const { return rowsOf(view.rows, run); }
    void select(Track track) { view.selection.setSegment({run->name, track, 0}); }

    ViewState view;
    VisibleRows& rows = view.rows;
    ProgramRunPtr run = serverRun();
    QSignalSpy changes{&view.rows, &VisibleRows::changed};
};

}  // namespace

class TestVisibleRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areInOrderOfCreationUnlessTheyAreATree()
    {
        Fixture f(false);
        QCOMPARE(f.shown(), QStringLiteral("main, server, GET 1, worker, GET 2, query"));
        f.rows.setCollapsed(f.run, Main, true);
        QCOMPARE(f.rows.of(f.run)->rowCount(), 6);
        f.rows.setTree(true);
        QCOMPARE(f.shown(), wholeTree);
    }

    void collapseAndExpand_data()
    {
        QTest::addColumn<int>("track");
        QTest::addColumn<bool>("isAll");
        QTest::addColumn<QString>("collapsed");
        QTest::addColumn<QString>("expandedAgain");

        QTest::newRow("one of them")
            << int(First) << false << "main, >server, >>GET 1, >>GET 2, >worker" << wholeTree;
        QTest::newRow("one with rows below its rows")
            << int(Server) << false << "main, >server, >worker" << wholeTree;
        QTest::newRow("all of a subtree") << int(Server) << true << "main, >server, >worker"
                                          << "main, >server, >>GET 1, >>GET 2, >worker";
        QTest::newRow("one with nothing below it") << int(Query) << false << wholeTree << wholeTree;
    }

    void collapseAndExpand()
    {
        QFETCH(const int, track);
        QFETCH(const bool, isAll);
        Fixture f;
        if (isAll)
            f.rows.setAllCollapsed(f.run, track, true);
        else
            f.rows.setCollapsed(f.run, track, true);
        QTEST(f.shown(), "collapsed");
        f.rows.setCollapsed(f.run, track, false);
        QTEST(f.shown(), "expandedAgain");
    }

    void collapseAllLeavesTheRoots()
    {
        Fixture f;
        f.rows.setAllCollapsed(f.run, true);
        QCOMPARE(f.shown(), QStringLiteral("main"));
        f.rows.setCollapsed(f.run, Main, false);
        QCOMPARE(f.shown(), QStringLiteral("main, >server, >worker"));
        f.rows.setAllCollapsed(f.run, false);
        QCOMPARE(f.shown(), wholeTree);
    }

    void tellOnlyOfChanges()
    {
        Fixture f;
        f.changes.clear();
        f.rows.setCollapsed(f.run, Server, true);
        QCOMPARE(f.changes.size(), 1);
        f.rows.setCollapsed(f.run, Server, true);
        f.rows.setCollapsed(f.run, Query, true);
        f.rows.setTree(true);
        f.rows.setOnlyMatches(false);
        QCOMPARE(f.changes.size(), 1);
    }

    void stayCollapsedWhileARecordingGrows()
    {
        Fixture f;
        f.rows.setCollapsed(f.run, First, true);
        const ProgramRunPtr longer = serverRun(2);
        QCOMPARE(rowsOf(f.rows, longer),
                 QStringLiteral("main, >server, >>GET 1, >>GET 2, >worker"));
        f.rows.setCollapsed(longer, First, false);
        QCOMPARE(rowsOf(f.rows, longer),
                 QStringLiteral("main, >server, >>GET 1, >>>query, >>>query again, >>>query again, "
                                ">>GET 2, >worker"));
    }

    void ofAnotherProgramAreItsOwn()
    {
        Fixture f;
        const ProgramRunPtr other = serverRun(0, "another server");
        f.rows.setCollapsed(f.run, Main, true);
        QCOMPARE(rowsOf(f.rows, other), wholeTree);
    }

    void areExpandedAboveWhatIsSelected()
    {
        Fixture f;
        f.rows.setAllCollapsed(f.run, true);
        QCOMPARE(f.shown(), QStringLiteral("main"));
        f.select(Second);
        QCOMPARE(f.shown(), QStringLiteral("main, >server, >>GET 1, >>GET 2, >worker"));
        f.rows.setCollapsed(f.run, Main, true);  // what is selected can still be put away
        QCOMPARE(f.shown(), QStringLiteral("main"));
        f.view.selection.setSegment({QStringLiteral("another"), Second, 0});
        f.view.selection.setSegment({f.run->name, 99, 0});
        f.view.selection.setSegment({f.run->name, -1, 0});
        QCOMPARE(f.shown(), QStringLiteral("main"));
    }

    void canBeOnlyThoseThatMatch_data()
    {
        QTest::addColumn<bool>("isTree");
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("shown");

        QTest::newRow("with what is above them") << true << "query"
                                                 << "main, >server, >>GET 1, >>>query";
        QTest::newRow("several") << true << "GET"
                                 << "main, >server, >>GET 1, >>GET 2";
        QTest::newRow("nobody") << true << "nobody"
                                << "";
        QTest::newRow("no search") << true << "" << wholeTree;
        QTest::newRow("no tree") << false << "GET"
                                 << "GET 1, GET 2";
    }

    void canBeOnlyThoseThatMatch()
    {
        QFETCH(const bool, isTree);
        QFETCH(const QString, search);
        Fixture f(isTree);
        f.rows.setOnlyMatches(true);
        f.view.search.setText(search);
        QTEST(f.shown(), "shown");
        f.rows.setOnlyMatches(false);
        QCOMPARE(f.rows.of(f.run)->rowCount(), 6);
    }

    void keepWhatIsSelectedThoughItDoesNotMatch()
    {
        Fixture f;
        f.view.search.setText(QStringLiteral("query"));
        f.rows.setOnlyMatches(true);
        f.select(Worker);
        QCOMPARE(f.shown(), QStringLiteral("main, >server, >>GET 1, >>>query, >worker"));
        f.select(Query);
        QCOMPARE(f.shown(), QStringLiteral("main, >server, >>GET 1, >>>query"));
    }

    void collapseAlsoWhatTheFilterLeaves()
    {
        Fixture f;
        f.view.search.setText(QStringLiteral("GET"));
        f.rows.setOnlyMatches(true);
        f.rows.setCollapsed(f.run, Server, true);
        QCOMPARE(f.shown(), QStringLiteral("main, >server"));
        QCOMPARE(f.rows.of(f.run)->branch(1), RowLayout::Branch::Collapsed);
    }

    void doNotGrowWithTheRunsThatAreGone()
    {
        Fixture f;
        std::weak_ptr<const RowLayout> old;
        {
            const ProgramRunPtr run = serverRun(1);
            old = f.rows.of(run);
            QVERIFY(!old.expired());
        }
        static_cast<void>(f.rows.of(serverRun(2)));
        QVERIFY(old.expired());
    }
};

COROSCOPE_TEST(TestVisibleRows)
#include "tst_visible_rows.moc"
