// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/charts/gantt_item.h"
#include "app/charts/thumbnail.h"
#include "tests/app/chart_fixtures.h"
#include "tests/app/recording_paint_device.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

class TestThumbnail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChartIsAsSharpWhenItIsSmall_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("half") << 0.5;
        QTest::newRow("0.61") << 0.61;
        QTest::newRow("a fifth") << 0.2;
    }

    // What is drawn small is what is drawn large, made smaller.
    void aChartIsAsSharpWhenItIsSmall()
    {
        QFETCH(double, scale);
        ChartPicture picture(syncRun(), Theme::Light, {480, 240});
        picture.chart->setPlayhead({s(3)});
        const QImage small = picture.image(scale);
        QCOMPARE(small.size(), (QSizeF(480, 240) * scale).toSize());
        const auto colourAt = [&](double seconds, int row) {
            return small.pixelColor((picture.at(seconds, row) * scale).toPoint());
        };
        for (const double seconds : {1.3, 5.0, 8.7}) {
            QVERIFY(colourAt(seconds, 1).red() > 170);
            QVERIFY(colourAt(seconds, 1).green() < 110);
            QVERIFY(colourAt(seconds, 2).green() > 180);
        }
        QCOMPARE(picture.chart->gantt().rasterCount(), 0);
    }

    void showsTheProgramsSideBySideOnOneScale()
    {
        const std::vector<ProgramRunPtr> runs{syncRun(), gatherRun()};
        const Palette& p = palette(Theme::Light);
        QImage image(240, 120, QImage::Format_RGB32);
        image.fill(p.card);
        QPainter painter(&image);
        drawThumbnail(painter, QRectF(0, 0, 240, 120), runs, p);
        painter.end();

        const QRect left(0, 0, 118, 120);
        const QRect right(122, 0, 118, 120);
        QVERIFY(contains(image, left, p.block) && !contains(image, right, p.block));
        QVERIFY(contains(image, right, p.suspendedFill) && !contains(image, left, p.suspendedFill));
        QCOMPARE(image.pixelColor(120, 60), p.line);
        // 10 of 17 s: gather's bars end before the end of their half.
        QVERIFY(contains(image, {180, 0, 12, 120}, p.run));
        QVERIFY(!contains(image, {210, 0, 30, 120}, p.run));
    }

    void staysInItsPlace()
    {
        const std::vector<ProgramRunPtr> runs{denseRun(40, 100), gatherRun()};
        RecordingPaintDevice device({240, 92});
        QPainter painter(&device);
        drawThumbnail(painter, QRectF(0, 0, 240, 92), runs, palette(Theme::Dark));
        painter.end();
        const QRectF whole(0, 0, 240, 92);
        QVERIFY(device.shapeCount() > 0);
        QCOMPARE(device.pixmapCount(), 0);
        QCOMPARE(device.bounds() | whole, whole);
    }

    void noProgramsAreNothing()
    {
        RecordingPaintDevice device({240, 92});
        QPainter painter(&device);
        drawThumbnail(painter, QRectF(0, 0, 240, 92), {}, palette(Theme::Light));
        painter.end();
        QCOMPARE(device.shapeCount(), 0);
    }
};

COROSCOPE_TEST(TestThumbnail)
#include "tst_thumbnail.moc"
