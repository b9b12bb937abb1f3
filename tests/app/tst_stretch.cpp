// SPDX-License-Identifier: GPL-3.0-or-later
// Durations that are changed by dragging a bar's end.
#include <QSlider>

#include "app/charts/overlay_item.h"
#include "app/panels/number_field.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// The end of A's wait, at 10 s, in the chart of gather.
struct StretchFixture : WindowFixture {
    [[nodiscard]] QWidget* viewport() const { return chart(1).viewport(); }
    [[nodiscard]] QPoint end(double seconds) const { return at(1, seconds, 1); }
    void press() { QTest::mousePress(viewport(), Qt::LeftButton, {}, end(10)); }
    void dragTo(double seconds)
    {
        QTest::mouseMove(viewport(), end(seconds));
        settles();
    }
    void release() { QTest::mouseRelease(viewport(), Qt::LeftButton); }
    [[nodiscard]] double valueOfA() { return window.comparison().parameters().at("a").toDouble(); }
};

}  // namespace

class TestStretch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraggedEndChangesTheDurationBehindIt()
    {
        StretchFixture f;
        QVERIFY(f.isShown);

        f.press();
        f.dragTo(6);

        QCOMPARE(f.valueOfA(), 6.0);
        QCOMPARE(f.find<NumberField>("A's meal")->value(), 6.0);
        QCOMPARE(f.find<QSlider>("A's meal")->value(), 12);
        QCOMPARE(f.state(1).run->total(), s(6));
        QCOMPARE(f.state(0).run->total(), s(13));
        f.release();
        QCOMPARE(f.valueOfA(), 6.0);
        QVERIFY(f.window.comparison().view().selection.isEmpty());
    }

    void theOldScheduleStaysBehindUntilTheButtonIsReleased()
    {
        StretchFixture f;
        QVERIFY(f.isShown);
        f.press();
        f.dragTo(6);

        for (std::size_t column = 0; column < 3; ++column) {
            QVERIFY(f.state(column).ghost);
            QCOMPARE(f.state(column).span, (TimeSpan{s(0), s(17)}));
        }
        QCOMPARE(f.state(1).ghost->total(), s(10));
        f.release();
        for (std::size_t column = 0; column < 3; ++column) {
            QVERIFY(!f.state(column).ghost);
            QCOMPARE(f.state(column).span, (TimeSpan{s(0), s(13)}));
        }
    }

    void theAxisGrowsWithABarThatOutgrowsIt()
    {
        StretchFixture f;
        QVERIFY(f.isShown);
        f.press();
        f.dragTo(15);
        QCOMPARE(f.valueOfA(), 15.0);
        QCOMPARE(f.span(), (TimeSpan{s(0), s(22)}));
        f.release();
    }

    void theValueStaysInItsRangeAndItsSteps()
    {
        StretchFixture f;
        QVERIFY(f.isShown);
        f.press();
        f.dragTo(7.4);
        QCOMPARE(f.valueOfA(), 7.5);
        f.dragTo(0);
        QTest::mouseMove(f.viewport(), QPoint(1, f.end(0).y()));
        f.settles();
        QCOMPARE(f.valueOfA(), 0.0);
        QTest::mouseMove(f.viewport(), QPoint(4000, f.end(0).y()));
        f.settles();
        QCOMPARE(f.valueOfA(), 20.0);
        f.release();
    }

    void escapeTakesItBackAndLetsGo()
    {
        StretchFixture f;
        QVERIFY(f.isShown);
        f.press();
        f.dragTo(6);
        f.WindowFixture::press("Esc");
        QVERIFY(f.settles());
        QCOMPARE(f.valueOfA(), 10.0);
        QVERIFY(!f.state(1).ghost);
        f.dragTo(4);
        QCOMPARE(f.valueOfA(), 10.0);
        f.release();
        QVERIFY(!f.window.comparison().canUndo());
    }

    void oneUndoTakesBackAWholeDrag()
    {
        StretchFixture f;
        QVERIFY(f.isShown);
        f.press();
        for (const double seconds : {9.0, 7.0, 6.0})
            f.dragTo(seconds);
        f.release();
        f.WindowFixture::press("Ctrl+Z");
        QVERIFY(f.settles());
        QCOMPARE(f.valueOfA(), 10.0);
        f.WindowFixture::press("Ctrl+Y");
        QVERIFY(f.settles());
        QCOMPARE(f.valueOfA(), 6.0);
    }

    void blocksOfCallsAreDraggedToo()
    {
        StretchFixture f;
        QVERIFY(f.isShown);
        QWidget* const viewport = f.chart(0).viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, f.at(0, 13, 2));
        QTest::mouseMove(viewport, f.at(0, 12, 2));
        QVERIFY(f.settles());
        QCOMPARE(f.window.comparison().parameters().at("b").toDouble(), 2.0);
        QTest::mouseRelease(viewport, Qt::LeftButton);
    }

    void thePointerAndItsToolTipSayWhereItWorks()
    {
        StretchFixture f;
        QVERIFY(f.isShown);
        const ProgramChart& chart = f.chart(1).program();
        QTest::mouseMove(f.viewport(), f.end(9));
        QVERIFY(!f.state(1).grip);
        QTest::mouseMove(f.viewport(), f.end(10));
        QVERIFY(f.state(1).grip);
        QCOMPARE(f.viewport()->cursor().shape(), Qt::SizeHorCursor);
        QVERIFY(chart.toolTipAt(f.end(10)).contains(QStringLiteral("Drag")));
        QVERIFY(!chart.toolTipAt(f.end(8)).contains(QStringLiteral("Drag")));
        QVERIFY(!chart.gripAt(f.at(1, 10, 0)));  // main's wait follows from others
    }

    void aClickOnAnEndSelectsTheStepThere()
    {
        StretchFixture f;
        QVERIFY(f.isShown);
        QTest::mouseClick(f.viewport(), Qt::LeftButton, {}, f.end(10));
        QVERIFY(f.state(1).selected);
        QCOMPARE(f.state(1).segment(*f.state(1).selected).state, SegmentState::Running);
        QCOMPARE(f.valueOfA(), 10.0);
    }
};

COROSCOPE_TEST(TestStretch)
#include "tst_stretch.moc"
