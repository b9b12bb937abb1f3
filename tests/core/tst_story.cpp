// SPDX-License-Identifier: MIT
#include <QTest>
#include <array>

#include "core/analysis/story.h"
#include "core/scenario/run.h"
#include "core/timeline/timeline.h"
#include "tests/support/random/random_scenario.h"
#include "tests/support/sample_traces.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr std::array<const char*, 19> kinds{
    "created", "will be called", "called",    "woken",  "resumed",      "slept",   "yielded",
    "awaits",  "blocked",        "unblocked", "used",   "cancel asked", "printed", "returned",
    "raised",  "cancelled",      "turn",      "marked", "ended"};

std::shared_ptr<const Trace> traceOf(const std::string& text)
{
    const auto read = scenario::readScenario(text, "test");
    return scenario::run(read.value(), "main").value().trace;
}

// All that a sentence says, but for the passes of the loop: "2 B slept 3, then C at 2".
QStringList textOf(const std::shared_ptr<const Trace>& trace, std::size_t first, std::size_t last)
{
    const std::vector<std::string> names = rowNames(*trace);
    const auto name = [&](TaskId task) { return QString::fromStdString(names[task.value]); };
    QStringList texts;
    for (const StorySentence& sentence : storyOf(MomentIndex(trace), first, last)) {
        if (sentence.kind == StorySentence::Kind::TurnBegan)
            continue;
        QString text = QString::number(toSeconds(sentence.time)) + QLatin1Char(' ');
        if (sentence.task.isValid())
            text += name(sentence.task) + QLatin1Char(' ');
        text += QLatin1String(kinds.at(static_cast<std::size_t>(sentence.kind)));
        if (sentence.by.isValid())
            text += QStringLiteral(" by ") + name(sentence.by);
        if (sentence.length != Ticks{})
            text += QStringLiteral(" %1").arg(toSeconds(sentence.length));
        if (sentence.position > 0)
            text += QStringLiteral(" #%1").arg(sentence.position);
        if (sentence.object.isValid())
            text += QLatin1Char(' ') + QString::fromStdString(trace->objectName(sentence.object));
        for (const TaskId task : sentence.tasks)
            text += QLatin1Char(' ') + name(task);
        if (sentence.next == StorySentence::Next::Stands)
            text += QStringLiteral(", then nobody");
        else if (sentence.next != StorySentence::Next::None)
            text += QStringLiteral(", then %1 at %2")
                        .arg(name(sentence.nextTask))
                        .arg(toSeconds(sentence.nextTime));
        texts << text;
    }
    return texts;
}

}  // namespace

class TestStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatHappensNext();
    void tellsOfLocksAndYields();
    void tellsOfPlainCalls();
    void tellsTheSameFromAnywhere();
    void hasASentenceForEachEvent();
};

void TestStory::tellsWhatHappensNext()
{
    const auto trace = test::gatherDelivery();

    const QStringList story = textOf(trace, 0, trace->size());

    QVERIFY2(story.contains(QStringLiteral("0 main awaits A B C, then A at 0")),
             qPrintable(story.join(QLatin1Char('\n'))));
    QVERIFY(story.contains(QStringLiteral("0 B slept 3, then C at 0")));
    QVERIFY(story.contains(QStringLiteral("0 C slept 4, then B at 3")));
    QVERIFY(story.contains(QStringLiteral("0 B woken by main #1")));
    QVERIFY(story.contains(QStringLiteral("10 main returned, then nobody")));
}

void TestStory::tellsOfLocksAndYields()
{
    const auto trace = traceOf(R"({"coroscope_scenario": 1, "functions": [
        {"name": "f", "params": ["who"], "body": [{"with": "$db", "body": [{"yield": true}]}]}],
        "objects": {"db": {"type": "lock"}}, "mains": [{"name": "main", "body": [{"gather": [
            {"call": "f", "args": ["A"]}, {"call": "f", "args": ["B"]}]}, {"work": 2}]}]})");

    QCOMPARE(textOf(trace, 0, trace->size()).join(QLatin1Char('\n')), QStringLiteral(
                                                                          R"(0 main created
0 main resumed
0 A created by main
0 B created by main #1
0 main awaits A B, then A at 0
0 A resumed
0 A used db
0 A yielded #1, then B at 0
0 B resumed
0 B awaits db, then A at 0
0 A resumed
0 A used db
0 B woken by A
0 A returned, then B at 0
0 B resumed by A
0 B used db
0 B yielded, then B at 0
0 B resumed
0 B used db
0 B returned, then main at 0
0 main woken by B
0 main resumed by B
0 main blocked
2 main unblocked 2
2 main returned, then nobody
2 ended)"));
}

void TestStory::tellsOfPlainCalls()
{
    const auto trace = test::syncDelivery();

    const QStringList story = textOf(trace, 0, trace->size());

    QVERIFY(story.contains(QStringLiteral("0 B will be called by main")));
    QVERIFY(story.contains(QStringLiteral("10 B called by main")));
    QVERIFY(story.contains(QStringLiteral("13 B unblocked 3")));
    QVERIFY(story.contains(QStringLiteral("13 B returned")));
}

void TestStory::tellsTheSameFromAnywhere()
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto trace = traceOf(test::randomProgram(seed));
        const MomentIndex moments(trace);
        const QStringList whole = textOf(trace, 0, trace->size());
        for (std::size_t cut = 0; cut <= trace->size(); cut += 7) {
            const QStringList parts = textOf(trace, 0, cut) + textOf(trace, cut, trace->size());
            QCOMPARE(parts, whole);
        }
    }
}

void TestStory::hasASentenceForEachEvent()
{
    const auto trace = test::gatherDelivery();
    const MomentIndex moments(trace);

    const std::vector<StorySentence> story = storyOf(moments, 3, trace->size());

    QCOMPARE(story.size(), trace->size() - 3);
    for (std::size_t i = 0; i < story.size(); ++i)
        QCOMPARE(std::size_t{story[i].event}, i + 3);
    QVERIFY(storyOf(moments, 3, 3).empty());
}

COROSCOPE_TEST(TestStory)
#include "tst_story.moc"
