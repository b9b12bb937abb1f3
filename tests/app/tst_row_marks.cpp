// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/charts/row_marks.h"
#include "tests/app/chart_fixtures.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

RowMarks marksIn(const ProgramRunPtr& run, int row, TimeSpan span, double width)
{
    const Timeline& timeline = *run->timeline;
    return marksOf(timeline, timeline.tracks()[static_cast<std::size_t>(row)],
                   AxisMap(AxisKind::Time, *run), TimeAxis(span, width), width);
}

}  // namespace

class TestRowMarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesBarsOfSegmentsAndBeadsOfStepsWithoutLength()
    {
        const RowMarks marks = marksIn(gatherRun(), 1, {s(0), s(17)}, 170);

        QCOMPARE(marks.bars.size(), 1U);
        QCOMPARE(marks.bars[0].state, SegmentState::Suspended);
        QCOMPARE(marks.bars[0].x0, 0.0);
        QCOMPARE(marks.bars[0].x1, 100.0);
        QCOMPARE(marks.beads, (std::vector<double>{0, 100}));
        QCOMPARE(marks.capX, 100.0);
        QVERIFY(marks.endsInBead);
    }

    void cutsWhatGoesOnOutsideThePlotBeyondItsEdge()
    {
        const RowMarks marks = marksIn(gatherRun(), 1, {s(2), s(4)}, 200);

        QCOMPARE(marks.bars.size(), 1U);
        QCOMPARE(marks.bars[0].x0, -RowMarks::overhang);
        QCOMPARE(marks.bars[0].x1, 200 + RowMarks::overhang);
        QVERIFY(marks.beads.empty());
        QVERIFY(marks.capX < 0);
    }

    void showsTheLastStepWhateverTheWidth()
    {
        for (int width = 100; width < 500; ++width) {
            const RowMarks marks = marksIn(gatherRun(), 0, {s(0), s(10)}, width);
            QCOMPARE(marks.beads.size(), 2U);
            QVERIFY2(marks.capX > 0, qPrintable(QString::number(width)));
        }
    }

    void isBoundedByPixelsNotBySegments()
    {
        const ProgramRunPtr run = denseRun(4);
        QVERIFY(run->timeline->tracks()[0].segments.size() >= 20'000);
        for (const double end : {10.0, 3.0, 1.0, 0.3, 0.1}) {
            const RowMarks marks = marksIn(run, 0, {s(0), s(end)}, 300);
            QVERIFY(!marks.bars.empty());
            QVERIFY2(marks.bars.size() <= 600, qPrintable(QString::number(marks.bars.size())));
            QVERIFY(marks.beads.size() <= 101);
        }
    }

    void keepsARareBlockAmongManyShortSegments()
    {
        const RowMarks marks = marksIn(denseRun(4), 3, {s(0), s(10)}, 300);

        std::vector<double> blocks;
        for (const RowMarks::Bar& bar : marks.bars) {
            if (bar.state == SegmentState::Blocking)
                blocks.push_back(bar.x0);
        }
        QCOMPARE(blocks, std::vector<double>{150});
    }

    void seesTheStepsAtTheBeginningOfTheView()
    {
        QCOMPARE(marksIn(gatherRun(), 2, {s(3), s(5)}, 200).beads, std::vector<double>{0});
    }
};

COROSCOPE_TEST(TestRowMarks)
#include "tst_row_marks.moc"
