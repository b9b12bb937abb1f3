// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/run.h"
#include "core/timeline/resource_track.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr std::chrono::seconds second{1};

// Two tasks use `object` each for a second, one after the other, unless it lets both in.
std::shared_ptr<const Trace> traceOf(const std::string& object)
{
    const std::string text = R"json({"coroscope_scenario": 1, "objects": {"it": )json" + object +
                             R"json(},
        "functions": [{"name": "use", "params": [], "body": [
            {"with": "$it", "body": [{"sleep": 1}]}]}],
        "calls": [{"call": "use"}, {"call": "use"}]})json";
    const auto scenario = scenario::readScenario(text, "x.json");
    return scenario::run(scenario.value(), "gather").value().trace;
}

std::shared_ptr<const Trace> queueTrace()
{
    const auto scenario = scenario::readScenario(R"json({"coroscope_scenario": 1,
        "objects": {"q": {"type": "queue"}, "e": {"type": "event"}, "unused": {"type": "lock"}},
        "functions": [{"name": "taker", "params": [], "body": [
            {"get": "$q", "into": "x"}, {"wait_event": "$e"}]}],
        "mains": [{"name": "main", "body": [
            {"create_task": {"call": "taker"}, "into": "t"}, {"sleep": 1},
            {"put_nowait": "$q", "value": 1}, {"put_nowait": "$q", "value": 2}, {"sleep": 1},
            {"set": "$e"}, {"await": "$t"}]}]})json",
                                                 "x.json");
    return scenario::run(scenario.value(), "main").value().trace;
}

const ResourceTrack::Change& at(const ResourceTrack& track, const Trace& trace, Ticks time)
{
    return *track.after(trace.upperBound(time));
}

}  // namespace

class TestResourceTrack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatAnObjectIsByItsUse_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<ResourceKind>("kind");
        QTest::addColumn<int>("most");
        QTest::newRow("lock") << QByteArray(R"({"type": "lock"})") << ResourceKind::Lock << 1;
        QTest::newRow("one permit")
            << QByteArray(R"({"type": "semaphore", "value": 1})") << ResourceKind::Semaphore << 1;
        QTest::newRow("permits for all")
            << QByteArray(R"({"type": "semaphore", "value": 3})") << ResourceKind::Semaphore << 3;
        QTest::newRow("condition")
            << QByteArray(R"({"type": "condition"})") << ResourceKind::Condition << 1;
    }

    void tellsWhatAnObjectIsByItsUse()
    {
        QFETCH(QByteArray, object);
        QFETCH(ResourceKind, kind);
        QFETCH(int, most);
        const auto trace = traceOf(object.toStdString());

        const auto tracks = resourcesOf(*trace);

        QCOMPARE(tracks.size(), 1U);
        QCOMPARE(trace->objectName(tracks[0].object), std::string("it"));
        QCOMPARE(tracks[0].kind, kind);
        QCOMPARE(tracks[0].most, most);
    }

    void tellsWhoHoldsALockAndWhoWaits()
    {
        const auto trace = traceOf(R"({"type": "lock"})");
        const ResourceTrack track = resourcesOf(*trace).at(0);

        const auto& first = at(track, *trace, Ticks{0});
        QCOMPARE(first.level, 1);
        QCOMPARE(first.waiting, 1U);
        QCOMPARE(first.holderCount, 1U);
        QCOMPARE(track.holders[first.firstHolder], TaskId{1});
        const auto& second = at(track, *trace, ::second);
        QCOMPARE(second.waiting, 0U);
        QCOMPARE(track.holders[second.firstHolder], TaskId{2});
        const auto& last = at(track, *trace, 2 * ::second);
        QCOMPARE(last.level, 0);
        QCOMPARE(last.holderCount, 0U);
    }

    void countsThePermitsThatAreTaken()
    {
        const auto trace = traceOf(R"({"type": "semaphore", "value": 3})");
        const ResourceTrack track = resourcesOf(*trace).at(0);
        const auto& taken = at(track, *trace, Ticks{0});
        QCOMPARE(taken.level, 2);
        QCOMPARE(taken.holderCount, 2U);
        QCOMPARE(at(track, *trace, ::second).level, 0);
    }

    void showsQueuesAndEventsAndNothingThatIsNotUsed()
    {
        const auto trace = queueTrace();
        const auto tracks = resourcesOf(*trace);

        QCOMPARE(tracks.size(), 2U);
        QCOMPARE(tracks[0].kind, ResourceKind::Queue);
        QCOMPARE(at(tracks[0], *trace, Ticks{0}).waiting, 1U);
        QCOMPARE(at(tracks[0], *trace, ::second).level, 1);
        QCOMPARE(tracks[0].most, 2);
        QCOMPARE(tracks[1].kind, ResourceKind::Event);
        QCOMPARE(at(tracks[1], *trace, ::second).waiting, 1U);
        QCOMPARE(at(tracks[1], *trace, 2 * ::second).level, 1);
        QCOMPARE(at(tracks[1], *trace, 2 * ::second).waiting, 0U);
    }

    void beforeItsFirstUseThereIsNothing()
    {
        const auto trace = queueTrace();
        QVERIFY(resourcesOf(*trace).at(0).after(0) == nullptr);
        QVERIFY(resourcesOf(Trace{}).empty());
    }
};

COROSCOPE_TEST(TestResourceTrack)
#include "tst_resource_track.moc"
