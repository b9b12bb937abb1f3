// SPDX-License-Identifier: MIT
#include <QTest>
#include <array>

#include "core/analysis/because.h"
#include "core/scenario/run.h"
#include "tests/support/sample_traces.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

std::shared_ptr<const Trace> runMain(const QByteArray& body)
{
    const QByteArray text = R"({"coroscope_scenario": 1, "functions": [
        {"name": "naps", "params": ["who", "d"], "body": [{"sleep": "$d"}]},
        {"name": "locks", "params": ["who", "d"], "body": [{"with": "$db",
            "body": [{"sleep": "$d"}]}]},
        {"name": "puts", "params": ["who", "d"], "body": [{"sleep": "$d"},
            {"put": "$q", "value": 1}]},
        {"name": "gets", "params": ["who"], "body": [{"get": "$q"}]},
        {"name": "works", "params": ["who", "d"], "body": [{"work": "$d"}]},
        {"name": "crossed", "params": ["who"], "body": [{"with": "$db", "body": [
            {"yield": true}, {"with": "$b", "body": []}]}]},
        {"name": "crossing", "params": ["who"], "body": [{"with": "$b", "body": [
            {"yield": true}, {"with": "$db", "body": []}]}]},
        {"name": "job", "async": false, "params": ["who"], "body": [{"block": 2}]}],
        "objects": {"db": {"type": "lock"}, "b": {"type": "lock"}, "q": {"type": "queue"}},
        "mains": [{"name": "main", "body": )" +
                            body + "}]}";
    const auto read = scenario::readScenario(text.toStdString(), "test");
    return scenario::run(read.value(), "main").value().trace;
}

QString linkText(const std::vector<std::string>& names, const Trace& trace, const BecauseLink& link)
{
    constexpr std::array<const char*, 8> kinds{"slept",   "awaited task", "waited for",
                                               "awaited", "was ready",    "was not called",
                                               "blocked", "ran"};
    QString text = QString::fromStdString(names[link.task.value]) + QLatin1Char(' ') +
                   QLatin1String(kinds.at(static_cast<std::size_t>(link.kind)));
    if (link.object.isValid())
        text += QLatin1Char(' ') + QString::fromStdString(trace.objectName(link.object));
    text += QStringLiteral(" %1").arg(toSeconds(link.length));
    if (link.by.isValid())
        text += QStringLiteral(" by ") + QString::fromStdString(names[link.by.value]);
    return text;
}

// The row of that name, and its n-th segment of this state.
SegmentRef find(const Timeline& timeline, const QString& name, SegmentState state, int n = 0)
{
    const std::vector<std::string> names = rowNames(timeline.trace());
    for (std::uint32_t row = 0; row < names.size(); ++row) {
        if (QString::fromStdString(names[row]) != name)
            continue;
        const SegmentColumn& segments = timeline.tracks()[row].segments;
        for (std::uint32_t i = 0; i < segments.size(); ++i) {
            if (segments.stateAt(i) == state && n-- == 0)
                return {row, i};
        }
    }
    return {};
}

QString textOf(const Timeline& timeline, std::optional<SegmentRef> ref)
{
    constexpr std::array<const char*, segmentStateCount> states{
        "unborn", "waiting", "ready", "running", "blocking", "suspended", "in call", "done"};
    if (!ref)
        return QStringLiteral("none");
    return QString::fromStdString(rowNames(timeline.trace())[ref->track]) + QLatin1Char(' ') +
           QLatin1String(states.at(static_cast<std::size_t>(segmentOf(timeline, *ref).state)));
}

}  // namespace

class TestBecause : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheChain_data();
    void tellsTheChain();
    void tellsOfCallsThatWait();
    void followsCauseAndEffect();
    void leadsFromEverySegmentToTheStart();
    void listsWhoWokeWhom();
};

void TestBecause::tellsTheChain_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("row");
    QTest::addColumn<SegmentState>("state");
    QTest::addColumn<QString>("expected");

    const QByteArray two = R"([{"gather": [{"call": "locks", "args": ["B", 0.28]},
                                            {"call": "locks", "args": ["A", 0.1]}]}])";
    QTest::newRow("a lock") << two << "A" << SegmentState::Suspended
                            << "A waited for db 0.28 by B; B slept 0.28";
    QTest::newRow("a sleep") << two << "B" << SegmentState::Suspended << "B slept 0.28";
    QTest::newRow("gather: the last to end, which itself waited")
        << two << "main" << SegmentState::Suspended
        << "main awaited task 0.38 by A; A waited for db 0.28 by B; B slept 0.28";
    QTest::newRow("the holder that held it longest")
        << QByteArray(R"([{"gather": [{"call": "locks", "args": ["B", 3]}, {"call": "locks",
            "args": ["C", 1]}, {"call": "locks", "args": ["A", 1]}]}])")
        << "A" << SegmentState::Suspended << "A waited for db 4 by B; B slept 3";
    QTest::newRow("a queue: who put")
        << QByteArray(R"([{"gather": [{"call": "gets", "args": ["A"]}, {"call": "puts",
            "args": ["B", 2]}]}])")
        << "A" << SegmentState::Suspended << "A waited for q 2 by B; B slept 2";
    QTest::newRow("the loop was held")
        << QByteArray(R"([{"gather": [{"call": "works", "args": ["B", 1]}, {"call": "works",
            "args": ["C", 2]}, {"call": "naps", "args": ["A", 0]}]}])")
        << "A" << SegmentState::Ready << "A was ready 3 by C; C ran 2";
    QTest::newRow("a job on a thread")
        << QByteArray(R"([{"run_in_executor": {"call": "job", "args": ["J"]}}])") << "main"
        << SegmentState::Suspended << "main awaited task 2 by J; J blocked 2";
    QTest::newRow("a deadlock") << QByteArray(R"([{"gather": [{"call": "crossed", "args": ["A"]},
                                      {"call": "crossing", "args": ["B"]}]}])")
                                << "A" << SegmentState::Suspended
                                << "A waited for b 0 by B; B waited for db 0 by A";
    QTest::newRow("nobody will ever put") << QByteArray(R"([{"get": "$q"}])") << "main"
                                          << SegmentState::Suspended << "main waited for q 0";
}

void TestBecause::tellsTheChain()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, row);
    QFETCH(SegmentState, state);
    const auto trace = runMain(body);
    const Timeline timeline(trace);
    const std::vector<std::string> names = rowNames(*trace);

    QStringList links;
    for (const BecauseLink& link :
         because(timeline, MomentIndex(trace), find(timeline, row, state)))
        links << linkText(names, *trace, link);

    QTEST(links.join(QStringLiteral("; ")), "expected");
}

void TestBecause::tellsOfCallsThatWait()
{
    const auto trace = test::syncDelivery();
    const Timeline timeline(trace);

    const auto links = because(timeline, MomentIndex(trace),
                               find(timeline, QStringLiteral("C"), SegmentState::Waiting));

    QCOMPARE(links.size(), std::size_t{2});
    QCOMPARE(linkText(rowNames(*trace), *trace, links[0]),
             QStringLiteral("C was not called 13 by A"));
    QCOMPARE(links[1].kind, BecauseLink::Kind::Blocked);
    QVERIFY(because(timeline, MomentIndex(trace),
                    find(timeline, QStringLiteral("C"), SegmentState::Done))
                .empty());
}

void TestBecause::followsCauseAndEffect()
{
    const Timeline timeline(runMain(R"([{"gather": [{"call": "locks", "args": ["B", 3]},
                                                    {"call": "locks", "args": ["A", 1]}]}])"));
    const auto text = [&](std::optional<SegmentRef> ref) { return textOf(timeline, ref); };
    const SegmentRef woken = find(timeline, QStringLiteral("A"), SegmentState::Ready, 1);

    const auto waker = causeOf(timeline, woken);
    QCOMPARE(text(waker), QStringLiteral("B running"));
    QVERIFY(effectOf(timeline, *waker) == woken);
    QCOMPARE(text(causeOf(timeline, *waker)), QStringLiteral("B ready"));
    QCOMPARE(text(effectOf(timeline, woken)), QStringLiteral("A running"));
    const SegmentRef created = find(timeline, QStringLiteral("B"), SegmentState::Ready);
    QCOMPARE(text(causeOf(timeline, created)), QStringLiteral("main running"));
    QCOMPARE(
        text(effectOf(timeline, find(timeline, QStringLiteral("main"), SegmentState::Running))),
        QStringLiteral("B ready"));
    const SegmentRef last = find(timeline, QStringLiteral("A"), SegmentState::Running, 2);
    QCOMPARE(text(effectOf(timeline, last)), QStringLiteral("main ready"));
    QVERIFY(!effectOf(timeline, find(timeline, QStringLiteral("main"), SegmentState::Done)));
    QVERIFY(!causeOf(timeline, find(timeline, QStringLiteral("main"), SegmentState::Ready)));
}

void TestBecause::leadsFromEverySegmentToTheStart()
{
    for (const auto& trace :
         {test::syncDelivery(), test::gatherDelivery(),
          runMain(R"([{"gather": [{"call": "locks", "args": ["B", 3]}, {"call": "works",
                      "args": ["A", 1]}]}, {"run_in_executor": {"call": "job", "args": ["J"]}}])")}) {
        const Timeline timeline(trace);
        for (std::uint32_t row = 0; row < timeline.tracks().size(); ++row) {
            for (std::uint32_t i = 0; i < timeline.tracks()[row].segments.size(); ++i) {
                SegmentRef ref{row, i};
                std::size_t steps = 0;
                while (const auto cause = causeOf(timeline, ref)) {
                    QVERIFY(segmentOf(timeline, *cause).span.begin <=
                            segmentOf(timeline, ref).span.begin);
                    ref = *cause;
                    QVERIFY2(++steps < trace->size(), qPrintable(textOf(timeline, ref)));
                }
                QVERIFY(ref == (SegmentRef{0, 0}));
            }
        }
    }
}

void TestBecause::listsWhoWokeWhom()
{
    const auto trace = test::gatherDelivery();

    const std::vector<WakeUp> all = wakeUps(*trace, 0, trace->size());
    const std::vector<WakeUp> ofB = wakeUps(*trace, 0, trace->size(), TaskId{2});

    QVERIFY(all.size() > ofB.size());
    for (const WakeUp& wakeUp : ofB)
        QVERIFY(wakeUp.task == TaskId{2} || wakeUp.by == TaskId{2});
    QCOMPARE(ofB.front().by, TaskId{0});
    QCOMPARE(ofB.front().why, Word::Created);
    QVERIFY(wakeUps(*trace, 0, 0).empty());
}

COROSCOPE_TEST(TestBecause)
#include "tst_because.moc"
