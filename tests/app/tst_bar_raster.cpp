// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "app/charts/gantt_item.h"
#include "tests/app/chart_fixtures.h"
#include "tests/app/recording_paint_device.h"
#include "tests/support/test_registry.h"
#include "tests/support/trace_generator.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr QSizeF size{700, 500};
const Ticks length = s(60);

ProgramRunPtr big(const TraceRecipe& recipe)
{
    return runOf("big", traceOf(recipe));
}

int difference(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))});
}

}  // namespace

class TestBarRaster : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manySegmentsAreDrawnByARaster();
    void looksLikeTheShapes_data();
    void looksLikeTheShapes();
    void aPannedPictureIsTheFullOne_data();
    void aPannedPictureIsTheFullOne();
    void aMoveByPartsOfAPixelIsDrawnAnew();
    void aRareBlockIsSeenAndNamed_data();
    void aRareBlockIsSeenAndNamed();
    void aLonelyStepLeavesAFullMark();
    void aLittleBusyLoopDoesNotLookBusy();
    void wideBarsKeepTheirWords();
    void vectorFilesAreBoundedByPixels();
};

void TestBarRaster::manySegmentsAreDrawnByARaster()
{
    ChartPicture picture(big({.segments = 30'000, .rows = 10}), Theme::Light, size, length);
    (void)picture.image();
    QVERIFY(picture.chart->gantt().isDense());
    picture.chart->setVisibleRange({s(10), s(11)});
    (void)picture.image();
    QVERIFY(!picture.chart->gantt().isDense());
}

void TestBarRaster::looksLikeTheShapes_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<double>("height");
    for (const bool isDark : {false, true}) {
        for (const double height : {290.0, 400.0, 500.0})
            QTest::addRow("%s %g", isDark ? "dark" : "light", height) << isDark << height;
    }
}

// 1900 segments are shapes, and with a few more to the right of the view they are pixels.
void TestBarRaster::looksLikeTheShapes()
{
    QFETCH(bool, isDark);
    QFETCH(double, height);
    const Theme theme = isDark ? Theme::Dark : Theme::Light;
    const ProgramRunPtr run = big({.segments = 800, .rows = 10});
    ChartPicture picture(run, theme, {1400, height}, length);
    const QImage shapes = picture.image();
    QVERIFY(!picture.chart->gantt().isDense());
    BarRaster raster;
    raster.show(picture.chart->state(), 1, false);
    QImage pixels = shapes;
    QPainter painter(&pixels);
    raster.paint(painter, picture.chart->state());
    painter.end();

    const QRect plot = picture.chart->state().geometry.plot().toAlignedRect();
    int unlike = 0;
    for (int y = plot.top(); y < plot.bottom(); ++y) {
        for (int x = plot.left() + 2; x < plot.right() - 12; ++x)
            unlike += difference(shapes.pixel(x, y), pixels.pixel(x, y)) > 60 ? 1 : 0;
    }
    const double share = static_cast<double>(unlike) / (plot.width() * plot.height());
    QVERIFY2(share < 0.03, qPrintable(QString::number(share)));
}

void TestBarRaster::aPannedPictureIsTheFullOne_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("scale");
    for (const double seconds : {60.0, 20.0, 3.0})
        QTest::addRow("%g s", seconds) << seconds << 1.0;
    QTest::newRow("on a dense screen") << 20.0 << 2.0;
}

void TestBarRaster::aPannedPictureIsTheFullOne()
{
    QFETCH(double, seconds);
    QFETCH(double, scale);
    const ProgramRunPtr run =
        big({.segments = 60'000, .rows = 30, .length = s(120), .pace = TraceRecipe::Pace::Bursts});
    ChartPicture picture(run, Theme::Light, size, s(120));
    const double width = picture.chart->state().geometry.plotWidth();
    const auto perPixel = static_cast<std::int64_t>(seconds * 1e9 / width);
    const Ticks shown(static_cast<std::int64_t>(static_cast<double>(perPixel) * width));
    const auto showAt = [&](std::int64_t pixels) {
        const Ticks begin = s(5) + Ticks(perPixel * pixels);
        picture.chart->setVisibleRange({begin, begin + shown});
        return picture.image(scale);
    };
    (void)showAt(0);
    std::int64_t at = 0;
    for (const int by : {1, 8, 8, -3, 200, -150, 64, 7}) {
        at += by;
        const QImage panned = showAt(at);
        QCOMPARE(picture.chart->gantt().bars().drawnColumns(),
                 static_cast<int>(std::lround(std::abs(by) * scale)));
        const QImage moving = picture.chart->gantt().bars().image();
        BarRaster anew;
        anew.show(picture.chart->state(), scale, true);
        const QImage full = anew.image();
        int differing = 0;
        for (int y = 0; y < full.height(); ++y) {
            for (int x = 0; x < full.width(); ++x)
                differing += difference(full.pixel(x, y), moving.pixel(x, y)) > 0 ? 1 : 0;
        }
        // What stands out is chosen anew in a full picture; all else is the same.
        QVERIFY2(differing <= full.width() * full.height() / 100,
                 qPrintable(QString::number(differing)));
    }
}

void TestBarRaster::aMoveByPartsOfAPixelIsDrawnAnew()
{
    ChartPicture picture(big({.segments = 30'000, .rows = 10}), Theme::Light, size, length);
    picture.chart->setVisibleRange({s(0), s(30)});
    (void)picture.image();
    picture.chart->setVisibleRange({s(0) + Ticks(20'000'001), s(30) + Ticks(20'000'001)});
    (void)picture.image();
    QVERIFY(picture.chart->gantt().bars().drawnColumns() > 600);
}

void TestBarRaster::aRareBlockIsSeenAndNamed_data()
{
    QTest::addColumn<int>("segments");
    for (const int segments : {20'000, 200'000})
        QTest::addRow("%d", segments) << segments;
}

void TestBarRaster::aRareBlockIsSeenAndNamed()
{
    QFETCH(int, segments);
    TraceRecipe recipe{
        .segments = static_cast<std::size_t>(segments), .rows = 10, .hasLongBlocks = false};
    recipe.rareBlock = {3, s(20), 16 * length * 10 / segments};
    const ProgramRunPtr run = big(recipe);
    ChartPicture picture(run, Theme::Light, size, length);
    const QImage image = picture.image();
    const Track& track = run->timeline->tracks()[3];
    const auto block =
        track.pyramid.longestBlock(track.segments, {Ticks{0}, length}, run->timeline->end());
    QVERIFY(block);
    const Segment segment = run->timeline->segment(track, *block);
    QCOMPARE(segment.span.length(), recipe.rareBlock->length);
    const QPointF place = picture.at(toSeconds(segment.span.begin + segment.span.length() / 2), 3);
    int reds = 0;
    for (int x = -2; x <= 2; ++x) {
        const QColor colour = image.pixelColor(QPoint(qRound(place.x()) + x, qRound(place.y())));
        reds += colour.red() > 170 && colour.green() < 80 ? 1 : 0;
    }
    QVERIFY(reds > 0);
    const auto hit = picture.chart->hitAt(place);
    QVERIFY(hit);
    QCOMPARE(hit->segment, *block);
}

// One short step a second in a row that else waits.
ProgramRunPtr waker(int stepsASecond)
{
    auto trace = std::make_shared<Trace>();
    for (int row = 0; row < 3; ++row) {
        const TaskId task = trace->addTask({"Task", "waker", {}, {}, {}});
        trace->append({}, EventKind::Create, Word::None, task);
    }
    for (int i = 0; i < 60 * stepsASecond; ++i) {
        for (std::uint32_t row = 0; row < 3; ++row) {
            const Ticks at = s(1) * i / stepsASecond + Ticks(row * 10'000);
            trace->append(at, EventKind::Resume, Word::None, {row});
            trace->append(at + Ticks(5000), EventKind::Suspend, Word::Sleep, {row});
        }
    }
    return runOf("waker", trace);
}

void TestBarRaster::aLonelyStepLeavesAFullMark()
{
    ChartPicture picture(waker(8), Theme::Light, {700, 200}, length);
    picture.chart->setVisibleRange({s(0), s(50)});
    const QImage image = picture.image();
    const QRect plot = picture.chart->state().geometry.plot().toAlignedRect();
    if (!picture.chart->gantt().isDense())
        QSKIP("too few segments");
    int marks = 0;
    for (int x = plot.left(); x < plot.right(); ++x)
        marks += image.pixelColor(x, qRound(picture.at(1, 1).y())) == picture.colours.run ? 1 : 0;
    QVERIFY2(marks > 300 && marks < 420, qPrintable(QString::number(marks)));
}

void TestBarRaster::aLittleBusyLoopDoesNotLookBusy()
{
    ChartPicture picture(waker(1000), Theme::Light, {700, 200}, length);
    const QImage image = picture.image();
    QVERIFY(picture.chart->gantt().isDense());
    const QColor seen = image.pixelColor(picture.at(30, 1).toPoint());
    // Half a percent of running on what else is suspended.
    QVERIFY(seen.red() > 180);
}

void TestBarRaster::wideBarsKeepTheirWords()
{
    ChartPicture picture(big({.segments = 4'000, .rows = 10}), Theme::Light, {1400, 500}, length);
    const QImage image = picture.image();
    QVERIFY(picture.chart->gantt().isDense());
    const auto marks = picture.chart->gantt().bars().marks(picture.chart->state());
    const bool hasWide = std::ranges::any_of(marks, [](const RowMarks& row) {
        return std::ranges::any_of(row.bars, [](const RowMarks::Bar& bar) {
            return bar.x1 - bar.x0 > 80 && bar.segment != RowMarks::merged;
        });
    });
    QVERIFY(hasWide);
    QVERIFY(!image.isNull());
}

void TestBarRaster::vectorFilesAreBoundedByPixels()
{
    const auto shapes = [](std::size_t segments) {
        ChartPicture picture(big({.segments = segments, .rows = 10}), Theme::Light, size, length);
        RecordingPaintDevice device(size.toSize());
        QPainter painter(&device);
        picture.paint(painter);
        painter.end();
        return device.shapeCount();
    };
    const int few = shapes(20'000);
    const int many = shapes(200'000);
    QVERIFY(few < 10 * 700 && many < 10 * 700 && many > 10);
}

COROSCOPE_TEST(TestBarRaster)
#include "tst_bar_raster.moc"
