// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/timeline/stops.h"
#include "core/timeline/timeline.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr Ticks s(int seconds)
{
    return std::chrono::seconds(seconds);
}

// "running 0-3" for each segment of a row.
QString segmentsText(const Timeline& timeline, int row)
{
    static constexpr const char* names[] = {"unborn",   "waiting",   "ready",  "running",
                                            "blocking", "suspended", "inCall", "done"};
    const Track& track = timeline.tracks()[static_cast<std::size_t>(row)];
    QStringList texts;
    for (std::size_t i = 0; i < track.segments.size(); ++i) {
        const Segment segment = timeline.segment(track, i);
        texts << QStringLiteral("%1 %2-%3")
                     .arg(QLatin1String(names[static_cast<int>(segment.state)]))
                     .arg(toSeconds(segment.span.begin))
                     .arg(toSeconds(segment.span.end));
    }
    return texts.join(QLatin1String(", "));
}

// main calls A, which blocks for 3 s, while B waits for its turn.
std::shared_ptr<Trace> syncTrace()
{
    auto trace = std::make_shared<Trace>();
    const TaskId main = trace->addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
    const TaskId a = trace->addTask({"", "f('A')", main, TaskInfo::Kind::Call, {}});
    const TaskId b = trace->addTask({"", "f('B')", main, TaskInfo::Kind::Call, {}});
    for (const TaskId task : {main, a, b})
        trace->append(s(0), EventKind::Create, Word::None, task);
    trace->append(s(0), EventKind::Resume, Word::None, main);
    trace->append(s(0), EventKind::Resume, Word::None, a);
    trace->append(s(0), EventKind::Block, Word::Sleep, a);
    trace->append(s(3), EventKind::Unblock, Word::None, a);
    trace->append(s(3), EventKind::Done, Word::Returned, a, trace->addOutcome({"None", ""}));
    trace->append(s(3), EventKind::Resume, Word::None, b);
    trace->append(s(3), EventKind::Done, Word::Returned, b, trace->addOutcome({"None", ""}));
    trace->append(s(3), EventKind::Done, Word::Returned, main, trace->addOutcome({"None", ""}));
    return trace;
}

}  // namespace

class TestTimeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheThreadOfControlInTheInnermostCall()
    {
        const Timeline timeline(syncTrace());

        QCOMPARE(segmentsText(timeline, 0),
                 QStringLiteral("ready 0-0, running 0-0, inCall 0-3, running 3-3, inCall 3-3, "
                                "running 3-3, done 3-3"));
        QCOMPARE(segmentsText(timeline, 1),
                 QStringLiteral("waiting 0-0, running 0-0, blocking 0-3, running 3-3, done 3-3"));
        QCOMPARE(segmentsText(timeline, 2), QStringLiteral("waiting 0-3, running 3-3, done 3-3"));
    }

    void staysInACallThatSuspends()
    {
        auto trace = std::make_shared<Trace>();
        const TaskId thread = trace->addTask({"T", "", {}, TaskInfo::Kind::Thread, {}});
        const TaskId call = trace->addTask({"", "f()", thread, TaskInfo::Kind::Call, {}});
        trace->append(s(0), EventKind::Create, Word::None, thread);
        trace->append(s(0), EventKind::Resume, Word::None, thread);
        trace->append(s(1), EventKind::Create, Word::None, call);
        trace->append(s(1), EventKind::Resume, Word::None, call);
        trace->append(s(2), EventKind::Suspend, Word::Task, call);
        trace->append(s(4), EventKind::Ready, Word::Done, call);
        trace->append(s(4), EventKind::Resume, Word::None, call);
        trace->append(s(5), EventKind::Done, Word::Returned, thread);
        trace->append(s(6), EventKind::Done, Word::Returned, call);
        const Timeline timeline(trace);

        QCOMPARE(segmentsText(timeline, 0),
                 QStringLiteral("ready 0-0, running 0-1, inCall 1-5, done 5-6"));
        QCOMPARE(segmentsText(timeline, 1),
                 QStringLiteral("waiting 1-1, running 1-2, suspended 2-4, ready 4-4, "
                                "running 4-6, done 6-6"));
    }

    void growsWithALiveTrace()
    {
        const auto whole = syncTrace();
        const auto live = std::make_shared<Trace>();
        Timeline timeline(live);
        for (std::uint32_t id = 0; id < whole->taskCount(); ++id)
            live->addTask(whole->task({id}));

        for (std::size_t row = 0; row < whole->size(); ++row) {
            const Event event = whole->at(row);
            live->append(event.time, event.kind, event.word, event.task, event.detail);
            timeline.extend();
        }

        const Timeline atOnce(whole);
        for (int row = 0; row < 3; ++row)
            QCOMPARE(segmentsText(timeline, row), segmentsText(atOnce, row));
    }

    void knowsEachStateBetweenTwoEventsOfOneInstant()
    {
        const Timeline timeline(syncTrace());
        const Track& a = timeline.tracks()[1];

        QCOMPARE(a.stateAfter(1), SegmentState::Unborn);
        QCOMPARE(a.stateAfter(2), SegmentState::Waiting);
        QCOMPARE(a.stateAfter(5), SegmentState::Running);
        QCOMPARE(a.stateAfter(6), SegmentState::Blocking);
        QCOMPARE(a.stateAfter(99), SegmentState::Done);
    }

    void namesRowsByTheArgumentThatTellsThemApart()
    {
        const std::vector<std::string> expected{"main", "A", "B"};

        QCOMPARE(rowNames(*syncTrace()), expected);
    }

    void haltsWhereATaskIsAboutToGiveUpControl()
    {
        const std::vector<Stop> stops = stopsOf(*syncTrace(), StepUnit::AwaitPoint);

        const std::vector<Stop> expected{{s(0), 5}, {s(3), 7}, {s(3), 9}, {s(3), 10}, {s(3), 11}};
        QCOMPARE(stops, expected);
    }
};

COROSCOPE_TEST(TestTimeline)
#include "tst_timeline.moc"
