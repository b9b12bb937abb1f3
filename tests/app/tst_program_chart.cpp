// SPDX-License-Identifier: GPL-3.0-or-later
#include <QScreen>
#include <QTest>
#include <QValueAxis>
#include <QWindow>

#include "app/charts/chart_view.h"
#include "app/charts/gantt_item.h"
#include "app/charts/row_header_item.h"
#include "app/document/view_state.h"
#include "tests/app/chart_fixtures.h"
#include "tests/app/recording_paint_device.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

QRect around(QPointF middle, int reach)
{
    return {middle.toPoint() - QPoint(reach, reach), QSize(2 * reach + 1, 2 * reach + 1)};
}

bool isPlain(const QImage& image, const QRect& area)
{
    const QImage part = image.copy(area);
    QImage plain(part.size(), part.format());
    plain.fill(part.pixelColor(0, 0));
    return part == plain;
}

bool isReddish(const QColor& colour)
{
    return colour.red() > 150 && colour.red() - colour.green() > 60;
}

}  // namespace

class TestProgramChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void barsShowTheirStateInBothThemes_data();
    void barsShowTheirStateInBothThemes();
    void thePlayheadStandsAtItsTimeOverAllRows();
    void aStepThatRunsNowIsLargerThanOneThatHasRun();
    void theRowHeaderShowsTheStateAtThePlayhead();
    void whatHasNotHappenedIsVeiledOnlyWhilePlaying();
    void nothingIsDrawnBesideThePlotWhenZoomedIn();
    void vectorShapesStayInsideWithoutClips();
    void paintsAsManyShapesAsThereArePixels();
    void aRareBlockIsVisibleFromFarAway();
    void makesItsPixmapOnlyWhenItMust();
    void stripsEqualAFullPaint();
    void rowsShareTheHeightThenScroll();
    void longNamesWidenTheHeaderOfAllCharts();
    void axesFollowTheVisibleRange();
    void describesItselfInWords();
};

void TestProgramChart::barsShowTheirStateInBothThemes_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestProgramChart::barsShowTheirStateInBothThemes()
{
    QFETCH(Theme, theme);
    const Palette& p = palette(theme);
    ChartPicture sync(syncRun(), theme);
    ChartPicture gather(gatherRun(), theme);
    const QImage syncImage = sync.image();
    const QImage gatherImage = gather.image();

    QVERIFY(contains(syncImage, around(sync.at(8, 1), 6), p.block));
    QVERIFY(!isPlain(syncImage, around(sync.at(5, 2) + QPointF(8, 0), 6)));  // dots
    QCOMPARE(syncImage.pixelColor(sync.at(8, 0).toPoint()), p.card);         // in a call
    QCOMPARE(syncImage.pixelColor(sync.at(10, 0).toPoint()), p.run);         // a step
    QVERIFY(contains(gatherImage, around(gather.at(8, 1), 6), p.suspendedFill));
    QVERIFY(!contains(gatherImage, around(gather.at(8, 2), 6), p.suspendedFill));  // done
    const QPointF cap = gather.at(10, 1) + QPointF(7, 0);
    QCOMPARE(gatherImage.pixelColor(cap.toPoint()), p.ink2);
}

void TestProgramChart::thePlayheadStandsAtItsTimeOverAllRows()
{
    ChartPicture picture(syncRun());
    const QColor now = picture.colours.now;
    const auto isAt = [&](double seconds) {
        const QImage image = picture.image();
        const ChartGeometry& geometry = picture.chart->state().geometry;
        for (int row = 0; row < 4; ++row) {
            const QRectF strip = geometry.row(row);
            const QPointF gap(picture.chart->state().xOf(s(seconds)), strip.top() + 1);
            if (!contains(image, around(gap, 1), now))
                return false;
        }
        return contains(image, around({picture.at(seconds, 0).x(), 13}, 4), now);  // the flag
    };
    for (const double seconds : {1.0, 3.0, 16.0}) {
        QVERIFY(!isAt(seconds));
        picture.chart->setPlayhead({s(seconds)});
        QVERIFY(isAt(seconds));
    }
    picture.chart->setVisibleRange({s(2), s(5)});
    QVERIFY(!contains(picture.image(), picture.image().rect(), now));
}

void TestProgramChart::aStepThatRunsNowIsLargerThanOneThatHasRun()
{
    ChartPicture picture(gatherRun());
    const QColor run = picture.colours.run;
    const QPoint besideStep = (picture.at(3, 2) + QPointF(-5, 0)).toPoint();

    picture.chart->setPlayhead({s(3), 0, StepUnit::AwaitPoint});
    QCOMPARE(picture.image().pixelColor(besideStep), run);

    picture.chart->setPlayhead({s(3)});
    QVERIFY(picture.image().pixelColor(besideStep) != run);
}

void TestProgramChart::theRowHeaderShowsTheStateAtThePlayhead()
{
    ChartPicture picture(gatherRun());
    const auto glyph = [&](int row) {
        const QPointF middle(picture.chart->state().geometry.glyphX(), picture.at(0, row).y());
        return picture.image().pixelColor(middle.toPoint());
    };
    picture.chart->setPlayhead({s(3), 0, StepUnit::AwaitPoint});
    QCOMPARE(glyph(2), picture.colours.run);
    QVERIFY(glyph(3) != picture.colours.run);

    picture.chart->setPlayhead({s(3)});
    QVERIFY(glyph(2) != picture.colours.run);
}

void TestProgramChart::whatHasNotHappenedIsVeiledOnlyWhilePlaying()
{
    ChartPicture picture(syncRun());
    picture.chart->setPlayhead({s(5)});
    const QRect future = around(picture.at(8, 1), 6);
    const QRect past = around(picture.at(1, 1) + QPointF(0, 7), 2);
    const QColor block = picture.colours.block;

    QVERIFY(contains(picture.image(), future, block));
    picture.chart->setPlaying(true);
    QVERIFY(!contains(picture.image(), future, block));
    QVERIFY(contains(picture.image(), past, block));
}

void TestProgramChart::nothingIsDrawnBesideThePlotWhenZoomedIn()
{
    ChartPicture picture(syncRun());
    picture.chart->setVisibleRange({s(11), s(12)});  // within B's block and C's wait
    const QImage image = picture.image();
    const ChartGeometry& geometry = picture.chart->state().geometry;
    const int rowTop = qRound(geometry.row(2).top());
    for (int y = rowTop; y < rowTop + 34; ++y) {
        for (int x = 50; x < qRound(geometry.plotLeft()); ++x)
            QCOMPARE(image.pixelColor(x, y), picture.colours.card);
        for (int x = qRound(geometry.plotRight()) + 1; x < image.width(); ++x)
            QCOMPARE(image.pixelColor(x, y), picture.colours.card);
    }
}

void TestProgramChart::vectorShapesStayInsideWithoutClips()
{
    ChartPicture picture(gatherRun());
    const QRectF whole(0, 0, 394, 186);
    for (const TimeSpan span : {TimeSpan{s(0), s(17)}, {s(2), s(5)}, {s(9.9), s(10.1)}}) {
        picture.chart->setVisibleRange(span);
        RecordingPaintDevice device(whole.size().toSize());
        QPainter painter(&device);
        picture.paint(painter);
        painter.end();
        QVERIFY(device.shapeCount() > 0);
        QCOMPARE(device.pixmapCount(), 0);
        QCOMPARE(device.bounds() | whole, whole);
    }
}

void TestProgramChart::paintsAsManyShapesAsThereArePixels()
{
    const auto shapes = [](int turns) {
        ChartPicture picture(denseRun(10, turns), Theme::Light, {394, 400}, s(10));
        RecordingPaintDevice device({394, 400});
        QPainter painter(&device);
        picture.paint(painter);
        painter.end();
        return device.shapeCount();
    };
    const int few = shapes(1000);     // 20 000 segments
    const int many = shapes(10'000);  // 200 000
    constexpr int pixels = 10 * 298;
    QVERIFY2(few <= 3 * pixels, qPrintable(QString::number(few)));
    QVERIFY2(many <= 3 * pixels, qPrintable(QString::number(many)));
    QVERIFY(many > 10);
}

void TestProgramChart::aRareBlockIsVisibleFromFarAway()
{
    ChartPicture picture(denseRun(10), Theme::Light, {394, 400}, s(10));
    const QImage image = picture.image();
    QVERIFY(isReddish(image.pixelColor(QPoint(76 + 149, qRound(picture.at(5, 3).y())))));
    for (const int row : {2, 4}) {
        for (int x = 76; x < 370; ++x)
            QVERIFY(!isReddish(image.pixelColor(x, qRound(picture.at(5, row).y()))));
    }
}

void TestProgramChart::makesItsPixmapOnlyWhenItMust()
{
    ChartPicture picture(syncRun());
    const GanttItem& gantt = picture.chart->gantt();
    (void)picture.image();
    QCOMPARE(gantt.rasterCount(), 1);
    picture.chart->setPlayhead({s(4)});
    (void)picture.image();
    QCOMPARE(gantt.rasterCount(), 1);
    (void)picture.image(2);
    QCOMPARE(gantt.rasterCount(), 2);
    picture.chart->setVisibleRange({s(0), s(8)});
    (void)picture.image(2);
    QCOMPARE(gantt.rasterCount(), 3);
    picture.chart->setColours(palette(Theme::Dark));
    (void)picture.image(2);
    QCOMPARE(gantt.rasterCount(), 4);
    picture.chart->setRun(gatherRun(), longest);
    (void)picture.image(2);
    QCOMPARE(gantt.rasterCount(), 5);
}

// What the window shows after many small repaints is what one full repaint would show.
void TestProgramChart::stripsEqualAFullPaint()
{
    for (const bool isPlaying : {false, true}) {
        ChartView view(palette(Theme::Light));
        view.setRun(gatherRun(), longest);
        view.resize(394, 186);
        view.program().setVisibleRange({s(0), longest});
        view.program().setPlaying(isPlaying);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (const double seconds : {0.0, 0.4, 3.0, 3.1, 9.7, 10.0, 16.9, 2.2}) {
            view.program().setPlayhead({s(seconds), 0, StepUnit::AwaitPoint});
            QCoreApplication::processEvents();
            const QImage shown = view.screen()->grabWindow(view.winId()).toImage();
            const QImage full = view.grab().toImage();
            QCOMPARE(shown.convertToFormat(QImage::Format_RGB32),
                     full.convertToFormat(QImage::Format_RGB32));
        }
    }
}

void TestProgramChart::rowsShareTheHeightThenScroll()
{
    ChartPicture picture(denseRun(40, 10), Theme::Light, {394, 386}, s(10));
    const auto geometry = [&]() -> const ChartGeometry& { return picture.chart->state().geometry; };
    QCOMPARE(geometry().rowHeight(), 22.0);
    QCOMPARE(geometry().visibleRows(), 15);
    picture.chart->setFirstRow(30);
    QCOMPARE(geometry().firstRow, 25);
    QVERIFY(geometry().isVisible(39));
    picture.chart->setRun(gatherRun(), longest);
    QCOMPARE(geometry().firstRow, 0);
    QCOMPARE(geometry().rowHeight(), 44.0);
    picture.chart->resize(394, 186);
    QCOMPARE(geometry().rowHeight(), 34.0);
    QCOMPARE(geometry().plot(), QRectF(76, 26, 298, 136));
    QCOMPARE(picture.chart->plotArea(), geometry().plot());
}

void TestProgramChart::longNamesWidenTheHeaderOfAllCharts()
{
    QCOMPARE(headerWidthFor({QStringLiteral("main"), QStringLiteral("A")}, 394), 0.0);
    const QStringList names{QStringLiteral("main"), QStringLiteral("짜장면 배달")};
    const qreal width = headerWidthFor(names, 394);
    QVERIFY(width > 76);
    QVERIFY(headerWidthFor({QString(100, QLatin1Char('x'))}, 394) <= 394 * 0.35);

    ChartPicture picture(syncRun());
    picture.chart->setHeaderWidth(width);
    QCOMPARE(picture.chart->plotArea().left(), width);
}

void TestProgramChart::axesFollowTheVisibleRange()
{
    ChartPicture picture(syncRun());
    ViewState view;
    picture.chart->follow(view);
    view.timeRange.setSpan({s(2), s(6)});
    const auto* axis =
        qobject_cast<const QValueAxis*>(picture.chart->axes(Qt::Horizontal).constFirst());
    QVERIFY(axis);
    QCOMPARE(axis->min(), 2.0);
    QCOMPARE(axis->max(), 6.0);
}

void TestProgramChart::describesItselfInWords()
{
    ChartView view(palette(Theme::Light));
    view.setRun(gatherRun(), longest);
    QCOMPARE(view.accessibleName(), QStringLiteral("gather, 10 s in total, 4 tasks"));
}

COROSCOPE_TEST(TestProgramChart)
#include "tst_program_chart.moc"
