// SPDX-License-Identifier: MIT
#include <QTest>
#include <sstream>

#include "core/scenario/run.h"
#include "core/trace/json_lines_reader.h"
#include "core/trace/json_lines_writer.h"
#include "tests/support/random/random_scenario.h"
#include "tests/support/sample_traces.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

const std::string header = "{\"coroscope_trace\": 1, \"clock\": \"monotonic\", \"title\": \"T\"}\n";

std::string written(const Trace& trace, const TraceHeader& first = {})
{
    std::ostringstream out;
    writeJsonLines(out, trace, first);
    return out.str();
}

TraceFile read(const std::string& text)
{
    return readJsonLines(text, "x.jsonl").value();
}

std::string firstProblem(const TraceFile& file)
{
    return file.problems.empty() ? std::string() : problemText(file.problems.front(), "x.jsonl");
}

std::string randomTrace(unsigned seed)
{
    const auto scenario = scenario::readScenario(test::randomProgram(seed), "random");
    return written(*scenario::run(scenario.value(), "main", {}).value().trace);
}

}  // namespace

class TestJsonLinesReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatWasWritten();
    void keepsTheHeader();
    void refusesWhatIsNoTrace_data();
    void refusesWhatIsNoTrace();
    void leavesOutAndTellsWhatIsNotSound_data();
    void leavesOutAndTellsWhatIsNotSound();
    void readsAFileCutOffAnywhere();
    void survivesOtherBytes();
    void takesNumbersOfTasksAsTheyCome();
    void tellsTheFirstOfEachProblemAndCountsAll();
};

void TestJsonLinesReader::readsBackWhatWasWritten()
{
    for (unsigned seed = 0; seed < 100; ++seed) {
        const std::string text = randomTrace(seed);
        const TraceFile file = read(text);
        QVERIFY2(file.problems.empty(), firstProblem(file).c_str());
        QCOMPARE(written(*file.trace), text);
    }
}

void TestJsonLinesReader::keepsTheHeader()
{
    const TraceHeader first{"A title", "app.py", false, 1'700'000'000'000'000'000};
    const TraceFile file = read(written(*test::syncDelivery(), first));
    QCOMPARE(file.header.title, first.title);
    QCOMPARE(file.header.source, first.source);
    QCOMPARE(file.header.isVirtual, false);
    QVERIFY(file.header.startUnixNs == first.startUnixNs);
}

void TestJsonLinesReader::refusesWhatIsNoTrace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << ""
                           << "x.jsonl:1: no trace";
    QTest::newRow("no JSON") << "hello\n"
                             << "expected a first line";
    QTest::newRow("a scenario") << "{\"coroscope_scenario\": 1}\n"
                                << "no trace";
    QTest::newRow("version 2") << "{\"coroscope_trace\": 2}\n"
                               << "version 1";
}

void TestJsonLinesReader::refusesWhatIsNoTrace()
{
    QFETCH(const QString, text);
    QFETCH(const QString, part);
    const auto result = readJsonLines(text.toStdString(), "x.jsonl");
    QVERIFY(!result);
    QVERIFY2(QString::fromStdString(result.error().text()).contains(part),
             result.error().text().c_str());
}

void TestJsonLinesReader::leavesOutAndTellsWhatIsNotSound_data()
{
    // After main was created and resumed at 5 ns, lines 2 and 3.
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* line, const char* part) {
        QTest::newRow(name) << line << part;
    };
    row("no JSON", "{", "no JSON object");
    row("a list", "[1]", "no JSON object");
    row("no time", R"({"e": "turn"})", "\"t\" must be");
    row("a fraction", R"({"t": 1.5, "e": "turn"})", "\"t\" must be");
    row("negative", R"({"t": -1, "e": "turn"})", "\"t\" must be");
    row("too late", R"({"t": 9007199254740992, "e": "turn"})", "\"t\" must be");
    row("beyond 64 bits", R"({"t": 18446744073709551615, "e": "turn"})", "\"t\" must be");
    row("backwards", R"({"t": 4, "e": "turn"})", "backwards");
    row("unknown kind", R"({"t": 5, "e": "teleport"})", "no kind of event");
    row("kind is a number", R"({"t": 5, "e": 7})", "no kind of event");
    row("no task", R"({"t": 5, "e": "suspend"})", "\"task\" must be");
    row("never created", R"({"t": 5, "e": "suspend", "task": 9})", "never created");
    row("created twice", R"({"t": 5, "e": "create", "task": 1})", "created before");
    row("resumed twice", R"({"t": 5, "e": "resume", "task": 1})", "cannot come here");
    row("woken while running", R"({"t": 5, "e": "ready", "task": 1})", "cannot come here");
    row("unblocked", R"({"t": 5, "e": "unblock", "task": 1})", "cannot come here");
}

void TestJsonLinesReader::leavesOutAndTellsWhatIsNotSound()
{
    QFETCH(const QString, line);
    QFETCH(const QString, part);
    const std::string text = header + R"({"t": 5, "e": "create", "task": 1, "kind": "main"})" +
                             '\n' + R"({"t": 5, "e": "resume", "task": 1})" + '\n' +
                             line.toStdString() + '\n' + R"({"t": 6, "e": "done", "task": 1})" +
                             '\n';
    const TraceFile file = read(text);
    QCOMPARE(file.leftOut, std::size_t{1});
    const QString problem = QString::fromStdString(firstProblem(file));
    QVERIFY2(problem.startsWith(QStringLiteral("x.jsonl:4: ")), qPrintable(problem));
    QVERIFY2(problem.contains(part), qPrintable(problem));
    QCOMPARE(file.trace->size(), std::size_t{3});
}

void TestJsonLinesReader::readsAFileCutOffAnywhere()
{
    const std::string text = randomTrace(1);
    const std::size_t start = text.find('\n') + 1;
    for (std::size_t length = start; length <= text.size(); ++length) {
        const TraceFile file = read(text.substr(0, length));
        const auto whole = static_cast<std::size_t>(
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
        // The last line counts as soon as its JSON is whole.
        const bool hasLastLine = file.trace->size() == whole;
        QVERIFY(file.trace->size() == whole - 1 || hasLastLine);
        QCOMPARE(file.problems.empty(), hasLastLine || text[length - 1] == '\n');
    }
}

void TestJsonLinesReader::survivesOtherBytes()
{
    const std::string text = randomTrace(1);
    const std::size_t start = text.find('\n') + 1;
    for (std::size_t at = start; at < text.size(); at += 37) {
        for (const char byte : {'\0', '\n', '"', '}', '9', '\xff'}) {
            std::string broken = text;
            broken[at] = byte;
            const TraceFile again = read(written(*read(broken).trace));
            QVERIFY(again.problems.empty());
        }
    }
}

void TestJsonLinesReader::takesNumbersOfTasksAsTheyCome()
{
    const TraceFile file =
        read(header + R"({"t": 0, "e": "create", "task": -7, "name": "main"})" + '\n' +
             R"({"t": 0, "e": "create", "task": 9000000000, "parent": -7})" + '\n');
    QVERIFY(file.problems.empty());
    QCOMPARE(file.trace->taskCount(), std::size_t{2});
    QCOMPARE(file.trace->task(TaskId{0}).name, std::string("main"));
    QVERIFY(file.trace->task(TaskId{1}).parent == TaskId{0});
}

void TestJsonLinesReader::tellsTheFirstOfEachProblemAndCountsAll()
{
    std::string text = header;
    for (int i = 0; i < 1000; ++i)
        text += "nonsense\n{\"t\": 0, \"e\": \"teleport\"}\n";
    const TraceFile file = read(text);
    QCOMPARE(file.leftOut, std::size_t{2000});
    QCOMPARE(file.problems.size(), std::size_t{2});
    QCOMPARE(problemText(file.problems[0], "x"),
             std::string("x:2: no JSON object in this line (and 999 more)"));
    QCOMPARE(file.problems[1].line, std::size_t{3});
    QCOMPARE(file.problems[1].count, std::size_t{1000});
}

COROSCOPE_TEST(TestJsonLinesReader)
#include "tst_json_lines_reader.moc"
