// SPDX-License-Identifier: MIT
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "tests/support/lessons.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using coroscope::scenario::LocalizedText;

namespace {

bool hasHangul(const std::string& text)
{
    return std::ranges::any_of(QString::fromStdString(text),
                               [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

qsizetype sentenceCount(const std::string& text)
{
    static const QRegularExpression end(QStringLiteral("[.?](?= |$)"));
    return QString::fromStdString(text).count(end);
}

QString textIn(const LocalizedText& text, const char* language)
{
    return QString::fromStdString(text.in(language));
}

bool isInBothLanguages(const LocalizedText& text)
{
    return text.byLanguage.contains("en") && text.byLanguage.contains("ko") &&
           !text.in("en").empty() && !text.in("ko").empty() && !hasHangul(text.in("en"));
}

// As a slider sets it: an int stays one where it can.
scenario::Value sliderValue(const scenario::Parameter& parameter, double value)
{
    if (parameter.value.isInt() && value == std::trunc(value))
        return static_cast<std::int64_t>(value);
    return value;
}

void runWith(const scenario::Scenario& lesson, const std::string& parameter,
             const scenario::Value& value)
{
    scenario::RunOptions options;
    options.parameters[parameter] = value;
    for (const scenario::ProgramInfo& program : lesson.programs()) {
        if (!program.isListed)
            continue;
        const auto run = scenario::run(lesson, program.name, options);
        QVERIFY(run.has_value());
        const Word meant = program.name == "deadlock" ? Word::Deadlock : Word::Ok;
        QVERIFY2(run.value().how == meant, (program.name + ", " + parameter).c_str());
    }
}

}  // namespace

class TestLessonTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAreTheFilesOfAllLessons();
    void everyTextIsInBothLanguages_data() { addLessons(); }
    void everyTextIsInBothLanguages();
    void theTitleCanBeReadByItself_data() { addLessons(); }
    void theTitleCanBeReadByItself();
    void saysWhatToLookForInTwoToFourSentences_data() { addLessons(); }
    void saysWhatToLookForInTwoToFourSentences();
    void fitsItsPlace_data() { addLessons(); }
    void fitsItsPlace();
    void slidersGoBothWays_data() { addLessons(); }
    void slidersGoBothWays();
    void runsAtBothEndsOfEverySlider_data() { addLessons(); }
    void runsAtBothEndsOfEverySlider();
    void opensWithTheAxisThatShowsIt();

private:
    static void addLessons();
};

void TestLessonTexts::addLessons()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : test::lessonNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestLessonTexts::thereAreTheFilesOfAllLessons()
{
    QSet<QString> files;
    for (QString file : QDir(QStringLiteral(LESSONS_DIR)).entryList(QDir::Files))
        files << file.remove(QStringLiteral(".scenario.json"));

    QCOMPARE(test::lessonNames().size(), 28);
    QCOMPARE(files, QSet<QString>(test::lessonNames().begin(), test::lessonNames().end()));
}

void TestLessonTexts::everyTextIsInBothLanguages()
{
    QFETCH(QString, name);
    const scenario::Scenario lesson = test::lesson(name);

    QVERIFY(isInBothLanguages(lesson.title()));
    QVERIFY(isInBothLanguages(lesson.summary()));
    QVERIFY(isInBothLanguages(lesson.description()));
    QVERIFY(hasHangul(lesson.summary().in("ko")) && hasHangul(lesson.description().in("ko")));
    for (const scenario::Parameter& parameter : lesson.parameters())
        QVERIFY2(isInBothLanguages(parameter.label), parameter.name.c_str());
    for (const scenario::ProgramInfo& program : lesson.programs())
        QVERIFY2(isInBothLanguages(program.title), program.name.c_str());
}

void TestLessonTexts::theTitleCanBeReadByItself()
{
    QFETCH(QString, name);
    QFile file(QStringLiteral(LESSONS_DIR "/%1.scenario.json").arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));

    const auto title = scenario::readTitle(file.readAll().toStdString(), "lesson");

    QVERIFY(bool(title));
    QVERIFY(title.value().byLanguage == test::lesson(name).title().byLanguage);
    const auto broken = scenario::readTitle(R"({"title": 3})", "lesson");
    QCOMPARE(broken.error().where, std::string("lesson: $.title"));
}

void TestLessonTexts::saysWhatToLookForInTwoToFourSentences()
{
    QFETCH(QString, name);
    const LocalizedText text = test::lesson(name).description();

    for (const char* const language : {"en", "ko"}) {
        const qsizetype count = sentenceCount(text.in(language));
        QVERIFY2(count >= 2 && count <= 4, qPrintable(textIn(text, language)));
    }
}

void TestLessonTexts::fitsItsPlace()
{
    QFETCH(QString, name);
    const scenario::Scenario lesson = test::lesson(name);
    constexpr qsizetype longestTitle = 24;
    constexpr qsizetype longestSummary = 38;

    constexpr qsizetype longestLabel = 15;

    for (const char* const language : {"en", "ko"}) {
        QVERIFY(textIn(lesson.title(), language).size() <= longestTitle);
        QVERIFY(textIn(lesson.summary(), language).size() <= longestSummary);
        for (const scenario::Parameter& parameter : lesson.parameters())
            QVERIFY2(textIn(parameter.label, language).size() <= longestLabel,
                     parameter.name.c_str());
    }
}

void TestLessonTexts::slidersGoBothWays()
{
    QFETCH(QString, name);
    const scenario::Scenario lesson = test::lesson(name);

    for (const scenario::Parameter& parameter : lesson.parameters()) {
        const double value = parameter.value.toDouble();
        QVERIFY2(parameter.min < value && value < parameter.max, parameter.name.c_str());
        const double steps = (value - parameter.min) / parameter.step;
        QVERIFY2(std::abs(steps - std::round(steps)) < 1e-6, parameter.name.c_str());
    }
}

void TestLessonTexts::runsAtBothEndsOfEverySlider()
{
    QFETCH(QString, name);
    const scenario::Scenario lesson = test::lesson(name);
    for (const scenario::Parameter& parameter : lesson.parameters()) {
        for (const double end : {parameter.min, parameter.max})
            runWith(lesson, parameter.name, sliderValue(parameter, end));
    }
}

void TestLessonTexts::opensWithTheAxisThatShowsIt()
{
    QStringList onOrder;
    for (const QString& name : test::lessonNames()) {
        if (test::lesson(name).axis() == scenario::Axis::Order)
            onOrder << name;
    }

    QCOMPARE(onOrder.join(QLatin1Char(' ')),
             QStringLiteral("control-transfer generator-coroutine first-event-loop awaitables "
                            "thundering-herd"));
}

COROSCOPE_TEST(TestLessonTexts)
#include "tst_lesson_texts.moc"
