// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QTest>
#include <set>

#include "app/style/pattern_path.h"
#include "app/style/state_painter.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr QRectF bar(20, 10, 92, 20);
constexpr SegmentState drawn[] = {SegmentState::Waiting,   SegmentState::Ready,
                                  SegmentState::Running,   SegmentState::Blocking,
                                  SegmentState::Suspended, SegmentState::InCall};

template <typename Draw>
QImage drawnOn(const QColor& ground, Draw draw)
{
    QImage image(132, 40, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    draw(painter);
    return image;
}

QImage barImage(SegmentState state, const QRectF& rect = bar, double originX = 0,
                Theme theme = Theme::Light)
{
    const Palette& colours = palette(theme);
    return drawnOn(colours.card, [&](QPainter& painter) {
        StatePainter(colours).drawBar(painter, rect, state, originX);
    });
}

// But for the noise of antialiasing.
bool areAlike(const QImage& a, const QImage& b)
{
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 8)
                return false;
        }
    }
    return a.size() == b.size();
}

// The smallest rectangle with all that differs from the ground.
QRect inkOf(const QImage& image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != image.pixel(0, 0))
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

}  // namespace

class TestStatePainter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStateLooksDifferent()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            std::vector<QImage> bars;
            std::vector<QImage> glyphs;
            for (const SegmentState state : drawn) {
                bars.push_back(barImage(state, bar, 0, theme));
                glyphs.push_back(drawnOn(palette(theme).card, [&](QPainter& painter) {
                    StatePainter(palette(theme)).drawGlyph(painter, {60, 20}, state);
                }));
            }
            for (std::size_t i = 0; i < bars.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    QVERIFY(bars[i] != bars[j]);
                    QVERIFY(glyphs[i] != glyphs[j]);
                }
            }
        }
    }

    void staysInsideItsRectangle_data()
    {
        QTest::addColumn<QRectF>("rect");
        QTest::newRow("wide") << bar;
        QTest::newRow("low") << QRectF(20, 10, 92, 14);
        QTest::newRow("narrow") << QRectF(20, 10, 5, 20);
        QTest::newRow("just striped") << QRectF(20, 10, 8, 20);
        QTest::newRow("thinner than a pixel") << QRectF(20, 10, 0.2, 20);
        QTest::newRow("no time") << QRectF(20, 10, 0, 20);
    }

    void staysInsideItsRectangle()
    {
        QFETCH(QRectF, rect);
        for (const SegmentState state : drawn) {
            for (const double originX : {0.0, 3.7, -1000.2}) {
                const QRect ink = inkOf(barImage(state, rect, originX));
                const QRectF room = rect.united(QRectF(rect.topLeft(), QSizeF(2, 1)));
                QVERIFY(room.toAlignedRect().contains(ink) || ink.isEmpty());
            }
        }
    }

    void leavesAMarkForWhatTakesNoTime()
    {
        for (const SegmentState state :
             {SegmentState::Ready, SegmentState::Running, SegmentState::Blocking,
              SegmentState::Suspended, SegmentState::InCall})
            QVERIFY(!inkOf(barImage(state, QRectF(20, 10, 0, 20))).isEmpty());
    }

    void drawsNothingForWhatIsNotThere()
    {
        QVERIFY(inkOf(barImage(SegmentState::Unborn)).isEmpty());
        QVERIFY(inkOf(barImage(SegmentState::Done)).isEmpty());
    }

    void movesItsPatternWithTheWorld_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("hatch") << static_cast<int>(SegmentState::Suspended);
        QTest::newRow("stripes") << static_cast<int>(SegmentState::Blocking);
        QTest::newRow("dots") << static_cast<int>(SegmentState::Waiting);
    }

    void movesItsPatternWithTheWorld()
    {
        QFETCH(int, state);
        const auto which = static_cast<SegmentState>(state);

        // Panning by 5 px moves bar and origin alike, and so the whole picture. (Dots have a
        // period of 5 px, the others not.)
        const QImage before = barImage(which, bar, 3);
        const QImage panned = barImage(which, bar.translated(5, 0), 8);
        QVERIFY(areAlike(panned.copy(25, 0, 92, 40), before.copy(20, 0, 92, 40)));

        // A bar whose begin moves keeps the pattern of the part that stays.
        const QImage shorter = barImage(which, bar.adjusted(11, 0, 0, 0), 3);
        QVERIFY(areAlike(shorter.copy(50, 0, 50, 40), before.copy(50, 0, 50, 40)));

        QVERIFY(!areAlike(barImage(which, bar, 5.5), before));
    }

    void dropsTheStripesOfNarrowBars()
    {
        const QImage narrow = barImage(SegmentState::Blocking, QRectF(20, 10, 7, 20));
        const QImage wide = barImage(SegmentState::Blocking, QRectF(20, 10, 40, 20));
        const auto coloursIn = [](const QImage& image, QRect rect) {
            std::set<QRgb> found;
            for (int x = rect.left(); x <= rect.right(); ++x)
                found.insert(image.pixel(x, 20));
            return found.size();
        };

        QCOMPARE(coloursIn(narrow, {22, 0, 4, 1}), std::size_t{1});
        QVERIFY(coloursIn(wide, {24, 0, 30, 1}) > 1);
    }

    void setsHeightsByTheRow()
    {
        QCOMPARE(StatePainter::barHeight(34), 20.0);
        QCOMPARE(StatePainter::barHeight(29), 18.0);
        QCOMPARE(StatePainter::barHeight(22), 14.0);
        QCOMPARE(StatePainter::shapeOf(bar, SegmentState::Ready).height(), 8.0);
        QCOMPARE(StatePainter::shapeOf({0, 0, 50, 14}, SegmentState::Suspended).height(), 10.0);
        QCOMPARE(StatePainter::shapeOf({0, 0, 50, 14}, SegmentState::Running).height(), 14.0);
        QCOMPARE(StatePainter::shapeOf({0, 0, 0, 14}, SegmentState::Running).width(), 1.6);
    }

    void writesTheSameIntoVectorFilesWithoutClipping()
    {
        QBuffer file;
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize({132, 40});
        QPainter painter(&generator);
        StatePainter(palette(Theme::Light)).drawBar(painter, bar, SegmentState::Suspended);
        painter.end();

        QVERIFY(file.data().contains("<path"));
        QVERIFY(!file.data().contains("clip"));
        QVERIFY(!file.data().contains("<image"));
    }

    void bandsStayInsideTheRoundedCorners()
    {
        const QRectF rect(0, 0, 60, 20);
        const QPolygonF room = roundedPolygon(rect, 4);
        for (const Bands::Slant slant : {Bands::Slant::Up, Bands::Slant::Down}) {
            const QPainterPath path = bandsIn(rect, 4, {slant, 4.5, 9}, 1.3);
            QVERIFY(rect.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(path.boundingRect()));
            QVERIFY(!path.contains(QPointF(0.4, 0.4)));
            QVERIFY(!path.contains(QPointF(59.6, 19.6)));
            int inside = 0;
            for (double x = 0.5; x < 60; ++x)
                inside += path.contains(QPointF(x, 10)) ? 1 : 0;
            // 4.5 of 9 px: half of the line.
            QVERIFY2(inside >= 26 && inside <= 34, qPrintable(QString::number(inside)));
        }
    }

    void showsHowATaskEnded()
    {
        const auto cap = [](Word how) {
            return drawnOn(palette(Theme::Light).card, [&](QPainter& painter) {
                StatePainter(palette(Theme::Light)).drawCap(painter, {60, 20}, how);
            });
        };

        QVERIFY(inkOf(cap(Word::None)).isEmpty());
        QVERIFY(cap(Word::Returned) != cap(Word::Raised));
        QVERIFY(cap(Word::Returned) != cap(Word::Cancelled));
        QVERIFY(cap(Word::Raised) != cap(Word::Cancelled));
        QVERIFY(QRect(54, 12, 13, 17).contains(inkOf(cap(Word::Returned))));
    }

    void chipHoldsItsName()
    {
        const StatePainter states(palette(Theme::Light));
        const QSizeF letter = StatePainter::chipSize(QStringLiteral("B"));
        const QSizeF word = StatePainter::chipSize(QStringLiteral("main"));
        const QRectF rect(QPointF(20, 10), letter);

        const QImage image = drawnOn(palette(Theme::Light).card, [&](QPainter& painter) {
            states.drawChip(painter, rect, SegmentState::Running, QStringLiteral("B"));
        });

        QCOMPARE(letter, QSizeF(22, 20));
        QVERIFY(word.width() > letter.width());
        QCOMPARE(inkOf(image), rect.toRect());
        QCOMPARE(image.pixelColor(23, 20), palette(Theme::Light).run);
    }

    void leavesThePainterAsItWas()
    {
        drawnOn(Qt::white, [](QPainter& painter) {
            painter.setPen(Qt::green);
            StatePainter(palette(Theme::Dark)).drawBar(painter, bar, SegmentState::Blocking);
            QCOMPARE(painter.pen().color(), QColor(Qt::green));
            QVERIFY(!painter.testRenderHint(QPainter::Antialiasing));
        });
    }
};

COROSCOPE_TEST(TestStatePainter)
#include "tst_state_painter.moc"
