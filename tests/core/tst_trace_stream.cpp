// SPDX-License-Identifier: MIT
#include <QTest>
#include <sstream>

#include "core/scenario/run.h"
#include "core/trace/json_lines_writer.h"
#include "core/trace/trace_stream.h"
#include "tests/support/compact_text.h"
#include "tests/support/event_words.h"
#include "tests/support/random/random_scenario.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

std::string written(const Trace& trace)
{
    std::ostringstream out;
    writeJsonLines(out, trace, {});
    return out.str();
}

std::string randomTrace(unsigned seed)
{
    const auto scenario = scenario::readScenario(test::randomProgram(seed), "random");
    return written(*scenario::run(scenario.value(), "main", {}).value().trace);
}

const std::string compact = test::compactText(R"json(
    {"e": "spawn", "id": 16, "label": "main()", "kind": "main"}
    {"e": "await", "id": 17, "why": "yield"}
    steps 1 0 1 16, 2 3 1 17
    {"e": "watermark", "t": 4}
    steps 6 3 1 17, 10 2 1 1
    {"e": "watermark", "t": 11}
    {"t": 13, "e": "end", "how": "ok"})json");

std::string readInPieces(const std::string& text, std::size_t size)
{
    TraceStream stream;
    for (std::size_t at = 0; at < text.size(); at += size) {
        if (!stream.append(std::string_view(text).substr(at, size)))
            return "error";
    }
    if (!stream.finish() || !stream.problems().all().empty())
        return "problem";
    return written(*stream.trace());
}

}  // namespace

class TestTraceStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheSameInPiecesOfAnySize_data();
    void readsTheSameInPiecesOfAnySize();
    void growsAtItsEndOnly();
    void showsWhatAWatermarkHasPassed();
    void showsWhatComesTooLateAtOnce();
    void refusesWhatIsNoTraceAtItsFirstLine();
    void countsALastLineWithoutAnEndIfItIsWhole();
    void skipsAByteOrderMark();
};

void TestTraceStream::readsTheSameInPiecesOfAnySize_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("plain") << randomTrace(1);
    QTest::newRow("compact") << compact;
}

void TestTraceStream::readsTheSameInPiecesOfAnySize()
{
    QFETCH(const std::string, text);
    const std::string whole = readInPieces(text, text.size());

    QVERIFY(whole.size() > 200);
    for (const std::size_t size : {1, 2, 7, 64, 1000})
        QCOMPARE(readInPieces(text, size), whole);
}

void TestTraceStream::growsAtItsEndOnly()
{
    const std::string text = randomTrace(2);
    TraceStream stream;
    const auto trace = stream.trace();
    std::string before = test::eventWords(*trace);

    for (std::size_t at = 0; at < text.size(); at += 100) {
        QVERIFY(stream.append(std::string_view(text).substr(at, 100)));
        const std::string after = test::eventWords(*trace);
        QVERIFY(after.starts_with(before));
        before = after;
    }

    QVERIFY(stream.finish());
    QVERIFY(stream.trace() == trace);
    QVERIFY(trace->size() > 10);
}

void TestTraceStream::showsWhatAWatermarkHasPassed()
{
    TraceStream stream;
    const std::size_t second = compact.find("{\"e\": \"steps\"", compact.find("watermark"));

    QVERIFY(stream.append(std::string_view(compact).substr(0, second)));
    QCOMPARE(test::eventWords(*stream.trace()), std::string("1 create 0\n2 resume 0\n"));
    QCOMPARE(stream.knownUntil(), Ticks(4));

    QVERIFY(stream.append(std::string_view(compact).substr(second)));
    QCOMPARE(stream.trace()->size(), std::size_t{8});
    QCOMPARE(stream.knownUntil(), Ticks(13));
}

void TestTraceStream::showsWhatComesTooLateAtOnce()
{
    TraceStream stream;
    QVERIFY(stream.append(std::string_view(compact).substr(0, compact.find("{\"t\": 13"))));
    QVERIFY(stream.append("{\"t\": 7, \"e\": \"mark\"}\n{\"e\": \"watermark\", \"t\": 12}\n"));

    QVERIFY(test::eventWords(*stream.trace()).ends_with("10 resume 0\n10 mark\n"));
    QCOMPARE(stream.problems().all().size(), std::size_t{1});
    QCOMPARE(stream.problems().all()[0].kind, TraceProblem::Kind::Late);
    QCOMPARE(stream.problems().leftOut(), std::size_t{0});
}

void TestTraceStream::refusesWhatIsNoTraceAtItsFirstLine()
{
    TraceStream stream;
    QVERIFY(stream.append("{\"coroscope"));
    QVERIFY(!stream.header());
    QVERIFY(!stream.append("_scenario\": 1}\n{\"t\": 0, \"e\": \"turn\"}\n"));
    QVERIFY(!stream.append(compact));
    QVERIFY(!stream.finish());
    QCOMPARE(stream.trace()->size(), std::size_t{0});

    TraceStream empty;
    QVERIFY(!empty.finish());
}

void TestTraceStream::countsALastLineWithoutAnEndIfItIsWhole()
{
    const std::string header = "{\"coroscope_trace\": 1}\n";
    TraceStream whole;
    QVERIFY(whole.append(header + "{\"t\": 0, \"e\": \"turn\"}"));
    QVERIFY(whole.finish());
    QCOMPARE(whole.trace()->size(), std::size_t{1});
    QVERIFY(whole.problems().all().empty());

    TraceStream cut;
    QVERIFY(cut.append(header + "{\"t\": 0, \"e\": \"turn\""));
    QVERIFY(cut.finish());
    QCOMPARE(cut.trace()->size(), std::size_t{0});
    QCOMPARE(cut.problems().all().size(), std::size_t{1});
    QCOMPARE(cut.problems().all()[0].kind, TraceProblem::Kind::CutOff);
    QCOMPARE(cut.problems().all()[0].line, std::size_t{2});
}

void TestTraceStream::skipsAByteOrderMark()
{
    TraceStream stream;
    QVERIFY(stream.append("\xef\xbb\xbf" + compact));
    QVERIFY(stream.finish());
    QCOMPARE(stream.trace()->size(), std::size_t{8});
}


COROSCOPE_TEST(TestTraceStream)
#include "tst_trace_stream.moc"
