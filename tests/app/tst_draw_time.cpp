// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QPainter>
#include <QTest>

#include "app/style/draw_time.h"
#include "app/style/fonts.h"
#include "app/style/time_label.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// The first and last column with ink, of `text` drawn black on white.
std::pair<int, int> inkOf(const QString& text, int from)
{
    QImage image(300, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(fontFor(TextRole::Total));
    painter.setPen(Qt::black);
    drawTime(painter, {10, 40}, text);
    painter.end();
    int first = -1;
    int last = -1;
    for (int x = from; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (qGray(image.pixel(x, y)) > 200)
                continue;
            first = first < 0 ? x : first;
            last = x;
        }
    }
    return {first, last};
}

}  // namespace

class TestDrawTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAsWideForEveryDigit_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"11.11", "17.00", "98.76", "44.44"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void isAsWideForEveryDigit()
    {
        QFETCH(QString, text);

        const QFont font = fontFor(TextRole::Total);

        QCOMPARE(timeWidth(font, text), timeWidth(font, QStringLiteral("00.00")));
    }

    void keepsWhatFollowsTheDigitsInPlace()
    {
        // Where "s" is drawn must not depend on the digits before it.
        const int afterDigits =
            10 + static_cast<int>(timeWidth(fontFor(TextRole::Total), QStringLiteral("00")));

        const auto ones = inkOf(QStringLiteral("11 s"), afterDigits + 1);
        const auto eights = inkOf(QStringLiteral("88 s"), afterDigits + 1);

        QVERIFY(ones.first > 0);
        QCOMPARE(ones, eights);
    }

    void labelKeepsItsWidthWhileTheTimeCounts()
    {
        TimeLabel label({});
        label.setWidest(timeText(std::chrono::seconds(17)));
        label.setTime(timeText(std::chrono::seconds(0)));
        const QSize narrow = label.sizeHint();

        label.setTime(timeText(std::chrono::milliseconds(11'110)));

        QCOMPARE(label.sizeHint(), narrow);
        QCOMPARE(label.text(), QStringLiteral("11.11 s"));
        label.setTime(timeText(std::chrono::seconds(123)));
        QVERIFY(label.sizeHint().width() > narrow.width());
    }

    void rolesHaveTheirSizes()
    {
        QCOMPARE(fontFor(TextRole::Total).pixelSize(), 28);
        QCOMPARE(fontFor(TextRole::Total).weight(), QFont::Bold);
        QCOMPARE(fontFor(TextRole::BarLabel).pixelSize(), 11);
        QVERIFY(fontFor(TextRole::Code).families().first() !=
                fontFor(TextRole::Body).families().first());
    }
};

COROSCOPE_TEST(TestDrawTime)
#include "tst_draw_time.moc"
