// SPDX-License-Identifier: MIT
#include <QTest>
#include <random>

#include "core/analysis/critical_path.h"
#include "core/analysis/slack.h"
#include "core/scenario/run.h"
#include "tests/support/golden.h"
#include "tests/support/random_scenario.h"
#include "tests/support/sample_traces.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

using Values = std::vector<double>;

Ticks milliseconds(double count)
{
    return Ticks(static_cast<std::int64_t>(count * 1e6));
}

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

// Four tasks that sleep, compute and share a lock, each time for as long as a parameter of its own
// says; no two are the same, so that a length tells the parameter. Main gathers them, or awaits one
// after the other, and then goes on.
class Shop {
public:
    explicit Shop(unsigned seed) : m_random(seed)
    {
        std::string functions, gathered, created, awaited;
        for (int task = 0; task < 4; ++task) {
            const std::string name = "f" + std::to_string(task);
            functions += (task > 0 ? ", " : "") + std::string(R"({"name": ")") + name +
                         R"(", "params": [], "body": [)" + body() + "]}";
            const std::string call = R"({"call": ")" + name + R"("})";
            gathered += (task > 0 ? ", " : "") + call;
            created += R"({"create_task": )" + call + R"(, "into": "t)" + name + R"("}, )";
            awaited += R"({"await": "$t)" + name + R"("}, )";
        }
        m_text = R"({"coroscope_scenario": 1, "functions": [)" + functions +
                 R"(], "objects": {"a": {"type": "lock"}}, "parameters": [)" + m_parameters +
                 R"(], "mains": [{"name": "main", "body": [)" +
                 (seed % 2 == 0 ? R"({"gather": [)" + gathered + "]}, " : created + awaited) +
                 R"({"sleep": 0.1}]}]})";
    }

    [[nodiscard]] const Values& values() const { return m_values; }

    [[nodiscard]] std::shared_ptr<const Trace> run(const Values& values) const
    {
        const auto read = scenario::readScenario(m_text, "test");
        scenario::RunOptions options;
        for (std::size_t i = 0; i < values.size(); ++i)
            options.parameters["p" + std::to_string(i)] = values[i];
        return scenario::run(read.value(), "main", options).value().trace;
    }

    // The parameter that says how long this segment lasts; -1 if none does.
    [[nodiscard]] int parameterOf(const Trace& trace, const Segment& segment) const
    {
        const Event begin = trace.at(segment.beginEvent);
        Ticks length = segment.span.length();
        if (begin.kind == EventKind::Suspend)
            length = trace.wait(begin).until - begin.time;
        else if (begin.kind != EventKind::Block)
            return -1;
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            if (milliseconds(m_values[i] * 1000) == length)
                return static_cast<int>(i);
        }
        return -1;
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }

    std::string parameter()
    {
        const std::size_t number = m_values.size();
        // Whole milliseconds, and a different digit behind the point for each.
        m_values.push_back(0.5 + below(4000) / 1000.0 + static_cast<double>(number) / 1e6);
        const std::string name = "p" + std::to_string(number);
        m_parameters += (number > 0 ? ", " : "") + std::string(R"({"name": ")") + name +
                        R"(", "value": 1, "min": 0, "max": 1000})";
        return "\"$" + name + '"';
    }

    std::string body()
    {
        std::string text;
        const unsigned count = 1 + below(4);
        for (unsigned i = 0; i < count; ++i) {
            text += i > 0 ? ", " : "";
            switch (below(5)) {
            case 0: text += R"({"work": )" + parameter() + '}'; break;
            case 1: text += R"({"with": "$a", "body": [{"sleep": )" + parameter() + "}]}"; break;
            default: text += R"({"sleep": )" + parameter() + '}'; break;
            }
        }
        return text;
    }

    std::mt19937 m_random;
    Values m_values;
    std::string m_parameters;
    std::string m_text;
};

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
    void slackIsFree();
    void moreThanTheSlackIsNotFreeWhereNothingIsShared();
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
        const QString error = pathError(traceOf(test::randomScenario(seed)));
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

// A slack that is tried, in its place in the program.
void TestCriticalPath::slackIsFree()
{
    int tried = 0;
    for (unsigned seed = 0; seed < shops; ++seed) {
        const Shop shop(seed);
        const auto trace = shop.run(shop.values());
        const Timeline timeline(trace);
        const Slack slack(timeline);
        for (std::uint32_t row = 0; row < timeline.tracks().size(); ++row) {
            for (std::uint32_t i = 0; i < timeline.tracks()[row].segments.size(); ++i) {
                const int parameter = shop.parameterOf(*trace, segmentOf(timeline, {row, i}));
                const auto free = slack.slackOf({row, i});
                if (parameter < 0 || !free || *free == Ticks{})
                    continue;
                for (const double part : {0.3, 1.0}) {
                    Values values = shop.values();
                    const auto more = static_cast<double>(free->count() / 1000) * 1e-6 * part;
                    values[static_cast<std::size_t>(parameter)] += more;
                    const Ticks end = shop.run(values)->lastTime();
                    QVERIFY2(end <= timeline.end(),
                             qPrintable(QStringLiteral("seed %1, p%2 + %3 of %4 s")
                                            .arg(seed)
                                            .arg(parameter)
                                            .arg(more)
                                            .arg(toSeconds(*free))));
                    ++tried;
                }
            }
        }
    }
    QVERIFY(tried > 500);
}

void TestCriticalPath::moreThanTheSlackIsNotFreeWhereNothingIsShared()
{
    const std::string text = R"({"coroscope_scenario": 1, "parameters": [
        {"name": "x", "value": 1}, {"name": "y", "value": 2}],
        "functions": [{"name": "f", "params": ["d", "e"], "body": [{"sleep": "$d"},
            {"sleep": "$e"}]}],
        "mains": [{"name": "main", "body": [{"gather": [{"call": "f", "args": [4, 5]},
            {"call": "f", "args": ["$x", "$y"]}]}, {"sleep": 1}]}]})";
    const auto read = scenario::readScenario(text, "test");
    const auto endWith = [&](double x) {
        scenario::RunOptions options;
        options.parameters["x"] = x;
        return scenario::run(read.value(), "main", options).value().trace->lastTime();
    };
    const Timeline timeline(traceOf(text));

    const auto free = Slack(timeline).slackOf({2, 2});

    QCOMPARE(free, std::optional(milliseconds(6000)));
    QCOMPARE(endWith(7), milliseconds(10000));
    QCOMPARE(endWith(7.5), milliseconds(10500));
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
            Values values = shop.values();
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
