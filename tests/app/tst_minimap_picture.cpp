// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/charts/minimap_picture.h"
#include "tests/app/recording_run.h"
#include "tests/support/test_registry.h"
#include "tests/support/trace_generator.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr Ticks total = s(10);

bool isRed(QRgb colour)
{
    return QColor(colour) == palette(Theme::Light).block;
}

}  // namespace

class TestMinimapPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhereTheLoopWasHeld()
    {
        const ProgramRunPtr run = recording();
        const QImage image = minimapPicture(*run, total, {1000, 35}, palette(Theme::Light));
        for (const int y : {0, 17, 34}) {
            QVERIFY(isRed(image.pixel(820, y)));
            QVERIFY(!isRed(image.pixel(795, y)));
            QVERIFY(!isRed(image.pixel(855, y)));
            QVERIFY(!isRed(image.pixel(300, y)));  // 15 ms
        }
    }

    void manyNarrowBlocksDoNotFloodThePicture()
    {
        auto trace = std::make_shared<Trace>();
        const TaskId task = trace->addTask({"Task-1", "", {}, {}, {}});
        trace->append(s(0), EventKind::Create, Word::None, task);
        trace->append(s(0), EventKind::Resume, Word::None, task);
        for (int i = 0; i < 3'600; ++i) {
            const Ticks length = s(i == 1'800 ? 0.2 : 0.1);
            trace->append(s(i), EventKind::Block, Word::Sleep, task);
            trace->append(s(i) + length, EventKind::Unblock, Word::None, task);
        }
        trace->append(s(3'600), EventKind::End, Word::Ok);
        const QImage image =
            minimapPicture(*runOf("held", trace), s(3'600), {800, 35}, palette(Theme::Light));
        int red = 0;
        for (int x = 0; x < 800; ++x)
            red += isRed(image.pixel(x, 34)) ? 1 : 0;
        QVERIFY(red > 0 && red <= 100);
        QVERIFY(isRed(image.pixel(400, 34)));
    }

    void drawsAnyNumberOfTasks_data()
    {
        QTest::addColumn<int>("tasks");
        for (const int tasks : {1, 8, 9, 35, 36, 256, 257, 5'000})
            QTest::addRow("%d", tasks) << tasks;
    }

    void drawsAnyNumberOfTasks()
    {
        QFETCH(const int, tasks);
        const ProgramRunPtr run =
            runOf("big", traceOf({.segments = static_cast<std::size_t>(tasks) * 20,
                                  .rows = static_cast<std::size_t>(tasks),
                                  .length = total}));
        const Palette& colours = palette(Theme::Dark);
        const QImage image = minimapPicture(*run, total, {500, 35}, colours);
        int empty = 0;
        for (int x = 50; x < 450; ++x) {
            bool isEmpty = true;
            for (int y = 0; y < 35; ++y)
                isEmpty = isEmpty && QColor(image.pixel(x, y)) == colours.code;
            empty += isEmpty ? 1 : 0;
        }
        QVERIFY(empty < 40);
    }
};

COROSCOPE_TEST(TestMinimapPicture)
#include "tst_minimap_picture.moc"
