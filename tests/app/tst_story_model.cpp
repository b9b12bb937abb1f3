// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/story_model.h"
#include "tests/app/delivery_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

struct Fixture {
    explicit Fixture(ProgramRunPtr program) : run(std::move(program))
    {
        model.setRun(run);
        model.setEventCount(run->trace().size());
    }

    [[nodiscard]] bool tells(const QString& sentence) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data().toString() == sentence)
                return true;
        }
        return false;
    }

    ProgramRunPtr run;
    StoryModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

}  // namespace

class TestStoryModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatHappens_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* program, const char* sentence) {
            QTest::newRow(name) << QString::fromLatin1(program) << QString::fromUtf8(sentence);
        };
        row("start", "gather", "The program begins with main().");
        row("create", "gather",
            "main creates task B for delivery('B', 3); it joins the ready queue.");
        row("first step", "gather", "A gets control and starts.");
        row("further step", "gather", "A gets control and goes on.");
        row("sleep", "gather",
            "B suspends at “await asyncio.sleep(mealtime)” for 3 s; the loop takes C, next in the "
            "ready queue.");
        row("timer", "gather", "The timer of C goes off; C joins the ready queue.");
        row("print", "gather", "B prints “B 그릇 수거 완료”.");
        row("done", "gather", "B is done and returns 3; nobody is ready: the loop sleeps until 4 s, then takes C.");
        row("call waits", "sync", "B waits for its turn: delivery('B', 3) will be called.");
        row("called", "sync", "main calls B.");
        row("block", "sync", "A calls time.sleep and holds the thread.");
        row("end", "sync", "The program is over.");
    }

    void tellsWhatHappens()
    {
        QFETCH(QString, program);
        QFETCH(QString, sentence);
        const Fixture f(delivery(qPrintable(program)));

        QVERIFY(f.tells(sentence));
    }

    void everySentenceIsWhole()
    {
        for (const char* const program : {"sync", "gather", "create_task", "threads"}) {
            const Fixture f(delivery(program));
            for (int row = 0; row < f.model.rowCount(); ++row) {
                const QString text = f.model.index(row).data().toString();
                QVERIFY2(text.endsWith(u'.'), qPrintable(text));
                QVERIFY2(!text.contains(u'%') && !text.contains(QLatin1String("  ")),
                         qPrintable(text));
            }
        }
    }

    void growsAndShrinksAtItsEnd()
    {
        Fixture f(delivery("gather"));
        QSignalSpy reset(&f.model, &StoryModel::modelReset);
        QSignalSpy removed(&f.model, &StoryModel::rowsRemoved);

        f.model.setEventCount(5);
        QCOMPARE(f.model.rowCount(), 5);
        QVERIFY(f.model.index(4).data(StoryModel::IsCurrentRole).toBool());
        QVERIFY(!f.model.index(3).data(StoryModel::IsCurrentRole).toBool());
        f.model.setEventCount(6);

        QVERIFY(!f.model.index(4).data(StoryModel::IsCurrentRole).toBool());
        QCOMPARE(removed.count(), 1);
        QCOMPARE(reset.count(), 0);
    }

    void isEmptyWithoutARun()
    {
        Fixture f(delivery("gather"));

        f.model.setRun(nullptr);
        f.model.setEventCount(3);

        QCOMPARE(f.model.rowCount(), 0);
    }
};

COROSCOPE_TEST(TestStoryModel)
#include "tst_story_model.moc"
