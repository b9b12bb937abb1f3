// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/timeline/held_spans.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

class TestHeldSpans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areWhatLastedLongEnough()
    {
        Trace trace;
        const TaskId main = trace.addTask({"main", "", {}, TaskInfo::Kind::Main, {}});
        const TaskId job = trace.addTask({"job", "", main, TaskInfo::Kind::Job, {}});
        const auto put = [&](int time, EventKind kind, TaskId task) {
            trace.append(Ticks(time), kind, Word::Sleep, task);
        };
        put(0, EventKind::Block, main);
        put(1, EventKind::Block, job);  // holds only its own thread
        put(9, EventKind::Unblock, main);
        put(20, EventKind::Block, main);
        put(30, EventKind::Unblock, main);
        put(40, EventKind::Unblock, job);
        put(42, EventKind::Block, main);
        put(45, EventKind::Suspend, main);  // it does not hold it any more
        put(50, EventKind::Block, main);
        put(61, EventKind::Mark, {});
        const std::vector<HeldSpan> spans = heldSpans(trace, Ticks(10));
        QCOMPARE(spans.size(), std::size_t{2});
        QCOMPARE(spans[0].begin, Ticks(20));
        QCOMPARE(spans[0].end, Ticks(30));
        QCOMPARE(spans[0].event, 3U);
        QVERIFY(spans[0].task == main);
        QCOMPARE(spans[1].end, Ticks(61));  // it still holds it
        QCOMPARE(heldSpans(trace, Ticks(0)).size(), std::size_t{4});
        QVERIFY(heldSpans(Trace(), Ticks(0)).empty());
    }
};

COROSCOPE_TEST(TestHeldSpans)
#include "tst_held_spans.moc"
