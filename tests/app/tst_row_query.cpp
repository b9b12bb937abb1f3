// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "app/document/task_search.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"
#include "tests/support/trace_generator.h"

using namespace coroscope;
using namespace coroscope::test;

class TestRowQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsRows_data();
    void findsRows();
    void aSearchRemembersWhatItFound();
    void aNewTextIsANewSearch();
    void findsAmongManyRows();
};

// sync: main waits in calls of delivery('A', 10), ('B', 3) and ('C', 4), which block.
void TestRowQuery::findsRows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");

    QTest::newRow("a name") << "main"
                            << "main";
    QTest::newRow("in any case") << "MAIN"
                                 << "main";
    QTest::newRow("a label") << "delivery"
                             << "A,B,C";
    QTest::newRow("two words") << "delivery 'b'"
                               << "B";
    QTest::newRow("a state") << "is:blocking"
                             << "A,B,C";
    QTest::newRow("a state in any case") << "IS:Blocking"
                                         << "A,B,C";
    QTest::newRow("longer") << "blocking>3500ms"
                            << "A,C";
    QTest::newRow("as long is not longer") << "blocking>4s"
                                           << "A";
    QTest::newRow("shorter") << "blocking<3.5s"
                             << "B";
    QTest::newRow("each term for itself") << "blocking>3500ms blocking<5s"
                                          << "C";
    QTest::newRow("any state") << ">9s"
                               << "A";
    QTest::newRow("a state and a name") << "is:blocking c"
                                        << "C";
    QTest::newRow("no such state is a word") << "is:sleeping"
                                             << "";
    QTest::newRow("no such unit is a word") << ">3parsecs"
                                            << "";
    QTest::newRow("nobody") << "nobody"
                            << "";
}

void TestRowQuery::findsRows()
{
    QFETCH(QString, text);
    const ProgramRunPtr run = syncRun();
    const RowQuery query(text);
    QStringList found;
    for (int row = 0; row < run->rows.size(); ++row) {
        if (query.fits(*run, row))
            found << run->rows[row];
    }
    QTEST(found.join(u','), "rows");
}

void TestRowQuery::aSearchRemembersWhatItFound()
{
    const ProgramRunPtr run = syncRun();
    TaskSearch search;
    QVERIFY(search.matches(run, 0) && search.matchesIn(run).empty());

    search.setText(QStringLiteral(" delivery "));

    const std::vector<int>* const found = &search.matchesIn(run);
    QCOMPARE(*found, (std::vector<int>{1, 2, 3}));
    QCOMPARE(&search.matchesIn(run), found);
    QVERIFY(!search.matches(run, 0) && search.matches(run, 2));
    QCOMPARE(search.matchesIn(gatherRun()).size(), std::size_t{3});
}

void TestRowQuery::aNewTextIsANewSearch()
{
    const ProgramRunPtr run = syncRun();
    TaskSearch search;
    const QSignalSpy changed(&search, &TaskSearch::changed);
    search.setText(QStringLiteral("main"));
    search.setText(QStringLiteral("main "));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(search.matchesIn(run), std::vector<int>{0});
    search.setText(QStringLiteral("'a'"));
    QCOMPARE(search.matchesIn(run), std::vector<int>{1});
    search.setText({});
    QVERIFY(search.matches(run, 0));
}

void TestRowQuery::findsAmongManyRows()
{
    const ProgramRunPtr run = runOf("big", traceOf({.segments = 40'000, .rows = 10'000}));
    TaskSearch search;
    search.setText(QStringLiteral("conn 10.0.1."));
    QCOMPARE(search.matchesIn(run).size(), std::size_t{256});
    QCOMPARE(search.matchesIn(run).front(), 4096);
}

COROSCOPE_TEST(TestRowQuery)
#include "tst_row_query.moc"
