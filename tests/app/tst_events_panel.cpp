// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "app/panels/events_panel.h"
#include "app/panels/text_label.h"
#include "app/style/style.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// A visible panel that shows the run of gather, with the playhead at the beginning of 0 s.
struct Fixture {
    Fixture()
    {
        Style::current().setTheme(Theme::Light);
        panel.setRun(run);
        panel.setPosition({Ticks{0}, 0, StepUnit::Event});
        panel.resize(520, 240);
        panel.show();
        [this] { QVERIFY(QTest::qWaitForWindowExposed(&panel)); }();
    }

    [[nodiscard]] QModelIndex cell(int row, int column = 0) const
    {
        return table.model()->index(row, column);
    }
    [[nodiscard]] QColor backgroundOf(int row) const
    {
        const QPoint corner = table.visualRect(cell(row)).topLeft() + QPoint(1, 1);
        return table.viewport()->grab(QRect(corner, QSize(1, 1))).toImage().pixelColor(0, 0);
    }
    [[nodiscard]] bool isInView(int row) const
    {
        return table.viewport()->rect().contains(table.visualRect(cell(row)).center());
    }

    ProgramRunPtr run = gatherRun();
    EventsPanel panel;
    QTableView& table = panel.table();
    QSignalSpy chosen{&panel, &EventsPanel::activated};
};

PlayPosition positionOf(const QSignalSpy& spy)
{
    return spy.back()[0].value<PlayPosition>();
}

}  // namespace

class TestEventsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheProgramAndCountsItsEvents()
    {
        const Fixture f;

        QStringList texts;
        for (const TextLabel* label : f.panel.findChildren<TextLabel*>())
            texts << label->text();
        QCOMPARE(texts, QStringList({QStringLiteral("gather"), QStringLiteral("35 events")}));
        QCOMPARE(f.table.accessibleName(), QStringLiteral("Events of gather"));
    }

    void hasCompactRows()
    {
        const Fixture f;

        QCOMPARE(f.table.rowHeight(0), 24);
    }

    void highlightsTheEventAtThePlayhead()
    {
        Fixture f;
        const Palette& colours = Style::current().palette();

        f.panel.setPosition({Ticks{0}, 3, StepUnit::Event});

        QCOMPARE(f.backgroundOf(2), colours.nowTint);
        QVERIFY(f.backgroundOf(1) != colours.nowTint);
        f.panel.setPosition({Ticks{0}, 2, StepUnit::Event});
        QCOMPARE(f.backgroundOf(1), colours.nowTint);
        QVERIFY(f.backgroundOf(2) != colours.nowTint);
    }

    void scrollsAlongWithThePlayhead()
    {
        Fixture f;
        QVERIFY(!f.isInView(29));

        f.panel.setPosition({std::chrono::seconds(10), 4, StepUnit::Event});

        QVERIFY(f.isInView(29));
        f.panel.setPosition({Ticks{0}, 0, StepUnit::Event});
        QVERIFY(f.isInView(0));
    }

    void showsTheCurrentEventWhenItIsShownItself()
    {
        Fixture f;
        f.panel.hide();
        f.panel.setPosition({std::chrono::seconds(10)});

        f.panel.show();

        QTRY_VERIFY(f.isInView(34));
    }

    void staysAtTheCurrentEventWhenTheProgramHasRunAgain()
    {
        Fixture f;
        const PlayPosition end{std::chrono::seconds(10)};
        f.panel.setPosition(end);

        f.panel.setRun(gatherRun());
        f.panel.setPosition(end);

        QVERIFY(f.isInView(34));
    }

    void aClickGoesToTheMomentAfterTheEvent()
    {
        const Fixture f;

        QTest::mouseClick(f.table.viewport(), Qt::LeftButton, {},
                          f.table.visualRect(f.cell(3, 2)).center());

        QCOMPARE(f.chosen.count(), 1);
        QCOMPARE(positionOf(f.chosen), (PlayPosition{Ticks{0}, 4, StepUnit::Event}));
        QCOMPARE(f.run->eventsAt(positionOf(f.chosen)), std::size_t{4});
    }

    void enterGoesToTheEventChosenByKeys()
    {
        const Fixture f;
        f.table.setFocus();
        QTest::keyClick(&f.table, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&f.table, Qt::Key_Down);

        QTest::keyClick(&f.table, Qt::Key_Return);

        QCOMPARE(f.chosen.count(), 1);
        QCOMPARE(f.run->eventsAt(positionOf(f.chosen)), std::size_t{2});
    }

    void tabLeavesTheTable()
    {
        const Fixture f;

        QVERIFY(!f.table.tabKeyNavigation());
    }

    void isEmptyWithoutARun()
    {
        Fixture f;

        f.panel.setRun(nullptr);
        f.panel.setPosition({Ticks{0}, 3, StepUnit::Event});

        QCOMPARE(f.table.model()->rowCount(), 0);
        QCOMPARE(f.table.accessibleName(), QStringLiteral("Events"));
    }
};

COROSCOPE_TEST(TestEventsPanel)
#include "tst_events_panel.moc"
