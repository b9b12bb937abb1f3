// SPDX-License-Identifier: MIT
#include <QTest>
#include <array>

#include "core/analysis/findings.h"
#include "tests/support/lessons.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

struct Expected {
    const char* program;  // "lesson/program"
    const char* texts;
};

// Programs that have a finding. All others have none.
constexpr std::array<Expected, 10> table{{
    {"async-but-sequential/sequential", "awaited one after the other: gather would save 7 s"},
    {"await-or-task/sequential", "awaited one after the other: gather would save 1 s"},
    {"cpu-bound/gather",
     "A computes for 3.00 s without a pause and holds up B and C; "
     "B computes for 2.00 s without a pause and holds up C"},
    {"io-bound/gather", "A computes for 1.00 s without a pause and holds up B"},
    {"blocking-call/gather_blocking", "A blocks the loop for 3.00 s and holds up B and C"},
    {"run-in-executor/gather",
     "A blocks the loop for 1.00 s and holds up B, C, D and E; "
     "B blocks the loop for 1.00 s and holds up C, D and E; "
     "C blocks the loop for 1.00 s and holds up D and E; "
     "D blocks the loop for 1.00 s and holds up E"},
    {"barista/gather", "up to 2 tasks queue for lock machine and wait 6.00 s in all"},
    {"dining-philosophers/deadlock", "deadlock: A waits for B, B for C, C for D, D for E, E for A"},
    {"forgotten-await/main", "coroutine save was never awaited: it never runs"},
    {"starvation/greedy",
     "crunch() holds the loop for 4.00 s without giving way and starves heartbeat()"},
}};

}  // namespace

class TestLessonFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areThoseThatTheLessonIsAbout_data();
    void areThoseThatTheLessonIsAbout();
};

void TestLessonFindings::areThoseThatTheLessonIsAbout_data()
{
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("expected");

    for (const QString& lesson : test::lessonNames()) {
        const scenario::Scenario scenario = test::lesson(lesson);
        for (const scenario::ProgramInfo& program : scenario.programs()) {
            if (!program.isListed)
                continue;
            const QString name = QString::fromStdString(program.name);
            const QString row = lesson + QLatin1Char('/') + name;
            QString texts;
            for (const Expected& expected : table) {
                if (row == QLatin1String(expected.program))
                    texts = QString::fromUtf8(expected.texts);
            }
            QTest::newRow(qPrintable(row)) << lesson << name << texts;
        }
    }
}

void TestLessonFindings::areThoseThatTheLessonIsAbout()
{
    QFETCH(QString, lesson);
    QFETCH(QString, program);

    QStringList texts;
    for (const Finding& finding : findingsOf(Timeline(test::runLesson(lesson, program).trace)))
        texts << QString::fromStdString(finding.text);

    QTEST(texts.join(QStringLiteral("; ")), "expected");
}

COROSCOPE_TEST(TestLessonFindings)
#include "tst_lesson_findings.moc"
