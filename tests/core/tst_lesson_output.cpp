// SPDX-License-Identifier: MIT
#include <QFile>
#include <QTest>
#include <string_view>

#include "tests/support/lessons.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// One program of a lesson: "# lesson program total how", then its lines with their times.
struct Expected {
    QString lesson;
    QString program;
    QString end;  // "17 ok"
    QStringList prints;
};

std::vector<Expected> expectedOutput()
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/lessons/output.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    std::vector<Expected> all;
    for (const QString& line :
         QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (!line.startsWith(QLatin1Char('#'))) {
            all.back().prints << line;
            continue;
        }
        const QStringList words = line.split(QLatin1Char(' '));
        all.push_back({words[1], words[2], words[3] + QLatin1Char(' ') + words[4], {}});
    }
    return all;
}

QString endOf(const scenario::Run& run)
{
    const double seconds = std::chrono::duration<double>(run.trace->lastTime()).count();
    const std::string_view how = wordOf(run.how);
    return QString::number(seconds) + QLatin1Char(' ') +
           QString::fromLatin1(how.data(), static_cast<qsizetype>(how.size()));
}

}  // namespace

class TestLessonOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsAndEndsAsTheLessonSays_data();
    void printsAndEndsAsTheLessonSays();
    void everyListedProgramIsExpected();
};

void TestLessonOutput::printsAndEndsAsTheLessonSays_data()
{
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QStringList>("prints");

    for (const Expected& one : expectedOutput()) {
        QTest::addRow("%s %s", qPrintable(one.lesson), qPrintable(one.program))
            << one.lesson << one.program << one.end << one.prints;
    }
}

void TestLessonOutput::printsAndEndsAsTheLessonSays()
{
    QFETCH(QString, lesson);
    QFETCH(QString, program);

    const scenario::Run run = test::runLesson(lesson, program);

    QTEST(test::printsWithTimes(run), "prints");
    QTEST(endOf(run), "end");
}

void TestLessonOutput::everyListedProgramIsExpected()
{
    QStringList expected;
    for (const Expected& one : expectedOutput())
        expected << one.lesson + QLatin1Char(' ') + one.program;

    QStringList listed;
    for (const QString& name : test::lessonNames()) {
        const scenario::Scenario lesson = test::lesson(name);
        for (const scenario::ProgramInfo& program : lesson.programs()) {
            if (program.isListed)
                listed << name + QLatin1Char(' ') + QString::fromStdString(program.name);
        }
    }

    QCOMPARE(listed, expected);
}

COROSCOPE_TEST(TestLessonOutput)
#include "tst_lesson_output.moc"
