// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/analysis/critical_path.h"
#include "core/analysis/slack.h"
#include "core/scenario/run.h"
#include "tests/support/golden.h"
#include "tests/support/random/random_scenario.h"
#include "tests/support/random_shop.h"
#include "tests/support/sample_traces.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using test::milliseconds;
using test::Shop;

namespace {

std::shared_ptr<const Trace> traceOf(const std::string& text, const char* program = "main")
{
    const auto read = scenario::readScenario(text, "test");
    return scenario::run(read.value(), program).value().trace;
}

// What is wrong with the path of this program; empty if nothing is.
QString pathError(const std::shared_ptr<const Trace>& trace)
{
    const Timeline timeline(trace);
    const CriticalPath path(timeline);
    const Slack slack(timeline);
    Ticks at{};
    for (const PathPiece& piece : path.pieces()) {
        if (piece.span.begin != at || piece.span.end < at)
            return QStringLiteral("gap at %1").arg(at.count());
        at = piece.span.end;
        if (!piece.segment)
            continue;
        const Segment segment = segmentOf(timeline, *piece.segment);
        if (segment.span.begin > piece.span.begin || segment.span.end < piece.span.end)
            return QStringLiteral("not within its segment at %1").arg(at.count());
        const auto free = slack.slackOf(*piece.segment);
        if (piece.span.length() > Ticks{} && free && *free != Ticks{})
            return QStringLiteral("slack of %1 at %2").arg(free->count()).arg(at.count());
    }
    return at == timeline.end() ? QString() : QStringLiteral("it ends too soon");
}

constexpr unsigned shops = 150;

}  // namespace

class TestCriticalPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coversTheWholeTime_data() { test::addGoldenRows(); }
    void coversTheWholeTime();
    void coversTheWholeTimeOfRandomPrograms();
    void isTheLongestOfSeveralSleeps();
    void goesThroughEveryPlainCall();
    void goesThroughWhoHeldTheLock();
    void goesThroughTheJobThatHadTheWorker();
    void shorteningThePathIsAGain();
    void ofNothingIsNothing();
};

void TestCriticalPath::coversTheWholeTime()
{
    QFETCH(QByteArray, scenario);

    QCOMPARE(pathError(traceOf(scenario.toStdString())), QString());
}

void TestCriticalPath::coversTheWholeTimeOfRandomPrograms()
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        const QString error = pathError(traceOf(test::randomProgram(seed)));
        QVERIFY2(error.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(seed).arg(error)));
    }
    for (unsigned seed = 0; seed < shops; ++seed) {
        const Shop shop(seed);
        const QString error = pathError(shop.run(shop.values()));
        QVERIFY2(error.isEmpty(), qPrintable(QStringLiteral("shop %1: %2").arg(seed).arg(error)));
    }
}

namespace {

// "A suspended 10": the pieces that take time, and of what state.
QString textOf(const Timeline& timeline)
{
    const std::vector<std::string> names = rowNames(timeline.trace());
    QStringList texts;
    const CriticalPath path(timeline);
    for (const PathPiece& piece : path.pieces()) {
        if (piece.span.length() == Ticks{})
            continue;
        const bool waits =
            piece.segment && segmentOf(timeline, *piece.segment).state == SegmentState::Suspended;
        texts << QStringLiteral("%1 %2 %3")
                     .arg(piece.segment ? QString::fromStdString(names[piece.segment->track])
                                        : QStringLiteral("nobody"),
                          waits ? QStringLiteral("waits") : QStringLiteral("runs"))
                     .arg(toSeconds(piece.span.length()));
    }
    return texts.join(QStringLiteral("; "));
}

}  // namespace

void TestCriticalPath::isTheLongestOfSeveralSleeps()
{
    const Timeline timeline(test::gatherDelivery());
    const Slack slack(timeline);
    const auto slackOfSleep = [&](std::uint32_t row) {
        const SegmentColumn& segments = timeline.tracks()[row].segments;
        std::uint32_t i = 0;
        while (segments.stateAt(i) != SegmentState::Suspended)
            ++i;
        return slack.slackOf({row, i});
    };

    QCOMPARE(textOf(timeline), QStringLiteral("A waits 10"));
    QCOMPARE(slackOfSleep(1), std::optional(milliseconds(0)));
    QCOMPARE(slackOfSleep(2), std::optional(milliseconds(7000)));
    QCOMPARE(slackOfSleep(3), std::optional(milliseconds(6000)));
    QVERIFY(CriticalPath(timeline).contains({1, 2}));
    QVERIFY(!CriticalPath(timeline).contains({2, 2}));
}

void TestCriticalPath::goesThroughEveryPlainCall()
{
    QCOMPARE(textOf(Timeline(test::syncDelivery())),
             QStringLiteral("A runs 10; B runs 3; C runs 4"));
}

void TestCriticalPath::goesThroughWhoHeldTheLock()
{
    const auto trace = traceOf(R"({"coroscope_scenario": 1, "functions": [
        {"name": "f", "params": ["who", "d"], "body": [{"with": "$a", "body": [{"sleep": "$d"}]}]},
        {"name": "w", "params": ["who"], "body": [{"sleep": 3}, {"work": 2}]}],
        "objects": {"a": {"type": "lock"}}, "mains": [{"name": "main", "body": [{"gather": [
            {"call": "f", "args": ["A", 2]}, {"call": "f", "args": ["B", 2]},
            {"call": "w", "args": ["C"]}]}]}]})");

    // B's sleep is over at 4, but C computes from 3 to 5.
    QCOMPARE(textOf(Timeline(trace)), QStringLiteral("C waits 3; C runs 2"));
}

void TestCriticalPath::goesThroughTheJobThatHadTheWorker()
{
    const auto trace = traceOf(R"({"coroscope_scenario": 1, "executor": {"workers": 1},
        "functions": [{"name": "job", "async": false, "params": ["who", "d"],
            "body": [{"block": "$d"}]},
            {"name": "f", "params": ["who", "d"], "body": [
                {"run_in_executor": {"call": "job", "args": ["$who", "$d"]}}]}],
        "mains": [{"name": "main", "body": [{"gather": [{"call": "f", "args": ["A", 1]},
            {"call": "f", "args": ["B", 2]}]}]}]})");

    QCOMPARE(textOf(Timeline(trace)), QStringLiteral("job('A', 1) runs 1; job('B', 2) runs 2"));
}

void TestCriticalPath::shorteningThePathIsAGain()
{
    int tried = 0;
    for (unsigned seed = 0; seed < shops; ++seed) {
        const Shop shop(seed);
        const auto trace = shop.run(shop.values());
        const Timeline timeline(trace);
        const CriticalPath path(timeline);
        for (const PathPiece& piece : path.pieces()) {
            if (!piece.segment || piece.span.length() == Ticks{})
                continue;
            const int parameter = shop.parameterOf(*trace, segmentOf(timeline, *piece.segment));
            if (parameter < 0)
                continue;
            std::vector<double> values = shop.values();
            values[static_cast<std::size_t>(parameter)] -= 1e-7;
            QVERIFY2(shop.run(values)->lastTime() < timeline.end(),
                     qPrintable(QStringLiteral("seed %1, p%2").arg(seed).arg(parameter)));
            ++tried;
        }
    }
    QVERIFY(tried > 300);
}

void TestCriticalPath::ofNothingIsNothing()
{
    const Timeline timeline(std::make_shared<Trace>());

    const CriticalPath path(timeline);

    QCOMPARE(path.pieces().size(), std::size_t{1});
    QVERIFY(!path.pieces()[0].segment);
}

COROSCOPE_TEST(TestCriticalPath)
#include "tst_critical_path.moc"
