// SPDX-License-Identifier: MIT
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <random>
#include <sstream>

#include "core/runtime/clock.h"
#include "core/scenario/run.h"
#include "core/trace/json_lines_writer.h"
#include "tests/support/random/random_scenario.h"
#include "tests/support/test_registry.h"
#include "tests/support/trace_grammar.h"

using namespace coroscope;
using namespace coroscope::scenario;
using namespace coroscope::test;

namespace {

Scenario delivery()
{
    return loadScenario(TEST_DATA_DIR "/../../resources/scenarios/delivery.scenario.json").value();
}

// A scenario of one main with this body, and a function f(x) that sleeps for x and returns it.
Scenario mainOf(const std::string& body)
{
    const std::string text = R"json({"coroscope_scenario": 1,
        "parameters": [{"name": "a", "min": 0, "max": 20, "value": 10}],
        "functions": [
            {"name": "f", "params": ["x"], "body": [{"sleep": "$x"}, {"return": "$x"}]},
            {"name": "fails", "params": [], "body": [{"sleep": 1},
                {"raise": "ValueError", "message": "no"}]},
            {"name": "recurs", "params": [], "body": [{"await": {"call": "recurs"}}]}],
        "mains": [{"name": "main", "body": )json" +
                             body + "}]}";
    auto read = readScenario(text, "x.json");
    if (!read)
        qFatal("%s", read.error().text().c_str());
    return std::move(read).value();
}

QString textOf(const Run& run)
{
    QString text;
    for (std::size_t row = 0; row < run.trace->size(); ++row) {
        const Event event = run.trace->at(row);
        if (event.kind == EventKind::Print)
            text += QString::fromStdString(run.trace->text(event)) + QLatin1Char('\n');
    }
    return text;
}

QString endOf(const Run& run)
{
    const Outcome& outcome = run.outcome;
    return QString::fromStdString(std::string(wordOf(run.how)) + " " + outcome.error + ": " +
                                  outcome.text);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A Python that has asyncio's TaskGroup; empty if there is none.
QString python()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("python3"));
    const QString check = QStringLiteral("import sys; sys.exit(sys.version_info < (3, 11))");
    const bool isNew =
        !program.isEmpty() && QProcess::execute(program, {QStringLiteral("-c"), check}) == 0;
    return isNew ? program : QString();
}

std::string bytesOf(const Trace& trace)
{
    std::ostringstream out;
    writeJsonLines(out, trace, {});
    return out.str();
}

}  // namespace

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsWhatCPythonPrints_data();
    void printsWhatCPythonPrints();
    void theExpectedTextsAreCPythons_data() { printsWhatCPythonPrints_data(); }
    void theExpectedTextsAreCPythons();
    void takesParameters_data();
    void takesParameters();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void endsAsMainEnds_data();
    void endsAsMainEnds();
    void returnsErrorsInLists();
    void printsAtOnce();
    void stopsWhenItIsToldTo();
    void stopsAProgramThatNeverEnds();
    void sleepingForEverIsOutOfTime();
    void cleansUpTheTasksThatAreLeft();
    void givesCallsRowsFromTheStart();
    void usesTheClockThatItIsGiven();
    void keepsTheTracesGrammar_data();
    void keepsTheTracesGrammar();
    void doesTheSameEachTime();
};

void TestRun::printsWhatCPythonPrints_data()
{
    QTest::addColumn<QString>("program");

    for (const char* program : {"sync", "sequential", "gather", "create_task"})
        QTest::newRow(program) << QString::fromLatin1(program);
}

void TestRun::printsWhatCPythonPrints()
{
    QFETCH(QString, program);
    const QByteArray expected =
        contentOf(QStringLiteral(TEST_DATA_DIR "/python/delivery_%1.txt").arg(program));

    const auto result = run(delivery(), program.toStdString());

    QVERIFY(!expected.isEmpty());
    QCOMPARE(textOf(result.value()), QString::fromUtf8(expected));
}

void TestRun::theExpectedTextsAreCPythons()
{
    QFETCH(QString, program);
    const QString interpreter = python();
    if (interpreter.isEmpty())
        QSKIP("needs Python 3.11 or later");
    const QString path = QStringLiteral(TEST_DATA_DIR "/python/delivery_%1").arg(program);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONIOENCODING"), QStringLiteral("utf-8"));
    environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);

    process.start(interpreter, {QStringLiteral(TEST_DATA_DIR "/python/run_virtually.py"),
                                path + QStringLiteral(".py")});

    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.readAllStandardOutput(), contentOf(path + QStringLiteral(".txt")));
}

void TestRun::takesParameters_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("line");
    QTest::addColumn<qint64>("milliseconds");

    const qint64 rest = 7'000;
    QTest::newRow("an int") << Value(std::int64_t{1}) << "A 식사 완료, 1시간 소요..."
                            << 1000 + rest;
    QTest::newRow("a float") << Value(1.0) << "A 식사 완료, 1.0시간 소요..." << 1000 + rest;
    QTest::newRow("a fraction") << Value(2.5) << "A 식사 완료, 2.5시간 소요..." << 2500 + rest;
    QTest::newRow("nothing") << Value(std::int64_t{0}) << "A 식사 완료, 0시간 소요..." << rest;
}

void TestRun::takesParameters()
{
    QFETCH(Value, value);
    QFETCH(QString, line);
    QFETCH(qint64, milliseconds);
    RunOptions options;
    options.parameters["a"] = value;

    const auto result = run(delivery(), "sync", options);

    QVERIFY(textOf(result.value()).contains(line));
    QCOMPARE(result.value().trace->lastTime(), Ticks(std::chrono::milliseconds(milliseconds)));
}

void TestRun::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("expected");

    const Value one(std::int64_t{1});
    const QString range = QStringLiteral(
        "the parameter \"a\" cannot be %1; expected a number "
        "from 0.0 to 20.0");
    QTest::newRow("a program") << "fibers"
                               << "a" << one
                               << "there is no program \"fibers\"; expected \"sync\", "
                                  "\"sequential\", \"gather\", \"create_task\", \"task_group\", "
                                  "\"as_completed\", \"threads\" or \"processes\"";
    QTest::newRow("a parameter") << "sync"
                                 << "aa" << one
                                 << "there is no parameter \"aa\"; expected \"a\", \"b\" or \"c\"";
    QTest::newRow("a value that is too small") << "sync"
                                               << "a" << Value(-0.5) << range.arg(-0.5);
    QTest::newRow("a value that is too large")
        << "sync"
        << "a" << Value(20.5) << range.arg(QStringLiteral("20.5"));
    QTest::newRow("a value that is no number")
        << "sync"
        << "a" << Value(std::string("x")) << range.arg(QStringLiteral("'x'"));
    QTest::newRow("not a number") << "sync"
                                  << "a" << Value(std::nan("")) << range.arg(QStringLiteral("nan"));
}

void TestRun::refusesWhatItDoesNotKnow()
{
    QFETCH(QString, program);
    QFETCH(QString, name);
    QFETCH(Value, value);
    RunOptions options;
    options.parameters[name.toStdString()] = value;

    const auto result = run(delivery(), program.toStdString(), options);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Usage);
    QTEST(QString::fromStdString(result.error().message), "expected");
}

void TestRun::endsAsMainEnds_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("end");
    QTest::addColumn<qint64>("seconds");

    QTest::newRow("with nothing") << "[]"
                                  << "ok : None" << qint64{0};
    QTest::newRow("with a value") << R"([{"return": ["a", 1.0]}])"
                                  << "ok : ['a', 1.0]" << qint64{0};
    QTest::newRow("with an exception") << R"([{"sleep": 2}, {"raise": "KeyError", "message": "k"}])"
                                       << "raised KeyError: 'k'" << qint64{2};
    QTest::newRow("with a task's exception")
        << R"([{"gather": [{"call": "fails"}, {"call": "f", "args": [5]}]}])"
        << "raised ValueError: no" << qint64{1};
    QTest::newRow("with a cancelled task")
        << R"([{"create_task": {"call": "f", "args": [9]}, "into": "t"}, {"sleep": 1},
               {"cancel": "$t", "message": "m"}, {"await": "$t"}])"
        << "raised CancelledError: m" << qint64{1};
    QTest::newRow("with a variable that has no value")
        << R"([{"if": [1, "==", 2], "then": [{"let": "x", "be": 1}]}, {"print": "$x"}])"
        << "raised UnboundLocalError: cannot access local variable 'x' where it is not associated "
           "with a value"
        << qint64{0};
    QTest::newRow("with endless recursion") << R"([{"await": {"call": "recurs"}}])"
                                            << "raised RecursionError: maximum recursion depth "
                                               "exceeded"
                                            << qint64{0};
    QTest::newRow("while another task fails unseen")
        << R"([{"create_task": {"call": "fails"}}, {"sleep": 3}, {"return": 1}])"
        << "ok : 1" << qint64{3};
}

void TestRun::endsAsMainEnds()
{
    QFETCH(QString, body);
    QFETCH(qint64, seconds);

    const auto result = run(mainOf(body.toStdString()), "main");

    QTEST(endOf(result.value()), "end");
    const Trace& trace = *result.value().trace;
    QCOMPARE(trace.lastTime(), Ticks(std::chrono::seconds(seconds)));
    QCOMPARE(trace.at(trace.size() - 1).kind, EventKind::End);
    QCOMPARE(grammarError(trace), QString());
}

void TestRun::returnsErrorsInLists()
{
    const auto result = run(mainOf(R"([{"gather": [{"call": "fails"}, {"call": "f", "args": [2]}],
        "return_exceptions": true, "into": "r"}, {"print": "$r"}])"),
                            "main");

    QCOMPARE(textOf(result.value()), QStringLiteral("[ValueError('no'), 2]\n"));
}

void TestRun::printsAtOnce()
{
    QStringList printed;
    RunOptions options;
    options.onPrint = [&](const std::string& text) { printed << QString::fromStdString(text); };

    const auto result = run(delivery(), "gather", options);

    QCOMPARE(printed.join(QLatin1Char('\n')) + QLatin1Char('\n'), textOf(result.value()));
}

void TestRun::stopsWhenItIsToldTo()
{
    std::stop_source source;
    RunOptions options;
    options.stop = source.get_token();
    options.onPrint = [&](const std::string&) { source.request_stop(); };

    const auto result = run(delivery(), "gather", options);

    QCOMPARE(endOf(result.value()), QStringLiteral("interrupted : it was stopped"));
    QCOMPARE(textOf(result.value()), QStringLiteral("A에게 배달 완료!\n"));
    QCOMPARE(grammarError(*result.value().trace), QString());
}

void TestRun::stopsAProgramThatNeverEnds()
{
    RunOptions options;
    options.maxEvents = 1000;

    const auto result =
        run(mainOf(R"([{"repeat": 1000000000, "body": [{"yield": true}]}])"), "main", options);

    QCOMPARE(endOf(result.value()), QStringLiteral("interrupted : it made more than 1000 events"));
    QVERIFY(result.value().trace->size() < 1010);
}

void TestRun::sleepingForEverIsOutOfTime()
{
    for (const char* body : {R"([{"sleep": 1e12}])", R"([{"block": 1e300}, {"print": 1}])"}) {
        const auto result = run(mainOf(body), "main");

        QCOMPARE(endOf(result.value()),
                 QStringLiteral("interrupted : it went on for more than 104 days"));
        QCOMPARE(textOf(result.value()), QString());
    }
}

void TestRun::cleansUpTheTasksThatAreLeft()
{
    const auto result =
        run(mainOf(R"([{"create_task": {"call": "f", "args": [50]}}, {"sleep": 1}])"), "main");

    const Trace& trace = *result.value().trace;
    QStringList ends;
    for (std::size_t row = 0; row < trace.size(); ++row) {
        const Event event = trace.at(row);
        if (event.kind == EventKind::Done)
            ends << QString::fromStdString(trace.task(event.task).name + ' ' +
                                           std::string(wordOf(event.word)));
    }
    QCOMPARE(ends.join(QStringLiteral(", ")), QStringLiteral("Task-1 returned, Task-2 cancelled"));
    QCOMPARE(trace.lastTime(), Ticks(std::chrono::seconds(1)));
    QCOMPARE(grammarError(trace), QString());
}

void TestRun::givesCallsRowsFromTheStart()
{
    const auto result = run(delivery(), "sync");
    const Trace& trace = *result.value().trace;

    QStringList rows;
    for (std::uint32_t id = 0; id < trace.taskCount(); ++id)
        rows << QString::fromStdString(trace.task({id}).label);
    QCOMPARE(rows.join(QLatin1Char(' ')),
             QStringLiteral("main() delivery('A', 10) delivery('B', 3) delivery('C', 4)"));
    for (std::size_t row = 0; row < trace.size(); ++row)
        QVERIFY(trace.at(row).kind != EventKind::Create || trace.timeAt(row) == Ticks{});
    QCOMPARE(grammarError(trace), QString());
}

void TestRun::usesTheClockThatItIsGiven()
{
    VirtualClock clock;
    RunOptions options;
    options.clock = &clock;

    const auto result = run(delivery(), "gather", options);

    QCOMPARE(clock.now(), Ticks(std::chrono::seconds(10)));
    QCOMPARE(result.value().trace->lastTime(), clock.now());
}

void TestRun::keepsTheTracesGrammar_data()
{
    QTest::addColumn<int>("firstSeed");

    for (int seed = 0; seed < 500; seed += 100)
        QTest::addRow("seeds from %d", seed) << seed;
}

void TestRun::keepsTheTracesGrammar()
{
    QFETCH(int, firstSeed);
    for (int seed = firstSeed; seed < firstSeed + 100; ++seed) {
        const std::string text = randomProgram(static_cast<unsigned>(seed));
        const auto scenario = readScenario(text, "random");
        QVERIFY2(scenario, text.c_str());
        RunOptions options;
        options.maxEvents = 50'000;

        const auto result = run(scenario.value(), "main", options);

        const QString error = grammarError(*result.value().trace);
        QVERIFY2(error.isEmpty(), qPrintable(error + QString::fromStdString(text)));
    }
}

void TestRun::doesTheSameEachTime()
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        const auto scenario = readScenario(randomProgram(seed), "random");
        const auto first = run(scenario.value(), "main");
        const auto second = run(scenario.value(), "main");

        QVERIFY(bytesOf(*first.value().trace) == bytesOf(*second.value().trace));
    }
}

COROSCOPE_TEST(TestRun)
#include "tst_run.moc"
