// SPDX-License-Identifier: MIT
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <sstream>

#include "core/scenario/run.h"
#include "core/trace/chrome_reader.h"
#include "core/trace/chrome_writer.h"
#include "core/trace/json_lines_writer.h"
#include "tests/support/event_words.h"
#include "tests/support/random/random_scenario.h"
#include "tests/support/sample_traces.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

std::string asLines(const Trace& trace, const TraceHeader& header)
{
    std::ostringstream out;
    writeJsonLines(out, trace, header);
    return out.str();
}

std::string asChrome(const Trace& trace, const TraceHeader& header = {})
{
    std::ostringstream out;
    writeChromeJson(out, trace, header);
    return out.str();
}

QJsonArray eventsOf(const Trace& trace)
{
    const QByteArray text = QByteArray::fromStdString(asChrome(trace));
    return QJsonDocument::fromJson(text).object()[QStringLiteral("traceEvents")].toArray();
}

QString firstProblem(const TraceFile& file)
{
    return file.problems.empty() ? QString()
                                 : QString::fromStdString(problemText(file.problems[0]));
}

// The rows' names, then the events.
QString summary(const TraceFile& file)
{
    QStringList names;
    for (std::uint32_t id = 0; id < file.trace->taskCount(); ++id)
        names << QString::fromStdString(file.trace->task({id}).name);
    QString events = QString::fromStdString(test::eventWords(*file.trace));
    return names.join(QLatin1Char(',')) + QLatin1Char('|') +
           events.replace(QLatin1Char('\n'), QLatin1Char('|'));
}

}  // namespace

class TestChromeTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrote();
    void writesSlicesThatDoNotOverlap();
    void drawsAnArrowForEachWakeUp();
    void countsTheReadyQueue();
    void readsWhatOthersWrote_data();
    void readsWhatOthersWrote();
    void readsAListThatIsCutOff_data();
    void readsAListThatIsCutOff();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void refusesWhatIsNoTrace_data();
    void refusesWhatIsNoTrace();
    void keepsThePlaceThatVizTracerNames();
};

void TestChromeTrace::readsBackWhatItWrote()
{
    const TraceHeader header{"배달 \"1\"", "app.py", true, 1'700'000'000'000'000'000};
    for (unsigned seed = 0; seed < 50; ++seed) {
        const auto scenario = scenario::readScenario(test::randomProgram(seed), "random");
        const auto trace = scenario::run(scenario.value(), "main", {}).value().trace;

        const TraceFile file = readChromeJson(asChrome(*trace, header), "x").value();

        QCOMPARE(firstProblem(file), QString());
        QCOMPARE(asLines(*file.trace, file.header), asLines(*trace, header));
    }
}

void TestChromeTrace::writesSlicesThatDoNotOverlap()
{
    std::map<int, double> ends;  // by track
    int count = 0;
    std::vector<QJsonObject> slices;
    for (const QJsonValue& event : eventsOf(*test::gatherDelivery())) {
        if (event[QStringLiteral("ph")].toString() == QStringLiteral("X"))
            slices.push_back(event.toObject());
    }
    std::ranges::stable_sort(slices, {}, [](const QJsonObject& slice) {
        return slice[QStringLiteral("ts")].toDouble();
    });
    for (const QJsonObject& slice : slices) {
        const double begin = slice[QStringLiteral("ts")].toDouble();
        double& end = ends[slice[QStringLiteral("tid")].toInt()];
        QVERIFY(begin >= end);
        end = begin + slice[QStringLiteral("dur")].toDouble();
        ++count;
    }
    QCOMPARE(ends.size(), std::size_t{4});
    QVERIFY(count > 12);
}

void TestChromeTrace::drawsAnArrowForEachWakeUp()
{
    int begins = 0;
    int ends = 0;
    for (const QJsonValue& event : eventsOf(*test::gatherDelivery())) {
        begins += event[QStringLiteral("ph")].toString() == QStringLiteral("s");
        ends += event[QStringLiteral("ph")].toString() == QStringLiteral("f");
    }
    QVERIFY(begins > 0);
    QCOMPARE(ends, begins);
}

void TestChromeTrace::countsTheReadyQueue()
{
    Trace trace;
    trace.appendTurn(Ticks(1500), {3, 4});

    const QJsonObject counter = eventsOf(trace).last().toObject();

    QCOMPARE(counter[QStringLiteral("ph")].toString(), QStringLiteral("C"));
    QCOMPARE(counter[QStringLiteral("ts")].toDouble(), 1.5);
    QCOMPARE(counter[QStringLiteral("args")].toObject(),
             (QJsonObject{{QStringLiteral("ready"), 3}, {QStringLiteral("timers"), 4}}));
}

void TestChromeTrace::readsWhatOthersWrote_data()
{
    QTest::addColumn<QString>("events");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* events, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(events) << QString::fromLatin1(expected);
    };
    row("complete slices",
        R"({"ph": "X", "ts": 100, "dur": 2.5, "tid": 1, "name": "a"},
           {"ph": "X", "ts": 103, "dur": 1, "tid": 1, "name": "b"})",
        "/1|0 create 0|0 resume 0|2500 suspend 0|3000 ready 0|3000 resume 0|4000 done 0 returned|");
    row("nested slices count once",
        R"({"ph": "B", "ts": 1, "tid": 1}, {"ph": "B", "ts": 2, "tid": 1},
           {"ph": "E", "ts": 3, "tid": 1}, {"ph": "E", "ts": 4, "tid": 1},
           {"ph": "X", "ts": 2.5, "dur": 1, "tid": 1})",
        "/1|0 create 0|0 resume 0|3000 done 0 returned|");
    row("a slice that never ends",
        R"({"ph": "B", "ts": 1, "tid": 1}, {"ph": "X", "ts": 2, "dur": 3, "tid": 2})",
        "/1,/2|0 create 0|0 resume 0|1000 create 1|1000 resume 1|4000 done 0 returned|"
        "4000 done 1 returned|");
    row("names of threads",
        R"({"ph": "M", "name": "thread_name", "pid": 1, "tid": 7, "args": {"name": "Task-3"}},
           {"ph": "X", "ts": 0, "dur": 1, "pid": 1, "tid": 7})",
        "Task-3|0 create 0|0 resume 0|1000 done 0 returned|");
    row("asynchronous slices that overlap",
        R"({"ph": "b", "ts": 0, "id": 1, "cat": "net", "name": "get"},
           {"ph": "b", "ts": 1, "id": "0x2", "cat": "net", "name": "get"},
           {"ph": "e", "ts": 2, "id": 1, "cat": "net"},
           {"ph": "b", "ts": 2, "id2": {"local": 3}, "cat": "net", "name": "get"},
           {"ph": "e", "ts": 4, "id": "0x2", "cat": "net"},
           {"ph": "e", "ts": 5, "id2": {"local": 3}, "cat": "net"})",
        "get,get #2|0 create 0|0 resume 0|1000 create 1|1000 resume 1|2000 suspend 0|"
        "2000 ready 0|2000 resume 0|4000 done 1 returned|5000 done 0 returned|");
    row("an arrow wakes",
        R"({"ph": "X", "ts": 0, "dur": 1, "tid": 1}, {"ph": "X", "ts": 2, "dur": 3, "tid": 2},
           {"ph": "X", "ts": 8, "dur": 1, "tid": 1},
           {"ph": "s", "ts": 4, "tid": 2, "id": 5}, {"ph": "f", "ts": 8, "tid": 1, "id": 5})",
        "/1,/2|0 create 0|0 resume 0|1000 suspend 0|2000 create 1|2000 resume 1|"
        "4000 ready 0 done|5000 done 1 returned|8000 resume 0|9000 done 0 returned|");
    row("instants are marks", R"({"ph": "i", "ts": 5, "name": "here"})", "|0 mark|");
    row("times since 1970",
        R"({"ph": "X", "ts": 1700000000000000.125, "dur": 0.25, "tid": 1},
           {"ph": "X", "ts": 1700000000000001.001, "dur": 0, "tid": 2})",
        "/1,/2|0 create 0|0 resume 0|250 done 0 returned|876 create 1|876 resume 1|"
        "876 done 1 returned|");
}

void TestChromeTrace::readsWhatOthersWrote()
{
    QFETCH(const QString, events);
    QFETCH(const QString, expected);
    const std::string list = '[' + events.toStdString() + ']';

    const TraceFile alone = readChromeJson(list, "x").value();
    const TraceFile within =
        readChromeJson(R"({"other": [1, {"ts": 2}], "traceEvents": )" + list + '}', "x").value();

    QCOMPARE(firstProblem(alone), QString());
    QCOMPARE(summary(alone), expected);
    QCOMPARE(summary(within), expected);
}

void TestChromeTrace::readsAListThatIsCutOff_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("problems");
    const QString event = QStringLiteral(R"({"ph": "i", "ts": 5, "name": "here"})");
    const QString object = QStringLiteral("{\"traceEvents\": [");
    QTest::newRow("no bracket") << '[' + event << 0;
    QTest::newRow("after a comma") << '[' + event + QStringLiteral(",\n") << 0;
    QTest::newRow("a comma too many") << '[' + event + QStringLiteral(",]") << 0;
    QTest::newRow("an object") << object + event << 1;
    QTest::newRow("nonsense behind it") << '[' + event + QStringLiteral(", nonsense") << 1;
}

void TestChromeTrace::readsAListThatIsCutOff()
{
    QFETCH(const QString, text);
    QFETCH(const int, problems);

    const TraceFile file = readChromeJson(text.toStdString(), "x").value();

    QCOMPARE(summary(file), QStringLiteral("|0 mark|"));
    QCOMPARE(static_cast<int>(file.problems.size()), problems);
}

void TestChromeTrace::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* event, const char* part) {
        QTest::newRow(name) << QString::fromLatin1(event) << QString::fromLatin1(part);
    };
    row("an end without a beginning", R"({"ph": "E", "ts": 1, "tid": 1})", "without a beginning");
    row("no time", R"({"ph": "i"})", "\"t\" must be");
    row("beyond all times", R"({"ph": "i", "ts": 1e300})", "\"t\" must be");
    row("too far apart", R"({"ph": "i", "ts": 0}, {"ph": "i", "ts": 9.1e12})", "\"t\" must be");
    row("an unknown phase", R"({"ph": "?", "ts": 1})", "no part of a timeline");
    row("one of ours, in no trace", R"({"ph": "X", "e": "resume", "ts": 1, "tid": 5})",
        "never created");
}

void TestChromeTrace::tellsWhatIsWrong()
{
    QFETCH(const QString, event);
    QFETCH(const QString, part);

    const TraceFile file = readChromeJson('[' + event.toStdString() + ']', "x").value();

    QVERIFY2(firstProblem(file).contains(part), qPrintable(firstProblem(file)));
}

void TestChromeTrace::refusesWhatIsNoTrace_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "5", "{}", "{\"traceEvents\": {}}", "hello", "{\"a\": [1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestChromeTrace::refusesWhatIsNoTrace()
{
    QFETCH(const QString, text);

    const auto file = readChromeJson(text.toStdString(), "x");

    QVERIFY(!file);
    QVERIFY(file.error().text().find("expected a list of events") != std::string::npos);
}

void TestChromeTrace::keepsThePlaceThatVizTracerNames()
{
    const std::string name = "fetch (/home/ada/app.py:12)";
    const TraceFile file = readChromeJson("[{\"ph\": \"X\", \"ts\": 0, \"dur\": 1, \"name\": \"" +
                                              name + "\"}, {\"ph\": \"X\", \"ts\": 3, \"dur\": 1}]",
                                          "x")
                               .value();

    const Site& site = file.trace->site(file.trace->wait(file.trace->at(2)).site);
    QCOMPARE(site.file, std::string("/home/ada/app.py"));
    QCOMPARE(site.line, 12U);
    QCOMPARE(site.function, std::string("fetch"));
}

COROSCOPE_TEST(TestChromeTrace)
#include "tst_chrome_trace.moc"
