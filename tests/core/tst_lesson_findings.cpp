// SPDX-License-Identifier: MIT
#include <QTest>

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
constexpr std::array<Expected, 1> table{{
    {"async-but-sequential/sequential", "awaited one after the other: gather would save 7 s"},
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
        for (const scenario::ProgramInfo& program : test::lesson(lesson).programs()) {
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
