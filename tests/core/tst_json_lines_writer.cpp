// SPDX-License-Identifier: MIT
#include <QTest>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/trace/json_lines_writer.h"
#include "tests/support/sample_traces.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr TaskId first{0};

QStringList linesOf(const Trace& trace, const TraceHeader& header = {})
{
    std::ostringstream out;
    writeJsonLines(out, trace, header);
    return QString::fromStdString(out.str()).split(QLatin1Char('\n'));
}

// The trace's only event, as a line.
QString lineOf(const Trace& trace)
{
    return linesOf(trace).at(1);
}

// What a row of the table appends to a trace that has two tasks, an object and a site.
using Append = void (*)(Trace&);

void create(Trace& trace)
{
    trace.append({}, EventKind::Create, Word::None, TaskId{1});
}
void createMain(Trace& trace)
{
    trace.append({}, EventKind::Create, Word::None, first);
}
void readyByTask(Trace& trace)
{
    trace.append(Ticks(7), EventKind::Ready, Word::Done, first, 1);
}
void readyByTimer(Trace& trace)
{
    trace.append(Ticks(7), EventKind::Ready, Word::Timer, first);
}
void resume(Trace& trace)
{
    trace.append(Trace::maxTime, EventKind::Resume, Word::None, first);
}
void suspendOnTasks(Trace& trace)
{
    const std::vector<TaskId> tasks{{1}, {0}};
    trace.append({}, EventKind::Suspend, Word::Gather, first, trace.addWait({}, tasks));
}
void suspendWithinCalls(Trace& trace)
{
    const StackId outer = trace.addFrame({}, SiteId{0});
    const StackId stack = trace.addFrame(outer, trace.addSite({"b.py", 8, ""}));
    trace.append({}, EventKind::Suspend, Word::Io, first, trace.addWait({}, {}, stack));
}
void suspendOnObject(Trace& trace)
{
    Wait wait;
    wait.object = ObjectId{0};
    wait.site = SiteId{0};
    trace.append({}, EventKind::Suspend, Word::Lock, first, trace.addWait(wait));
}
void suspendOnTimer(Trace& trace)
{
    Wait wait;
    wait.until = Ticks(0);
    trace.append({}, EventKind::Suspend, Word::Sleep, first, trace.addWait(wait));
}
void suspendToYield(Trace& trace)
{
    trace.append({}, EventKind::Suspend, Word::Yield, first);
}
void block(Trace& trace)
{
    trace.append({}, EventKind::Block, Word::Sleep, first, 0);
}
void blockNowhere(Trace& trace)
{
    trace.append({}, EventKind::Block, Word::Work, first);
}
void unblock(Trace& trace)
{
    trace.append({}, EventKind::Unblock, Word::None, first);
}
void use(Trace& trace)
{
    trace.append({}, EventKind::Use, Word::Acquire, first, trace.addUse({ObjectId{0}, -1}));
}
void cancel(Trace& trace)
{
    trace.append({}, EventKind::Cancel, Word::None, first, trace.addCancel({TaskId{1}, "why"}));
}
void cancelByNobody(Trace& trace)
{
    trace.append({}, EventKind::Cancel, Word::None, first, trace.addCancel({}));
}
void print(Trace& trace)
{
    trace.append({}, EventKind::Print, Word::Stdout, first, trace.addText("배달 \"완료\"\n\x01"));
}
void printBrokenText(Trace& trace)
{
    trace.append({}, EventKind::Print, Word::Stderr, first, trace.addText("a\xff"));
}
void doneWithValue(Trace& trace)
{
    trace.append({}, EventKind::Done, Word::Returned, first, trace.addOutcome({"10", ""}));
}
void doneWithLongValue(Trace& trace)
{
    std::string value;
    for (int i = 0; i < 300; ++i)
        value += "가";
    trace.append({}, EventKind::Done, Word::Returned, first, trace.addOutcome({value, ""}));
}
void doneWithError(Trace& trace)
{
    trace.append({}, EventKind::Done, Word::Raised, first, trace.addOutcome({"no", "ValueError"}));
}
void turn(Trace& trace)
{
    trace.appendTurn({}, {3, 4});
}
void mark(Trace& trace)
{
    trace.append({}, EventKind::Mark, Word::None, {}, trace.addText("here"));
}
void endWell(Trace& trace)
{
    trace.append({}, EventKind::End, Word::Ok, {}, trace.addOutcome({"None", ""}));
}
void endBadly(Trace& trace)
{
    trace.append({}, EventKind::End, Word::Raised, {}, trace.addOutcome({"no", "ValueError"}));
}

}  // namespace

Q_DECLARE_METATYPE(Append)

class TestJsonLinesWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheHeader_data();
    void beginsWithTheHeader();
    void writesEachKindOfEvent_data();
    void writesEachKindOfEvent();
    void writesAllEventsInOrder();
    void stopsWhenTheStreamIsBroken();
};

void TestJsonLinesWriter::beginsWithTheHeader_data()
{
    QTest::addColumn<TraceHeader>("header");
    QTest::addColumn<QString>("expected");

    QTest::newRow("virtual time")
        << TraceHeader{"배달", "delivery", true, {}}
        << R"json({"coroscope_trace":1,"clock":"virtual","title":"배달","source":"delivery","start_unix_ns":null})json";
    QTest::newRow("real time")
        << TraceHeader{"", "a\"b.json", false, 1234567890123456789}
        << R"json({"coroscope_trace":1,"clock":"monotonic","title":"","source":"a\"b.json","start_unix_ns":1234567890123456789})json";
    QTest::newRow("a process that was recorded")
        << TraceHeader{"app.py", "app.py", false, {}, "3.12.1", 7, {"app.py", "--fast"}}
        << R"json({"coroscope_trace":1,"clock":"monotonic","title":"app.py","source":"app.py","start_unix_ns":null,"pid":7,"argv":["app.py","--fast"],"python":"3.12.1"})json";
    QTest::newRow("a file name that is no UTF-8")
        << TraceHeader{"", "a\xff", true, {}}
        << QStringLiteral(
               "{\"coroscope_trace\":1,\"clock\":\"virtual\",\"title\":\"\",\"source\":\"a\uFFFD\","
               "\"start_unix_ns\":null}");
}

void TestJsonLinesWriter::beginsWithTheHeader()
{
    QFETCH(TraceHeader, header);
    QFETCH(QString, expected);

    const QStringList lines = linesOf(Trace(), header);

    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], expected);
    QCOMPARE(lines[1], QString());
}

void TestJsonLinesWriter::writesEachKindOfEvent_data()
{
    QTest::addColumn<Append>("append");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char* name, Append append, const QString& expected) {
        QTest::newRow(name) << append << expected;
    };
    row("create", create,
        R"json({"t":0,"e":"create","task":1,"name":"Task-2","label":"f('A')","parent":0,"kind":"call","at":["a.py",3,"f"]})json");
    row("create main", createMain,
        R"json({"t":0,"e":"create","task":0,"name":"Task-1","label":"main()","parent":null,"kind":"main"})json");
    row("ready", readyByTask, R"json({"t":7,"e":"ready","task":0,"by":1,"why":"done"})json");
    row("ready by a timer", readyByTimer,
        R"json({"t":7,"e":"ready","task":0,"by":null,"why":"timer"})json");
    row("resume", resume, R"json({"t":9007199254740991,"e":"resume","task":0})json");
    row("suspend on tasks", suspendOnTasks,
        R"json({"t":0,"e":"suspend","task":0,"why":"gather","on":[1,0],"until":null})json");
    row("suspend within calls", suspendWithinCalls,
        R"json({"t":0,"e":"suspend","task":0,"why":"io","until":null,"stack":[["a.py",3,"f"],["b.py",8]]})json");
    row("suspend on an object", suspendOnObject,
        R"json({"t":0,"e":"suspend","task":0,"why":"lock","on":"db","until":null,"at":["a.py",3,"f"]})json");
    row("suspend until a time", suspendOnTimer,
        R"json({"t":0,"e":"suspend","task":0,"why":"sleep","until":0})json");
    row("suspend to yield", suspendToYield,
        R"json({"t":0,"e":"suspend","task":0,"why":"yield","until":null})json");
    row("block", block,
        R"json({"t":0,"e":"block","task":0,"why":"sleep","at":["a.py",3,"f"]})json");
    row("block at an unknown place", blockNowhere,
        R"json({"t":0,"e":"block","task":0,"why":"work"})json");
    row("unblock", unblock, R"json({"t":0,"e":"unblock","task":0})json");
    row("use", use,
        R"json({"t":0,"e":"use","task":0,"object":"db","op":"acquire","level":-1})json");
    row("cancel", cancel, R"json({"t":0,"e":"cancel","task":0,"by":1,"message":"why"})json");
    row("cancel by nobody", cancelByNobody,
        R"json({"t":0,"e":"cancel","task":0,"by":null,"message":null})json");
    row("print", print,
        R"json({"t":0,"e":"print","task":0,"text":"배달 \"완료\"\n\u0001","stream":"stdout"})json");
    row("print what is no UTF-8", printBrokenText,
        QStringLiteral(
            "{\"t\":0,\"e\":\"print\",\"task\":0,\"text\":\"a\uFFFD\",\"stream\":\"stderr\"}"));
    row("done with a value", doneWithValue,
        R"json({"t":0,"e":"done","task":0,"how":"returned","value":"10"})json");
    row("done with a long value", doneWithLongValue,
        QStringLiteral("{\"t\":0,\"e\":\"done\",\"task\":0,\"how\":\"returned\",\"value\":\"%1…\"}")
            .arg(QString(199, QChar(0xac00))));
    row("done with an error", doneWithError,
        R"json({"t":0,"e":"done","task":0,"how":"raised","error":"ValueError","message":"no"})json");
    row("turn", turn, R"json({"t":0,"e":"turn","ready":3,"timers":4})json");
    row("mark", mark, R"json({"t":0,"e":"mark","text":"here"})json");
    row("end", endWell, R"json({"t":0,"e":"end","how":"ok","error":null})json");
    row("end with an error", endBadly,
        R"json({"t":0,"e":"end","how":"raised","error":"ValueError"})json");
}

void TestJsonLinesWriter::writesEachKindOfEvent()
{
    QFETCH(Append, append);
    QFETCH(QString, expected);
    Trace trace;
    trace.addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
    trace.addSite({"a.py", 3, "f"});
    trace.addTask({"Task-2", "f('A')", first, TaskInfo::Kind::Call, SiteId{0}});
    trace.addObject("db");
    append(trace);

    QCOMPARE(lineOf(trace), expected);
    QVERIFY(nlohmann::json::accept(lineOf(trace).toStdString()));
}

void TestJsonLinesWriter::writesAllEventsInOrder()
{
    const auto trace = test::gatherDelivery();

    const QStringList lines = linesOf(*trace);

    QCOMPARE(lines.size(), static_cast<int>(trace->size()) + 2);
    for (std::size_t row = 0; row < trace->size(); ++row) {
        const auto line = nlohmann::json::parse(lines[static_cast<int>(row) + 1].toStdString());
        QCOMPARE(line.at("t").get<std::int64_t>(), trace->timeAt(row).count());
        QCOMPARE(line.at("e").get<std::string>(), std::string(wordOf(trace->at(row).kind)));
    }
}

void TestJsonLinesWriter::stopsWhenTheStreamIsBroken()
{
    std::ostringstream out;
    out.setstate(std::ios::badbit);

    writeJsonLines(out, *test::gatherDelivery(), {});

    QVERIFY(!out);
    QCOMPARE(out.str(), std::string());
}

COROSCOPE_TEST(TestJsonLinesWriter)
#include "tst_json_lines_writer.moc"
