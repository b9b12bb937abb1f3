// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QTest>

#include "app/models/event_filter.h"
#include "app/models/event_table_model.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

struct Fixture {
    Fixture()
    {
        model.setRun(gatherRun());
        filter.setSourceModel(&model);
    }

    // What stands in a column, each text once.
    [[nodiscard]] QStringList different(EventTableModel::Column column) const
    {
        QStringList texts;
        for (int row = 0; row < filter.rowCount(); ++row)
            texts << filter.index(row, column).data().toString();
        texts.removeDuplicates();
        return texts;
    }

    EventTableModel model;
    EventFilter filter;
    QAbstractItemModelTester tester{&filter,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest};
};

}  // namespace

class TestEventFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAllAtFirst()
    {
        const Fixture f;

        QVERIFY(!f.filter.isActive());
        QCOMPARE(f.filter.rowCount(), f.model.rowCount());
    }

    void showsOneTask()
    {
        Fixture f;

        f.filter.setTask(TaskId{2});

        QVERIFY(f.filter.isActive());
        QCOMPARE(f.different(EventTableModel::TaskColumn), QStringList(QStringLiteral("B")));
    }

    void hidesKinds()
    {
        Fixture f;
        for (int kind = 0; kind < eventKindCount; ++kind)
            f.filter.setShown(static_cast<EventKind>(kind), false);
        QCOMPARE(f.filter.rowCount(), 0);

        f.filter.setShown(EventKind::Print, true);

        QCOMPARE(f.different(EventTableModel::EventColumn), QStringList(QStringLiteral("output")));
    }

    void searchesAllCellsInEitherCase()
    {
        Fixture f;

        f.filter.setText(QStringLiteral("SUSPENDS"));
        QCOMPARE(f.different(EventTableModel::EventColumn),
                 QStringList(QStringLiteral("suspends")));

        f.filter.setText(QString::fromUtf8("수거"));
        QCOMPARE(f.different(EventTableModel::EventColumn), QStringList(QStringLiteral("output")));
    }

    void allMustHold()
    {
        Fixture f;

        f.filter.setTask(TaskId{1});
        f.filter.setText(QStringLiteral("suspends"));

        QCOMPARE(f.different(EventTableModel::TaskColumn), QStringList(QStringLiteral("A")));
        QCOMPARE(f.different(EventTableModel::EventColumn),
                 QStringList(QStringLiteral("suspends")));
        f.filter.clear();
        QCOMPARE(f.filter.rowCount(), f.model.rowCount());
    }
};

COROSCOPE_TEST(TestEventFilter)
#include "tst_event_filter.moc"
