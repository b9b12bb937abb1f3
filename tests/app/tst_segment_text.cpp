// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/charts/segment_text.h"
#include "tests/app/chart_fixtures.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

QStringList labelsOf(const ProgramRunPtr& run, int row)
{
    const Track& track = run->timeline->tracks()[static_cast<std::size_t>(row)];
    QStringList labels;
    for (std::size_t i = 0; i < track.segments.size(); ++i) {
        const QString label = SegmentText(*run).label(run->timeline->segment(track, i));
        if (!label.isEmpty())
            labels << label;
    }
    return labels;
}

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char('|'));
}

}  // namespace

class TestSegmentText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatABarIs()
    {
        QCOMPARE(labelsOf(syncRun(), 0), words("calls A|calls B|calls C"));
        QCOMPARE(labelsOf(syncRun(), 1), words("blocking"));
        QCOMPARE(labelsOf(gatherRun(), 0), words("awaits A, B, C"));
        QCOMPARE(labelsOf(gatherRun(), 2), words("sleep(3)"));
    }

    void tellsInTheToolTipWhatIsAwaitedAndWhoWokeIt()
    {
        const ProgramRunPtr run = gatherRun();
        const Track& b = run->timeline->tracks()[2];
        const std::size_t sleep = b.segments.firstEndingAfter(s(1));

        const QString tip = SegmentText(*run).toolTip(2, run->timeline->segment(b, sleep));

        QVERIFY(tip.contains(QStringLiteral("B suspended")));
        QVERIFY(tip.contains(QStringLiteral("0.00 s to 3.00 s, for 3.00 s")));
        QVERIFY(tip.contains(QStringLiteral("sleep(3)")));
        QVERIFY(tip.contains(QStringLiteral("woken by its timer")));
    }

    void escapesNamesInTheToolTip()
    {
        auto trace = std::make_shared<Trace>();
        const TaskId task = trace->addTask({"<b>", "", {}, {}, {}});
        trace->append(s(0), EventKind::Create, Word::None, task);
        trace->append(s(0), EventKind::Resume, Word::None, task);
        trace->append(s(1), EventKind::Done, Word::Returned, task, trace->addOutcome({}));
        const ProgramRunPtr run = runOf("p", trace);
        const Track& track = run->timeline->tracks()[0];

        const QString tip = SegmentText(*run).toolTip(0, run->timeline->segment(track, 1));

        QVERIFY(tip.contains(QStringLiteral("&lt;b&gt; running")));
    }
};

COROSCOPE_TEST(TestSegmentText)
#include "tst_segment_text.moc"
