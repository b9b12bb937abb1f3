// SPDX-License-Identifier: GPL-3.0-or-later
// Why something lasted: the sentences, the chain, and what decides the total time.
#include <QToolButton>

#include "app/document/explorer.h"
#include "app/document/run_analysis.h"
#include "app/models/because_text.h"
#include "app/panels/details_panel.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

scenario::Scenario lockScenario()
{
    return scenario::readScenario(R"json({"coroscope_scenario": 1,
        "objects": {"db": {"type": "lock"}},
        "functions": [{"name": "use", "params": ["who"], "body": [
            {"with": "$db", "body": [{"sleep": 2}]}]}],
        "calls": [{"call": "use", "args": ["A"]}, {"call": "use", "args": ["B"]}],
        "strategies": ["gather"]})json",
                                  "x.json")
        .value();
}

struct DetailsFixture {
    explicit DetailsFixture(scenario::Scenario scenario) : comparison(std::move(scenario))
    {
        comparison.start();
        isReady = QTest::qWaitFor([this] { return !comparison.isBusy(); });
    }

    // The longest segment of that row.
    void select(int row)
    {
        const ProgramRunPtr run = comparison.runs()[0];
        const Track& track = run->timeline->tracks()[static_cast<std::size_t>(row)];
        std::size_t longest = 0;
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            if (run->timeline->segment(track, i).span.length() >
                run->timeline->segment(track, longest).span.length())
                longest = i;
        }
        comparison.view().selection.setSegment({run->name, row, longest});
    }

    Comparison comparison;
    DetailsPanel panel{comparison};
    bool isReady = false;
};

}  // namespace

class TestDetailsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWaitForALockNamesWhoHeldIt()
    {
        DetailsFixture f(lockScenario());
        QVERIFY(f.isReady);
        f.select(2);
        QVERIFY2(f.panel.text().startsWith(QStringLiteral("Waited 2.00 s")),
                 qPrintable(f.panel.text()));
        QVERIFY2(f.panel.text().contains(
                     QStringLiteral("B waited 2.00 s for the lock db, because of A")),
                 qPrintable(f.panel.text()));
        QVERIFY(f.panel.text().contains(QStringLiteral("A slept for 2.00 s")));
    }

    void theChainJumpsToItsLinks()
    {
        DetailsFixture f(lockScenario());
        QVERIFY(f.isReady);
        f.select(2);
        const auto links = f.panel.findChildren<QToolButton*>();
        QCOMPARE(links.size(), 2);
        QVERIFY(!links[1]->accessibleName().isEmpty());
        links[1]->click();
        QCOMPARE(f.comparison.view().selection.segment()->track, 1);
    }

    void aRangeAndNothingAreToldToo()
    {
        DetailsFixture f(lockScenario());
        QVERIFY(f.isReady);
        const QString nothing = f.panel.text();
        QVERIFY(!nothing.isEmpty());
        f.comparison.view().selection.setRange({{s(1), s(3.5)}, {}});
        QVERIFY(f.panel.text().startsWith(QStringLiteral("2.50 s")));
        f.comparison.view().selection.clear();
        QCOMPARE(f.panel.text(), nothing);
    }

    void everyKindOfLinkHasItsWords()
    {
        const ProgramRunPtr run = gatherRun();
        const BecauseText words(*run);
        QSet<QString> sentences;
        for (int kind = 0; kind <= static_cast<int>(BecauseLink::Kind::Ran); ++kind) {
            BecauseLink link;
            link.kind = static_cast<BecauseLink::Kind>(kind);
            link.task = TaskId{1};
            link.by = TaskId{2};
            link.length = s(3);
            if (link.kind == BecauseLink::Kind::WaitedFor)
                continue;  // needs an object
            const QString sentence = words.sentence(link);
            QVERIFY2(sentence.contains(QStringLiteral("3.00 s")), qPrintable(sentence));
            QVERIFY(sentence.startsWith(QLatin1Char('A')));
            QVERIFY(!sentences.contains(sentence));
            QVERIFY(!words.detail(link).isEmpty() && !words.headline(link).isEmpty());
            sentences << sentence;
        }
    }

    void theCriticalPathIsMarkedAndTheOthersShowTheirSlack()
    {
        ChartPicture picture(gatherRun());
        const auto isMarked = [&](double seconds, int row) {
            const QPoint under = picture.at(seconds, row).toPoint() + QPoint(0, 13);
            return contains(picture.image(), QRect(under - QPoint(1, 1), QSize(3, 3)),
                            picture.colours.ink);
        };
        QVERIFY(!isMarked(5, 1));
        picture.chart->showCriticalPath(true);
        QVERIFY(isMarked(5, 1));
        QVERIFY(!isMarked(2, 2));
        // B, done at 3 s, could take until 10 s.
        QVERIFY(contains(picture.image(), QRect(picture.at(9.2, 2).toPoint(), QSize(16, 2)),
                         picture.colours.ink3));
        picture.chart->showCriticalPath(false);
        QVERIFY(!isMarked(5, 1));
    }
};

COROSCOPE_TEST(TestDetailsPanel)
#include "tst_details_panel.moc"
