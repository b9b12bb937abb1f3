// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QHeaderView>
#include <QSlider>
#include <QTableView>
#include <QToolButton>
#include <QWheelEvent>

#include "app/panels/bottom_dock.h"
#include "app/panels/column_heading.h"
#include "app/panels/left_dock.h"
#include "app/panels/number_field.h"
#include "app/panels/status_strip.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

QStringList headings(const WindowFixture& f)
{
    QStringList texts;
    for (const ProgramColumn* const column : f.columns())
        texts << column->findChild<ColumnHeading*>()->accessibleName();
    return texts;
}

QString finding(const WindowFixture& f)
{
    return f.window.findChild<StatusStrip*>()->text();
}

QPoint handleOf(const QSlider& slider, double value)
{
    const double share = value / 20;
    return {9 + static_cast<int>(share * (slider.width() - 18)), slider.height() / 2};
}

void click(QCheckBox* box)
{
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
}

void wheel(QWidget* target, QPoint position, int delta, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(position, target->mapToGlobal(position), {}, {0, delta}, Qt::NoButton,
                      modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(target, &event);
}

bool isNear(double actual, double expected)
{
    return qAbs(actual - expected) < 0.1;
}

}  // namespace

class TestWindowMouse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraggedSliderRunsThePrograms()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QCOMPARE(headings(f).at(0), QStringLiteral("sync, total 17.00 s"));
        f.setTime(8.5);
        const QString before = finding(f);
        auto* const slider = f.find<QSlider>("A's meal");

        QTest::mousePress(slider, Qt::LeftButton, {}, handleOf(*slider, 10));
        QTest::mouseMove(slider, handleOf(*slider, 1));
        QVERIFY(f.settles());

        // Still pressed.
        QCOMPARE(f.find<NumberField>("A's meal")->value(), 1.0);
        QCOMPARE(headings(f), (QStringList{QStringLiteral("sync, total 8.00 s"),
                                           QStringLiteral("gather, total 4.00 s"),
                                           QStringLiteral("create_task, total 4.00 s")}));
        QCOMPARE(f.state(1).run->total(), s(4));
        QCOMPARE(f.state(1).span, (TimeSpan{s(0), s(8)}));
        QCOMPARE(f.time(), 4.0);
        QVERIFY(finding(f) != before);
        QVERIFY(finding(f).contains(QStringLiteral("4.00 s")));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, handleOf(*slider, 1));
    }

    void aTypedNumberAndEnterRunThePrograms()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        auto* const field = f.find<NumberField>("B's meal");
        QTest::mouseDClick(field, Qt::LeftButton);
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("12.5"));
        QCOMPARE(headings(f).at(1), QStringLiteral("gather, total 10.00 s"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(f.settles());

        QCOMPARE(headings(f).at(0), QStringLiteral("sync, total 26.50 s"));
        QCOMPARE(headings(f).at(1), QStringLiteral("gather, total 12.50 s"));
        QCOMPARE(f.find<QSlider>("B's meal")->value(), 25);
    }

    void resetGoesBackToTheScenariosValues()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.window.comparison().setParameter(QStringLiteral("a"), 0.5);
        QVERIFY(f.settles());
        QCOMPARE(f.find<NumberField>("A's meal")->value(), 0.5);

        QTest::mouseClick(f.find<QToolButton>("Reset durations"), Qt::LeftButton);
        QVERIFY(f.settles());

        QCOMPARE(f.find<NumberField>("A's meal")->value(), 10.0);
        QCOMPARE(headings(f).at(0), QStringLiteral("sync, total 17.00 s"));
    }

    void noTimeAtAllIsShownToo()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.setTime(8.5);
        for (const char* const name : {"a", "b", "c"}) {
            f.window.comparison().setParameter(QString::fromLatin1(name), 0);
            QVERIFY(f.settles());
        }

        QCOMPARE(headings(f).at(0), QStringLiteral("sync, total 0.00 s"));
        QCOMPARE(f.time(), 0.0);
        QCOMPARE(f.span(), (TimeSpan{s(0), s(1)}));
        QVERIFY(!finding(f).isEmpty());
        QVERIFY(!finding(f).contains(QStringLiteral("nan")));
        f.window.navigation().togglePlay();
        f.now += s(1);
        f.window.navigation().player().advance();
        QVERIFY(!f.window.comparison().playhead().isPlaying());
        QVERIFY(!f.window.grab().isNull());
    }

    void pressAndDragInOneChartMoveThePlayheadOfAll()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QWidget* const viewport = f.chart(1).viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, {f.at(1, 3, 2).x(), 10});
        QVERIFY(isNear(toSeconds(f.state(0).position.time), 3));
        QTest::mouseMove(viewport, f.at(1, 12, 2));
        for (std::size_t column = 0; column < 3; ++column)
            QVERIFY(isNear(toSeconds(f.state(column).position.time), 12));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, f.at(1, 12, 2));
    }

    void theWheelZoomsAndPansAllColumns()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        wheel(f.chart(2).viewport(), f.at(2, 5, 1), 240, Qt::ControlModifier);
        const TimeSpan zoomed = f.span();
        QVERIFY(zoomed.length() < s(17));
        for (std::size_t column = 0; column < 3; ++column)
            QCOMPARE(f.state(column).span, zoomed);

        wheel(f.chart(0).viewport(), f.at(0, 6, 1), -240, Qt::ShiftModifier);
        QVERIFY(f.span().begin > zoomed.begin);
        QCOMPARE(f.state(2).span, f.span());

        QTest::mouseClick(f.find<QToolButton>("Show the whole time (0)"), Qt::LeftButton);
        for (std::size_t column = 0; column < 3; ++column)
            QCOMPARE(f.state(column).span, (TimeSpan{s(0), s(17)}));
    }

    void aClickedEventMovesThePlayhead()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QVERIFY(f.showTab(BottomDock::EventsTab));
        auto* const table = f.find<QTableView>("Events of gather");
        const QModelIndex last = table->model()->index(table->model()->rowCount() - 1, 0);
        table->scrollTo(last);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(last).center());
        QCOMPARE(f.time(), 10.0);
    }

    void aFourthProgramWrapsWhereThereIsNoRoom()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        click(f.find<QCheckBox>("sequential"));
        QVERIFY(f.settles());
        QCOMPARE(f.columns().size(), std::size_t{4});
        QCOMPARE(headings(f).at(1), QStringLiteral("sequential, total 17.00 s"));
        QTRY_VERIFY(f.columns()[3]->y() > f.columns()[0]->y());
        QCOMPARE(f.columns()[3]->x(), f.columns()[0]->x());

        f.window.resize(1700, 900);
        QTRY_COMPARE(f.columns()[3]->y(), f.columns()[0]->y());
        QVERIFY(f.columns()[3]->width() >= ProgramColumn::leastWidth);

        click(f.find<QCheckBox>("sequential"));
        QVERIFY(f.settles());
        QCOMPARE(f.columns().size(), std::size_t{3});
    }

    void theEventsOfFourProgramsFitBesideEachOther()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QVERIFY(f.showTab(BottomDock::EventsTab));
        click(f.find<QCheckBox>("sequential"));
        QVERIFY(f.settles());
        for (const char* const name : {"Events of sync", "Events of create_task"}) {
            QTRY_VERIFY(f.find<QTableView>(name));
            const auto* const table = f.find<QTableView>(name);
            QTRY_COMPARE(table->horizontalHeader()->length(), table->viewport()->width());
        }
    }

    void theLastProgramStays()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        for (const char* const name : {"sync", "gather", "create_task"})
            click(f.find<QCheckBox>(name));
        QVERIFY(f.settles());
        QCOMPARE(headings(f), QStringList{QStringLiteral("create_task, total 10.00 s")});
        QVERIFY(f.find<QCheckBox>("create_task")->isChecked());
    }

    void theThemeRepaintsEverything()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        const auto colourAt = [&](const QWidget* widget, QPoint place) {
            return f.window.grab().toImage().pixelColor(widget->mapTo(&f.window, place));
        };
        const QWidget* const column = f.columns()[0];
        const QPoint inChart = f.chart(0).mapTo(column, QPoint(12, 4));
        const auto* const dock = f.window.findChild<BottomDock*>();
        const auto* const strip = f.window.findChild<StatusStrip*>();
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            const Palette& colours = palette(theme);
            QCOMPARE(Style::current().theme(), theme);
            QCOMPARE(colourAt(&f.window, {600, 4}), colours.ground);
            QCOMPARE(colourAt(f.window.findChild<LeftDock*>(), {4, 200}), colours.ground);
            QCOMPARE(colourAt(column, {20, 12}), colours.card);
            QCOMPARE(colourAt(column, inChart), colours.card);
            QCOMPARE(colourAt(dock, {4, 60}), colours.ground);
            QCOMPARE(colourAt(strip, {4, 10}), colours.ground);
            QTest::mouseClick(
                f.find<QToolButton>(theme == Theme::Light ? "Dark theme" : "Light theme"),
                Qt::LeftButton);
        }
    }

    void aSmallWindowFoldsWhatItCanAndBack()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        auto* const left = f.window.findChild<LeftDock*>();
        auto* const events = f.window.findChild<BottomDock*>();

        f.window.resize(1024, 640);
        QTRY_VERIFY(left->isRail());
        QVERIFY(events->isFolded());
        QTRY_COMPARE(f.columns()[2]->findChild<ColumnHeading*>()->height(), 44);
        QVERIFY(f.chart(2).mapTo(&f.window, QPoint(f.chart(2).width(), 0)).x() <= 1024);

        f.window.resize(1440, 900);
        QTRY_VERIFY(!left->isRail());
        QVERIFY(!events->isFolded());
        QTRY_COMPARE(f.columns()[2]->findChild<ColumnHeading*>()->height(), 54);
    }

    void unfoldedEventsStayUnfolded()
    {
        WindowFixture f(QStringLiteral("delivery"), {1024, 640});
        QVERIFY(f.isShown);
        auto* const events = f.window.findChild<BottomDock*>();
        QVERIFY(events->isFolded());

        QTest::mouseClick(f.find<QToolButton>("Unfold the bottom panel"), Qt::LeftButton);
        f.window.comparison().setParameter(QStringLiteral("a"), 5);
        QVERIFY(f.settles());
        f.window.resize(1024, 650);
        QVERIFY(!events->isFolded());
    }
};

COROSCOPE_TEST(TestWindowMouse)
#include "tst_window_mouse.moc"
