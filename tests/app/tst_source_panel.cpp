// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "app/panels/source_panel.h"
#include "app/style/style.h"
#include "tests/app/chart_fixtures.h"
#include "tests/app/delivery_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// A visible panel with one program's source, `lines` lines high.
struct Fixture {
    explicit Fixture(const char* program, int lines = 40) : run(delivery(program))
    {
        Style::current().setTheme(Theme::Light);
        panel.setRun(run);
        panel.resize(390, SourcePanel::heightFor(lines));
        panel.show();
        [this] { QVERIFY(QTest::qWaitForWindowExposed(&panel)); }();
    }

    void moveTo(int seconds, int stop = PlayPosition::wholeInstant)
    {
        panel.setPosition({std::chrono::seconds(seconds), stop});
    }
    [[nodiscard]] int rowOf(const char* text) const
    {
        for (int row = 0; row < panel.model().rowCount(); ++row) {
            if (panel.model().text(row).contains(QString::fromUtf8(text)))
                return row;
        }
        return -1;
    }
    [[nodiscard]] QRect rectOf(int row) const
    {
        return list.visualRect(list.model()->index(row, 0));
    }
    [[nodiscard]] bool isInView(int row) const
    {
        return list.viewport()->rect().contains(
            rectOf(row).adjusted(0, 0, -rectOf(row).width() + 8, 0));
    }
    // Whether a line has pixels of that colour.
    [[nodiscard]] bool shows(int row, const QColor& colour) const
    {
        return contains(list.viewport()->grab().toImage(), rectOf(row) & list.viewport()->rect(),
                        colour);
    }

    ProgramRunPtr run;
    SourcePanel panel;
    QListView& list = panel.list();
    const Palette& colours = palette(Theme::Light);
};

}  // namespace

class TestSourcePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineThatRunsIsFilledAndOneThatAwaitsIsOutlined()
    {
        Fixture f("gather");

        f.moveTo(3, 0);

        const int running = f.rowOf("그릇 수거");
        const int awaiting = f.rowOf("await asyncio.sleep");
        QVERIFY(f.shows(running, f.colours.runTint));
        QVERIFY(!f.shows(awaiting, f.colours.runTint));
        QVERIFY(f.shows(awaiting, f.colours.suspendedEdge));
        QVERIFY(!f.shows(0, f.colours.suspendedEdge));
    }

    void aLineThatHoldsTheThreadSaysSo()
    {
        Fixture f("sync");

        f.moveTo(3);

        QVERIFY(f.shows(f.rowOf("time.sleep"), f.colours.blockTint));
        QVERIFY(f.shows(f.rowOf("delivery(\"A\""), f.colours.suspendedEdge));
    }

    void aClickGoesToTheNextExecution()
    {
        Fixture f("gather");
        f.panel.setPosition({Ticks{0}});
        QSignalSpy chosen(&f.panel, &SourcePanel::activated);

        QTest::mouseClick(f.list.viewport(), Qt::LeftButton, {},
                          f.rectOf(f.rowOf("그릇 수거")).topLeft() + QPoint(60, 6));

        QCOMPARE(chosen.count(), 1);
        const auto position = chosen[0][0].value<PlayPosition>();
        QCOMPARE(position.time, s(3));
        f.panel.setPosition(position);
        QVERIFY(f.shows(f.rowOf("그릇 수거"), f.colours.runTint));
    }

    void enterDoesTheSame()
    {
        Fixture f("gather");
        QSignalSpy chosen(&f.panel, &SourcePanel::activated);
        f.list.setCurrentIndex(f.list.model()->index(f.rowOf("식사 완료"), 0));

        QTest::keyClick(&f.list, Qt::Key_Return);

        QCOMPARE(chosen.count(), 1);
    }

    void aLineThatIsNeverExecutedGoesNowhere()
    {
        Fixture f("gather");
        QSignalSpy chosen(&f.panel, &SourcePanel::activated);

        QTest::mouseClick(f.list.viewport(), Qt::LeftButton, {}, f.rectOf(0).center());

        QCOMPARE(chosen.count(), 0);
    }

    void selectedLinesAreCopied()
    {
        Fixture f("gather");
        f.list.setFocus();

        QTest::keySequence(&f.list, QKeySequence::SelectAll);
        QTest::keySequence(&f.list, QKeySequence::Copy);

        QCOMPARE(QGuiApplication::clipboard()->text(), f.run->source.join(u'\n'));
    }

    void followsTheLineThatRuns()
    {
        Fixture f("gather", 5);

        f.moveTo(3, 0);
        QTRY_VERIFY(f.isInView(f.rowOf("그릇 수거")));
        f.moveTo(10, 3);
        QTRY_VERIFY(f.isInView(f.panel.model().lit().running));
    }

    void staysWhereSomebodyScrolledTo()
    {
        Fixture f("gather", 5);
        f.moveTo(3, 0);
        QTRY_VERIFY(f.list.verticalScrollBar()->maximum() > 0);

        f.list.verticalScrollBar()->triggerAction(QScrollBar::SliderToMaximum);
        QCoreApplication::processEvents();
        f.moveTo(4, 0);

        QCOMPARE(f.list.verticalScrollBar()->value(), f.list.verticalScrollBar()->maximum());
    }

    void followsAgainOnceTheLineIsBackInView()
    {
        Fixture f("gather", 5);
        f.moveTo(3, 0);
        QTRY_VERIFY(f.list.verticalScrollBar()->maximum() > 0);
        f.list.verticalScrollBar()->triggerAction(QScrollBar::SliderToMaximum);
        QCoreApplication::processEvents();

        f.list.verticalScrollBar()->setValue(f.rowOf("await asyncio.sleep") * f.rectOf(0).height());
        f.moveTo(4, 0);
        f.moveTo(0, 0);

        QVERIFY(f.isInView(f.panel.model().lit().first));
    }

    void namesItselfForScreenReaders()
    {
        const Fixture f("gather");

        QCOMPARE(f.list.accessibleName(), QStringLiteral("Source of gather"));
    }
};

COROSCOPE_TEST(TestSourcePanel)
#include "tst_source_panel.moc"
