// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/charts/gantt_item.h"
#include "tests/app/chart_fixtures.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

class TestSmallChart : public QObject {
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
        const auto colourAt = [&](double seconds, double row) {
            const QPointF place(
                picture.at(seconds, 0).x(),
                picture.at(0, 0).y() + row * picture.chart->state().geometry.rowHeight());
            return small.pixelColor((place * scale).toPoint());
        };
        for (const double seconds : {6.5, 7.5, 8.7}) {
            QVERIFY(colourAt(seconds, 1).red() > 170);
            QVERIFY(colourAt(seconds, 1).green() < 110);
            QVERIFY(colourAt(seconds, 2.2).green() > 200);
        }
        QCOMPARE(picture.chart->gantt().rasterCount(), 0);
    }
};

COROSCOPE_TEST(TestSmallChart)
#include "tst_small_chart.moc"
