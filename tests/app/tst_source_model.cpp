// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/document/stepper.h"
#include "app/models/source_model.h"
#include "tests/app/delivery_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

struct Fixture {
    explicit Fixture(ProgramRunPtr program) : run(std::move(program)) { model.setRun(run); }

    // After all that happens at `seconds`, or `stop` await points into that instant.
    void moveTo(int seconds, int stop = PlayPosition::wholeInstant)
    {
        model.setEventCount(run->eventsAt({std::chrono::seconds(seconds), stop}));
    }

    // "await asyncio.sleep(mealtime): A C" for each line that is lit.
    [[nodiscard]] QStringList lit(SegmentState state) const
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.light(row) != state)
                continue;
            const QStringList tasks = model.index(row).data(SourceModel::TasksRole).toStringList();
            lines << QStringLiteral("%1: %2").arg(model.text(row).trimmed(), tasks.join(u' '));
        }
        return lines;
    }

    [[nodiscard]] int rowOf(const char* text) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.text(row).contains(QString::fromUtf8(text)))
                return row;
        }
        return -1;
    }

    ProgramRunPtr run;
    SourceModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

}  // namespace

class TestSourceModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsThePythonLineByLine()
    {
        const Fixture f(delivery("gather"));

        QVERIFY(f.model.rowCount() > 15);
        QCOMPARE(f.model.text(0), QStringLiteral("import asyncio"));
        QVERIFY(f.rowOf("async def delivery(name, mealtime):") > 0);
    }

    void litLinesSayWhoAwaitsThere()
    {
        Fixture f(delivery("gather"));

        f.moveTo(1);

        QCOMPARE(f.lit(SegmentState::Suspended),
                 QStringList({QStringLiteral("await asyncio.sleep(mealtime): A B C"),
                              QStringLiteral("results = await asyncio.gather(: main")}));
        QVERIFY(f.lit(SegmentState::Running).isEmpty());
    }

    void theLineThatRunsIsLitByItself()
    {
        Fixture f(delivery("create_task"));

        f.moveTo(3, 0);

        QCOMPARE(f.lit(SegmentState::Running),
                 QStringList(QString::fromUtf8("print(f\"{name} 그릇 수거 완료\"): B")));
        QCOMPARE(f.lit(SegmentState::Suspended).front(),
                 QStringLiteral("await asyncio.sleep(mealtime): A C"));
    }

    void aCallHoldsTheThreadAndItsCallerStandsAtIt()
    {
        Fixture f(delivery("sync"));

        f.moveTo(11);

        QCOMPARE(f.lit(SegmentState::Blocking),
                 QStringList(QStringLiteral("time.sleep(mealtime): B")));
        QCOMPARE(f.lit(SegmentState::InCall),
                 QStringList(QStringLiteral("delivery(\"B\", 3): main")));
    }

    void nothingIsLitBeforeTheStartAndAfterTheEnd()
    {
        Fixture f(delivery("gather"));

        f.moveTo(11);
        QCOMPARE(f.model.lit(), SourceModel::Lit());
        f.model.setEventCount(0);
        QCOMPARE(f.model.lit(), SourceModel::Lit());
    }

    void movingReportsOnlyTheLinesThatLookDifferent()
    {
        Fixture f(delivery("gather"));
        f.moveTo(1);
        QSignalSpy changed(&f.model, &SourceModel::dataChanged);

        f.moveTo(2);
        QCOMPARE(changed.count(), 0);
        f.moveTo(5);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), f.rowOf("await asyncio.sleep(mealtime)"));
    }

    void anotherValueChangesOnlyTheLinesThatHaveIt()
    {
        Fixture f(delivery("create_task"));
        QSignalSpy reset(&f.model, &SourceModel::modelReset);
        QSignalSpy changed(&f.model, &SourceModel::dataChanged);

        f.model.setRun(delivery("create_task", {{"a", scenario::Value(std::int64_t{7})}}));

        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QVERIFY(f.model.text(changed[0][0].toModelIndex().row()).contains(QLatin1String("7")));
    }

    void anotherProgramResets()
    {
        Fixture f(delivery("create_task"));
        QSignalSpy reset(&f.model, &SourceModel::modelReset);

        f.model.setRun(delivery("sync"));

        QCOMPARE(reset.count(), 1);
    }

    void theNextVisitComesRoundTheEnd()
    {
        Fixture f(delivery("gather"));
        const int print = f.rowOf("print(f\"{name} 식사 완료");
        QVERIFY(print > 0);
        const auto timeOfNext = [&] {
            return f.run->trace().timeAt(f.model.nextVisit(print).value());
        };

        f.model.setEventCount(0);
        QCOMPARE(timeOfNext(), Ticks{std::chrono::seconds(3)});
        f.moveTo(3);
        QCOMPARE(timeOfNext(), Ticks{std::chrono::seconds(4)});
        f.moveTo(10);
        QCOMPARE(timeOfNext(), Ticks{std::chrono::seconds(3)});
    }

    void nobodyEverVisitsAnImport()
    {
        const Fixture f(delivery("gather"));

        QVERIFY(!f.model.nextVisit(0));
    }

    void afterAVisitTheLineIsLit()
    {
        Fixture f(delivery("sync"));
        const int row = f.rowOf("time.sleep(mealtime)");
        f.model.setEventCount(0);

        const PlayPosition visit = positionAfter(*f.run, f.model.nextVisit(row).value());
        f.model.setEventCount(f.run->eventsAt(visit));

        QCOMPARE(f.model.light(row), SegmentState::Blocking);
    }

    void isEmptyWithoutARun()
    {
        Fixture f(delivery("gather"));

        f.model.setRun(nullptr);

        QCOMPARE(f.model.rowCount(), 0);
        QCOMPARE(f.model.lit(), SourceModel::Lit());
    }
};

COROSCOPE_TEST(TestSourceModel)
#include "tst_source_model.moc"
