// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/replay/change.h"
#include "core/replay/replay.h"
#include "core/trace/json_lines_reader.h"
#include "tests/support/lessons.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using replay::Change;

namespace {

std::shared_ptr<const Trace> read(const char* events)
{
    std::string text = R"({"coroscope_trace": 1, "clock": "monotonic"})";
    text += '\n';
    text += events;
    const auto file = readJsonLines(text, "x");
    Q_ASSERT(file && file.value().problems.empty());
    return file.value().trace;
}

// What tasks did and what was printed, in order: "1000 a resume", "1000 hello".
QStringList stepsOf(const Trace& trace)
{
    QStringList steps;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const Event event = trace.at(i);
        const QString time = QString::number(event.time.count());
        if (event.kind == EventKind::Print)
            steps << time + QLatin1Char(' ') + QString::fromStdString(trace.text(event));
        const bool isStep = event.kind == EventKind::Resume || event.kind == EventKind::Done;
        if (isStep && trace.task(event.task).kind == TaskInfo::Kind::Task)
            steps << QStringList{time, QString::fromStdString(trace.task(event.task).name),
                                 QLatin1String(wordOf(event.kind).data())}
                         .join(QLatin1Char(' '));
    }
    return steps;
}

double secondsOf(const replay::Replay& replayed)
{
    return toSeconds(replayed.trace->lastTime());
}

// The first event of that kind at that line.
std::uint32_t eventAt(const Trace& trace, EventKind kind, std::uint32_t line)
{
    for (std::uint32_t i = 0; i < trace.size(); ++i) {
        const Event event = trace.at(i);
        if (event.kind != kind)
            continue;
        const SiteId site =
            kind == EventKind::Block ? trace.blockSite(event) : trace.wait(event).site;
        if (site.isValid() && trace.site(site).line == line)
            return i;
    }
    return Event::none;
}

// main awaits fetch() at its lines 10 (which waits twice) and 11, then blocks for 1 s.
constexpr const char* sequential = R"(
{"t":0,"e":"create","task":0,"name":"main","kind":"main","parent":null}
{"t":0,"e":"turn","ready":1,"timers":0}
{"t":0,"e":"resume","task":0}
{"t":0,"e":"suspend","task":0,"why":"sleep","at":["a.py",3,"fetch"],"stack":[["a.py",10,"main"],["a.py",3,"fetch"]]}
{"t":1000000000,"e":"ready","task":0,"by":null,"why":"timer"}
{"t":1000000000,"e":"resume","task":0}
{"t":1000000000,"e":"suspend","task":0,"why":"io","at":["a.py",5,"fetch"],"stack":[["a.py",10,"main"],["a.py",5,"fetch"]]}
{"t":3000000000,"e":"ready","task":0,"by":null,"why":"io"}
{"t":3000000000,"e":"resume","task":0}
{"t":3000000000,"e":"print","task":0,"text":"first"}
{"t":3000000000,"e":"suspend","task":0,"why":"sleep","at":["a.py",3,"fetch"],"stack":[["a.py",11,"main"],["a.py",3,"fetch"]]}
{"t":5000000000,"e":"ready","task":0,"by":null,"why":"timer"}
{"t":5000000000,"e":"resume","task":0}
{"t":5000000000,"e":"block","task":0,"why":"io","at":["a.py",12,"main"]}
{"t":6000000000,"e":"unblock","task":0}
{"t":6000000000,"e":"done","task":0,"how":"returned","value":"None"}
{"t":6000000000,"e":"end","how":"ok"}
)";

// Two tasks, one made and awaited after the other, beside a ticker that a blocking call holds up.
constexpr const char* tasks = R"(
{"t":0,"e":"create","task":0,"name":"main","kind":"main","parent":null}
{"t":0,"e":"turn","ready":1,"timers":0}
{"t":0,"e":"resume","task":0}
{"t":0,"e":"create","task":1,"name":"a","parent":0}
{"t":0,"e":"suspend","task":0,"why":"task","on":[1],"at":["a.py",2,"main"]}
{"t":0,"e":"resume","task":1}
{"t":0,"e":"block","task":1,"why":"sleep","at":["a.py",8,"work"]}
{"t":1000,"e":"unblock","task":1}
{"t":1000,"e":"suspend","task":1,"why":"io","at":["a.py",9,"work"]}
{"t":4000,"e":"ready","task":1,"by":null,"why":"io"}
{"t":4000,"e":"resume","task":1}
{"t":4000,"e":"done","task":1,"how":"returned","value":"1"}
{"t":4000,"e":"ready","task":0,"by":1,"why":"done"}
{"t":4000,"e":"resume","task":0}
{"t":4000,"e":"create","task":2,"name":"b","parent":0}
{"t":4000,"e":"suspend","task":0,"why":"task","on":[2],"at":["a.py",2,"main"]}
{"t":4000,"e":"resume","task":2}
{"t":4000,"e":"block","task":2,"why":"sleep","at":["a.py",8,"work"]}
{"t":5000,"e":"unblock","task":2}
{"t":5000,"e":"suspend","task":2,"why":"io","at":["a.py",9,"work"]}
{"t":9000,"e":"ready","task":2,"by":null,"why":"io"}
{"t":9000,"e":"resume","task":2}
{"t":9000,"e":"done","task":2,"how":"returned","value":"2"}
{"t":9000,"e":"ready","task":0,"by":2,"why":"done"}
{"t":9000,"e":"resume","task":0}
{"t":9000,"e":"done","task":0,"how":"returned","value":"None"}
{"t":9100,"e":"end","how":"ok"}
)";

}  // namespace

class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repeatsEveryLesson_data();
    void repeatsEveryLesson();
    void repeatsARecording_data();
    void repeatsARecording();
    void refusesWhatCannotBeRunAgain_data();
    void refusesWhatCannotBeRunAgain();
    void gathersCallsOfOneTask();
    void gathersTasksThatWereAwaitedOneByOne();
    void makesABlockingCallOnAThread();
    void offersNothingWhereThereIsNothing();
    void tellsALockFromAnother();
    void knowsASemaphoreThatHandsItsPermitOn();
    void awaitsTheEndOfAQueueByWhoEndsIt();
    void beginsAJobWhoeverHandedItIn_data();
    void beginsAJobWhoeverHandedItIn();
    void knowsHowManyThreadsAPoolHas_data();
    void knowsHowManyThreadsAPoolHas();
    void endsWhenItIsStopped();
};

void TestReplay::repeatsEveryLesson_data()
{
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<QString>("program");
    for (const QString& lesson : test::lessonNames()) {
        const scenario::Scenario scenario = test::lesson(lesson);
        for (const scenario::ProgramInfo& program : scenario.programs()) {
            const QString name = QString::fromStdString(program.name);
            if (program.isAsync && program.isListed)
                QTest::addRow("%s/%s", qPrintable(lesson), qPrintable(name)) << lesson << name;
        }
    }
}

void TestReplay::repeatsEveryLesson()
{
    QFETCH(const QString, lesson);
    QFETCH(const QString, program);
    const scenario::Run run = test::runLesson(lesson, program);
    const auto recorded = replay::recordedProgram(run.trace);
    if (run.how == Word::Deadlock) {
        QVERIFY(!recorded);
        return;
    }
    QVERIFY2(recorded, recorded ? "" : recorded.error().text().c_str());
    const replay::Replay replayed = replay::replay(recorded.value());
    QCOMPARE(replayed.how, run.how);
    QCOMPARE(toSeconds(replayed.trace->lastTime()), toSeconds(run.trace->lastTime()));
    // In which order tasks go on within one instant is told apart by passes that a trace tells
    // no more of.
    QStringList expected = stepsOf(*run.trace);
    QStringList actual = stepsOf(*replayed.trace);
    expected.sort();
    actual.sort();
    QCOMPARE(actual, expected);
}

void TestReplay::repeatsARecording_data()
{
    QTest::addColumn<QString>("events");
    QTest::newRow("calls") << QString::fromLatin1(sequential);
    QTest::newRow("tasks") << QString::fromLatin1(tasks);
}

void TestReplay::repeatsARecording()
{
    QFETCH(const QString, events);
    const auto trace = read(events.toLatin1().constData());
    const replay::Replay replayed = replay::replay(replay::recordedProgram(trace).value());
    QCOMPARE(replayed.how, Word::Ok);
    QCOMPARE(replayed.trace->lastTime(), trace->lastTime());
    QCOMPARE(stepsOf(*replayed.trace), stepsOf(*trace));
}

void TestReplay::refusesWhatCannotBeRunAgain_data()
{
    QTest::addColumn<QString>("events");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QString() << QStringLiteral("no event loop was recorded");
    QTest::newRow("no loop") << QStringLiteral(R"({"t":0,"e":"create","task":0,"kind":"main"})")
                             << QStringLiteral("no event loop was recorded");
    QTest::newRow("cut off") << QString::fromLatin1(tasks).section(QLatin1Char('\n'), 0, 9)
                             << QStringLiteral("the recording ends before main does");
    QTest::newRow("two loops") << QString::fromLatin1(tasks).replace(
                                      QLatin1String(R"("name":"b","parent":0)"),
                                      QLatin1String(R"("name":"b","kind":"main")"))
                               << QStringLiteral("more than one event loop was recorded");
}

void TestReplay::refusesWhatCannotBeRunAgain()
{
    QFETCH(const QString, events);
    QFETCH(const QString, reason);
    const auto program = replay::recordedProgram(read(events.toLatin1().constData()));
    QVERIFY(!program);
    QCOMPARE(QString::fromStdString(program.error().text()), reason);
}

void TestReplay::gathersCallsOfOneTask()
{
    const auto trace = read(sequential);
    const auto changes = replay::changesAt(*trace, eventAt(*trace, EventKind::Suspend, 5));
    QVERIFY(!changes.empty());
    QCOMPARE(changes[0].kind, Change::Kind::Gather);
    QCOMPARE(changes[0].parts.size(), std::size_t{2});
    auto program = replay::recordedProgram(trace).value();
    QVERIFY(replay::apply(changes[0], program));
    const replay::Replay replayed = replay::replay(program);
    QCOMPARE(replayed.how, Word::Ok);
    QCOMPARE(secondsOf(replayed), 4.0);  // the longer call's 3 s, and the blocking one
    QVERIFY(stepsOf(*replayed.trace).contains(QStringLiteral("3000000000 first")));
    // Its two waits within one call can be gathered, too.
    QCOMPARE(changes.size(), std::size_t{2});
    auto inner = replay::recordedProgram(trace).value();
    QVERIFY(replay::apply(changes[1], inner));
    QCOMPARE(secondsOf(replay::replay(inner)), 5.0);
}

void TestReplay::gathersTasksThatWereAwaitedOneByOne()
{
    const auto trace = read(tasks);
    const auto changes = replay::changesAt(*trace, eventAt(*trace, EventKind::Suspend, 2));
    QCOMPARE(changes.size(), std::size_t{1});
    auto program = replay::recordedProgram(trace).value();
    QVERIFY(replay::apply(changes[0], program));
    const replay::Replay replayed = replay::replay(program);
    // The blocking calls follow one another, the waits go on side by side.
    QCOMPARE(replayed.trace->lastTime(), Ticks(6100));
    QCOMPARE(replayed.trace->taskCount(), trace->taskCount());
}

void TestReplay::makesABlockingCallOnAThread()
{
    const auto trace = read(tasks);
    const auto changes = replay::changesAt(*trace, eventAt(*trace, EventKind::Block, 8));
    QCOMPARE(changes.size(), std::size_t{1});
    QCOMPARE(changes[0].kind, Change::Kind::Offload);
    auto program = replay::recordedProgram(trace).value();
    QVERIFY(replay::apply(changes[0], program));
    const auto gather = replay::changesAt(*trace, eventAt(*trace, EventKind::Suspend, 2));
    QVERIFY(replay::apply(gather.at(0), program));
    const replay::Replay replayed = replay::replay(program);
    QCOMPARE(replayed.how, Word::Ok);
    QCOMPARE(replayed.trace->lastTime(), Ticks(5100));  // all side by side
    QCOMPARE(replayed.trace->taskCount(), trace->taskCount() + 2);
}

void TestReplay::offersNothingWhereThereIsNothing()
{
    const auto trace = read(tasks);
    QVERIFY(replay::changesAt(*trace, 0).empty());
    QVERIFY(replay::changesAt(*trace, eventAt(*trace, EventKind::Suspend, 9)).empty());
    auto program = replay::recordedProgram(trace).value();
    Change change;
    change.kind = Change::Kind::Offload;
    change.task = {0};
    QVERIFY(!replay::apply(change, program));
    change.task = {99};
    QVERIFY(!replay::apply(change, program));
}

// A lock is a lock in the replay, too: who comes first has it first. If two are called the same,
// wake-ups tell the order.
void TestReplay::tellsALockFromAnother()
{
    const std::string events = R"(
{"t":0,"e":"create","task":0,"name":"main","kind":"main","parent":null}
{"t":0,"e":"turn","ready":1,"timers":0}
{"t":0,"e":"resume","task":0}
{"t":0,"e":"create","task":1,"name":"a","parent":0}
{"t":0,"e":"create","task":2,"name":"b","parent":0}
{"t":0,"e":"suspend","task":0,"why":"gather","on":[1,2]}
{"t":0,"e":"resume","task":1}
{"t":0,"e":"use","task":1,"object":"lock","op":"acquire","level":1}
{"t":0,"e":"suspend","task":1,"why":"sleep","at":["a.py",1,"f"]}
{"t":0,"e":"resume","task":2}
{"t":0,"e":"suspend","task":2,"why":"lock","on":"lock","at":["a.py",2,"f"]}
{"t":50,"e":"ready","task":1,"by":null,"why":"timer"}
{"t":50,"e":"resume","task":1}
{"t":50,"e":"ready","task":2,"by":1,"why":"lock"}
{"t":50,"e":"use","task":1,"object":"lock","op":"release","level":0}
{"t":50,"e":"done","task":1,"how":"returned","value":"None"}
{"t":50,"e":"resume","task":2}
{"t":50,"e":"use","task":2,"object":"lock","op":"acquire","level":1}
{"t":50,"e":"suspend","task":2,"why":"sleep","at":["a.py",3,"f"]}
{"t":90,"e":"ready","task":2,"by":null,"why":"timer"}
{"t":90,"e":"resume","task":2}
{"t":90,"e":"use","task":2,"object":"lock","op":"release","level":0}
{"t":90,"e":"done","task":2,"how":"returned","value":"None"}
{"t":90,"e":"ready","task":0,"by":2,"why":"done"}
{"t":90,"e":"resume","task":0}
{"t":90,"e":"done","task":0,"how":"returned","value":"None"}
)";
    const auto trace = read(events.c_str());
    const auto program = replay::recordedProgram(trace).value();
    QVERIFY(program.objects.at(0).isReliable);
    QCOMPARE(program.objects.at(0).permits, 1);
    QCOMPARE(replay::replay(program).trace->lastTime(), Ticks(90));

    std::string twice = events;  // b has a second lock of that name
    twice.replace(twice.find(R"({"t":50,"e":"ready","task":2)"), 0,
                  R"({"t":50,"e":"use","task":1,"object":"lock","op":"acquire","level":1})"
                  "\n");
    const auto other = replay::recordedProgram(read(twice.c_str())).value();
    QVERIFY(!other.objects.at(0).isReliable);
    QCOMPARE(other.signals, 1U);
    QCOMPARE(replay::replay(other).trace->lastTime(), Ticks(90));
}

// CPython's semaphore never becomes free while somebody waits for it.
void TestReplay::knowsASemaphoreThatHandsItsPermitOn()
{
    const auto trace = read(R"(
{"t":0,"e":"create","task":0,"name":"main","kind":"main","parent":null}
{"t":0,"e":"turn","ready":1,"timers":0}
{"t":0,"e":"resume","task":0}
{"t":0,"e":"create","task":1,"name":"a","parent":0}
{"t":0,"e":"create","task":2,"name":"b","parent":0}
{"t":0,"e":"suspend","task":0,"why":"gather","on":[1,2]}
{"t":0,"e":"resume","task":1}
{"t":0,"e":"use","task":1,"object":"pool","op":"acquire","level":0}
{"t":0,"e":"suspend","task":1,"why":"sleep","at":["a.py",1,"f"]}
{"t":0,"e":"resume","task":2}
{"t":0,"e":"suspend","task":2,"why":"semaphore","on":"pool","at":["a.py",2,"f"]}
{"t":50,"e":"ready","task":1,"by":null,"why":"timer"}
{"t":50,"e":"resume","task":1}
{"t":50,"e":"ready","task":2,"by":1,"why":"semaphore"}
{"t":50,"e":"use","task":1,"object":"pool","op":"release","level":0}
{"t":50,"e":"done","task":1,"how":"returned","value":"None"}
{"t":50,"e":"resume","task":2}
{"t":50,"e":"use","task":2,"object":"pool","op":"acquire","level":0}
{"t":50,"e":"suspend","task":2,"why":"sleep","at":["a.py",3,"f"]}
{"t":90,"e":"ready","task":2,"by":null,"why":"timer"}
{"t":90,"e":"resume","task":2}
{"t":90,"e":"use","task":2,"object":"pool","op":"release","level":1}
{"t":90,"e":"done","task":2,"how":"returned","value":"None"}
{"t":90,"e":"ready","task":0,"by":2,"why":"done"}
{"t":90,"e":"resume","task":0}
{"t":90,"e":"done","task":0,"how":"returned","value":"None"}
)");
    const auto program = replay::recordedProgram(trace).value();
    QVERIFY(program.objects.at(0).isReliable);
    QCOMPARE(program.objects.at(0).permits, 1);
    QCOMPARE(program.signals, 0U);
    QCOMPARE(replay::replay(program).trace->lastTime(), Ticks(90));
}

// `await queue.join()` takes nothing from the queue.
void TestReplay::awaitsTheEndOfAQueueByWhoEndsIt()
{
    const auto trace = read(R"(
{"t":0,"e":"create","task":0,"name":"main","kind":"main","parent":null}
{"t":0,"e":"turn","ready":1,"timers":0}
{"t":0,"e":"resume","task":0}
{"t":0,"e":"create","task":1,"name":"consumer","parent":0}
{"t":0,"e":"use","task":0,"object":"q","op":"put","level":1}
{"t":0,"e":"suspend","task":0,"why":"queue","on":"q","at":["a.py",9,"main"]}
{"t":0,"e":"resume","task":1}
{"t":0,"e":"use","task":1,"object":"q","op":"get","level":0}
{"t":0,"e":"suspend","task":1,"why":"sleep","at":["a.py",2,"f"]}
{"t":70,"e":"ready","task":1,"by":null,"why":"timer"}
{"t":70,"e":"resume","task":1}
{"t":70,"e":"ready","task":0,"by":1,"why":"queue"}
{"t":70,"e":"suspend","task":1,"why":"queue","on":"q","at":["a.py",1,"f"]}
{"t":70,"e":"resume","task":0}
{"t":70,"e":"done","task":0,"how":"returned","value":"None"}
)");
    const replay::Replay replayed = replay::replay(replay::recordedProgram(trace).value());
    QCOMPARE(replayed.how, Word::Ok);
    QCOMPARE(replayed.trace->lastTime(), Ticks(70));
}

void TestReplay::beginsAJobWhoeverHandedItIn_data()
{
    QTest::addColumn<int>("parent");
    QTest::newRow("main") << 0;
    QTest::newRow("a plain function that main called") << 1;
    QTest::newRow("nobody that was recorded") << -1;
}

void TestReplay::beginsAJobWhoeverHandedItIn()
{
    QFETCH(const int, parent);
    QByteArray events = R"(
{"t":0,"e":"create","task":0,"name":"main","kind":"main","parent":null}
{"t":0,"e":"turn","ready":1,"timers":0}
{"t":0,"e":"resume","task":0}
{"t":0,"e":"create","task":1,"name":"call","kind":"call","parent":0}
{"t":0,"e":"resume","task":1}
{"t":0,"e":"create","task":2,"name":"job","kind":"job","parent":PARENT}
{"t":0,"e":"resume","task":2}
{"t":0,"e":"done","task":1,"how":"returned","value":"None"}
{"t":0,"e":"suspend","task":0,"why":"executor","on":[2]}
{"t":40,"e":"done","task":2,"how":"returned","value":"None"}
{"t":40,"e":"ready","task":0,"by":2,"why":"done"}
{"t":40,"e":"resume","task":0}
{"t":40,"e":"done","task":0,"how":"returned","value":"None"}
)";
    events.replace("PARENT", parent < 0 ? QByteArray("null") : QByteArray::number(parent));
    const auto trace = read(events.constData());
    const replay::Replay replayed = replay::replay(replay::recordedProgram(trace).value());
    QCOMPARE(replayed.how, Word::Ok);
    QCOMPARE(replayed.trace->lastTime(), Ticks(40));
}

void TestReplay::knowsHowManyThreadsAPoolHas_data()
{
    QTest::addColumn<int>("created");  // when the second job was handed in
    QTest::addColumn<int>("threads");
    QTest::newRow("a job waited for the thread of another") << 5 << 1;
    QTest::newRow("none had to wait") << 10 << replay::RecordedProgram::mostThreads;
}

void TestReplay::knowsHowManyThreadsAPoolHas()
{
    QFETCH(const int, created);
    QFETCH(const int, threads);
    Trace trace;
    const TaskId main = trace.addTask({"main", "", {}, TaskInfo::Kind::Main, {}});
    const auto put = [&](int time, EventKind kind, TaskId task, Word word = Word::None) {
        trace.append(Ticks(time), kind, word, task);
    };
    put(0, EventKind::Create, main);
    trace.appendTurn({}, {1, 0});
    put(0, EventKind::Resume, main);
    const TaskId first = trace.addTask({"first", "", main, TaskInfo::Kind::Job, {}});
    put(0, EventKind::Create, first);
    put(0, EventKind::Resume, first);
    const TaskId second = trace.addTask({"second", "", main, TaskInfo::Kind::Job, {}});
    if (created < 10)
        put(created, EventKind::Create, second);
    put(10, EventKind::Done, first, Word::Returned);
    if (created == 10)
        put(created, EventKind::Create, second);
    put(10, EventKind::Resume, second);
    put(20, EventKind::Done, second, Word::Returned);
    put(30, EventKind::Done, main, Word::Returned);
    const auto program =
        replay::recordedProgram(std::make_shared<const Trace>(std::move(trace))).value();
    QCOMPARE(program.threads, threads);
}

void TestReplay::endsWhenItIsStopped()
{
    const auto program = replay::recordedProgram(read(tasks)).value();
    std::stop_source stop;
    stop.request_stop();
    replay::ReplayOptions options;
    options.stop = stop.get_token();
    QCOMPARE(replay::replay(program, options).how, Word::Interrupted);
    options = {};
    options.maxEvents = 5;
    QCOMPARE(replay::replay(program, options).how, Word::Interrupted);
}

COROSCOPE_TEST(TestReplay)
#include "tst_replay.moc"
