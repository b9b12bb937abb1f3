// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/charts/minimap.h"
#include "tests/app/chart_window.h"
#include "tests/app/recording_run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr Ticks total = s(10);

struct MinimapWindow : ChartWindow {
    MinimapWindow() : ChartWindow(recording(), total)
    {
        state.rows.setTree(true);
        view.resize(900, 300);
        minimap.resize(900, Minimap::wholeHeight);
        minimap.show();
        isShown = isShown && QTest::qWaitForWindowExposed(&minimap);
    }

    [[nodiscard]] QPoint at(double seconds) const
    {
        const QRectF map = minimap.mapRect();
        const double share = seconds / toSeconds(total);
        return QPointF(map.left() + share * map.width(), map.center().y()).toPoint();
    }
    void dragMap(double from, double to)
    {
        QTest::mousePress(&minimap, Qt::LeftButton, {}, at(from));
        QTest::mouseMove(&minimap, at((from + to) / 2));
        QTest::mouseMove(&minimap, at(to));
        QTest::mouseRelease(&minimap, Qt::LeftButton, {}, at(to));
    }
    void show(double from, double to) { range.setSpan({s(from), s(to)}); }
    // Within a pixel, some 16 ms, of what the pointer said.
    [[nodiscard]] bool shows(double from, double to) const
    {
        const auto isNear = [](Ticks time, double seconds) {
            return std::abs(toSeconds(time) - seconds) < 0.04;
        };
        return isNear(range.span().begin, from) && isNear(range.span().end, to);
    }

    Minimap minimap{view.program(), state};
};

}  // namespace

class TestMinimap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDragMovesOrZooms_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");

        QTest::newRow("the window") << 5.0 << 7.0 << 6.0 << 8.0;
        QTest::newRow("not over the end") << 5.0 << 9.9 << 8.0 << 10.0;
        QTest::newRow("its beginning") << 4.0 << 2.0 << 2.0 << 6.0;
        QTest::newRow("its end") << 6.0 << 9.0 << 4.0 << 9.0;
        QTest::newRow("its end up to the last") << 6.0 << 10.0 << 4.0 << 10.0;
        QTest::newRow("from elsewhere, after a click there") << 2.0 << 3.0 << 2.0 << 4.0;
    }

    void aDragMovesOrZooms()
    {
        QFETCH(const double, from);
        QFETCH(const double, to);
        QFETCH(const double, begin);
        QFETCH(const double, end);
        MinimapWindow f;
        QVERIFY(f.isShown);
        f.show(4, 6);
        f.dragMap(from, to);
        QVERIFY2(f.shows(begin, end), qPrintable(QStringLiteral("%1 to %2")
                                                     .arg(toSeconds(f.range.span().begin))
                                                     .arg(toSeconds(f.range.span().end))));
    }

    void anEdgeIsNotDraggedOverTheOther()
    {
        MinimapWindow f;
        f.show(4, 6);
        f.dragMap(4, 9);
        QCOMPARE(f.range.span().end, s(6));
        QVERIFY(f.range.span().begin < s(6));
        QVERIFY(f.range.span().begin > s(5.9));
    }

    void aClickCentresTheWindowThere()
    {
        MinimapWindow f;
        f.show(4, 6);
        QTest::mouseClick(&f.minimap, Qt::LeftButton, {}, f.at(8));
        QVERIFY(f.shows(7, 9));
        QTest::mouseClick(&f.minimap, Qt::LeftButton, {}, f.at(8.5));  // inside: nothing to do
        QVERIFY(f.shows(7, 9));
    }

    void aDoubleClickShowsAll()
    {
        MinimapWindow f;
        f.show(4, 6);
        QTest::mouseDClick(&f.minimap, Qt::LeftButton, {}, f.at(5));
        QCOMPARE(f.range.span(), (TimeSpan{s(0), total}));
    }

    void theWheelZoomsAtThePointer()
    {
        MinimapWindow f;
        f.show(4, 6);
        const QPoint place = f.at(4.5);
        QWheelEvent event(place, f.minimap.mapToGlobal(place), {}, {0, 120}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&f.minimap, &event);
        QVERIFY(f.shows(4.1, 5.7));
    }

    void keysMoveAndZoomIt_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");

        QTest::newRow("left") << Qt::Key_Left << 3.8 << 5.8;
        QTest::newRow("right") << Qt::Key_Right << 4.2 << 6.2;
        QTest::newRow("up") << Qt::Key_Up << 4.333 << 5.667;
        QTest::newRow("down") << Qt::Key_Down << 3.5 << 6.5;
        QTest::newRow("to the start") << Qt::Key_Home << 0.0 << 2.0;
        QTest::newRow("to the end") << Qt::Key_End << 8.0 << 10.0;
    }

    void keysMoveAndZoomIt()
    {
        QFETCH(const Qt::Key, key);
        QFETCH(const double, begin);
        QFETCH(const double, end);
        MinimapWindow f;
        f.show(4, 6);
        QTest::keyClick(&f.minimap, key);
        QVERIFY(f.shows(begin, end));
    }

    void saysWhatIsShown()
    {
        MinimapWindow f;
        f.show(4, 6);
        QCOMPARE(f.minimap.accessibleName(), QStringLiteral("Whole recording"));
        const QString before = f.minimap.accessibleDescription();
        f.show(5, 6);
        QVERIFY(!before.isEmpty() && f.minimap.accessibleDescription() != before);
    }

    void itsWindowIsSeenHoweverSmall()
    {
        MinimapWindow f;
        f.range.setSpan({total - Ticks{1000}, total});
        QVERIFY(f.minimap.windowRect().width() >= 8);
        QVERIFY(f.minimap.mapRect().contains(f.minimap.windowRect()));
    }

    void standsUnderThePlot()
    {
        MinimapWindow f;
        QCOMPARE(f.minimap.mapRect().left(), f.shown().geometry.plotLeft());
        QCOMPARE(f.minimap.mapRect().right(), f.shown().geometry.plotRight());
        QCOMPARE(f.minimap.mapRect().height(), 35.0);
    }

    void movesTheOrderAxisToo()
    {
        MinimapWindow f;
        f.state.orderRange.setSpan({Ticks{0}, AxisMap::unit * 20});
        f.state.axis.setKind(AxisKind::Order);
        f.dragMap(9.99, 9.0);  // the end, which is that of all events
        QVERIFY(f.state.orderRange.span().end < AxisMap::unit * 20);
    }

    void isDrawnOnce()
    {
        MinimapWindow f;
        f.minimap.grab();
        const int count = f.minimap.pictureCount();
        QVERIFY(count > 0);
        f.show(4, 6);
        f.playhead.setTime(s(5));
        f.chart().setFirstRow(1);
        const auto* const rest = f.minimap.findChild<QTimer*>();
        QTRY_VERIFY(!rest->isActive());  // else nothing would be drawn anyway
        f.minimap.grab();
        QCOMPARE(f.minimap.pictureCount(), count);
        f.chart().setColours(palette(Theme::Dark));
        QTRY_COMPARE(f.minimap.pictureCount(), count + 1);
    }
};

COROSCOPE_TEST(TestMinimap)
#include "tst_minimap.moc"
