// SPDX-License-Identifier: GPL-3.0-or-later
// What is reckoned with several pixels at once is what the plain formulas say.
#include <QRandomGenerator>
#include <QTest>
#include <array>
#include <cmath>

#include "app/charts/bar_shape.h"
#include "app/charts/line_mixer.h"
#include "app/style/palette.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr int rounds = 2000;

QRgb anyColour(QRandomGenerator& random)
{
    return random.generate() | 0xFF000000U;
}

int channelOf(QRgb colour, int number)
{
    return static_cast<int>(colour >> 8 * number & 0xFF);
}

int plain(int under, int edge, int fill, int shape, int inside)
{
    return (under * (256 - shape) + edge * (shape - inside) + fill * inside + 128) / 256;
}

float plain(const BarLook::Mix& look, const std::array<float, laneCount>& parts, int channel,
            QRgb ground)
{
    float rest = 1;
    float sum = 0;
    for (std::size_t lane = 0; lane < laneCount; ++lane) {
        const float part = parts[lane] * look.cover[lane];
        rest -= part;
        sum += part * look.colour[lane][channel];
    }
    return sum + rest * static_cast<float>(channelOf(ground, channel));
}

}  // namespace

class TestBarPixels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blendsFourAsOne();
    void blendsNoMoreThanIsAskedFor();
    void mixesStatesOverTheGround();
    void drawsAlikeWhereverTheWindowBegins();
};

void TestBarPixels::blendsFourAsOne()
{
    QRandomGenerator random(1);
    for (int round = 0; round < rounds; ++round) {
        std::array<QRgb, 4> pixels{};
        std::array<QRgb, 4> fill{};
        std::array<std::uint16_t, 4> left{};
        std::array<std::uint16_t, 4> right{};
        for (std::size_t i = 0; i < 4; ++i) {
            pixels[i] = anyColour(random);
            fill[i] = anyColour(random);
            left[i] = static_cast<std::uint16_t>(random.bounded(257));
            right[i] = static_cast<std::uint16_t>(random.bounded(257));
        }
        const QRgb edge = anyColour(random);
        const std::array<QRgb, 4> before = pixels;
        const std::array<std::uint16_t, 4> all{256, 256, 256, 256};
        const FourCovers shape = bothOf(left.data(), all.data());
        const FourCovers inside = lesserOf(bothOf(left.data(), right.data()), shape);

        blendFour(pixels.data(), edge, fill.data(), {shape, inside});

        for (std::size_t i = 0; i < 4; ++i) {
            const int within = std::max(0, left[i] + right[i] - 256);
            for (int channel = 0; channel < 3; ++channel)
                QCOMPARE(channelOf(pixels[i], channel),
                         plain(channelOf(before[i], channel), channelOf(edge, channel),
                               channelOf(fill[i], channel), left[i], within));
        }
    }
}

void TestBarPixels::blendsNoMoreThanIsAskedFor()
{
    const std::array<std::uint16_t, 4> all{256, 256, 256, 256};
    const BlockCovers covers{bothOf(all.data(), all.data()), bothOf(all.data(), all.data())};
    const std::array<QRgb, 4> fill{0xFF111111, 0xFF222222, 0xFF333333, 0xFF444444};
    for (int count = 1; count <= 4; ++count) {
        std::array<QRgb, 4> pixels{};

        blendBlock(pixels.data(), count, 0, fill.data(), covers);

        for (int i = 0; i < 4; ++i) {
            const auto at = static_cast<std::size_t>(i);
            QCOMPARE(pixels[at], i < count ? fill[at] : 0U);
        }
    }
}

void TestBarPixels::mixesStatesOverTheGround()
{
    constexpr int columns = 37;  // no multiple of eight
    QRandomGenerator random(2);
    const BarLook look(palette(Theme::Light), 13, 1);
    Ticks time{0};
    Track track;
    for (std::uint32_t i = 0; i < 12; ++i) {
        track.append(time, static_cast<SegmentState>(1 + random.bounded(6)), i);
        time += Ticks(1 + random.bounded(2'000'000));
    }
    PixelWindow window;
    window.perNs = columns / static_cast<double>(time.count());
    window.count = columns;
    Coverage coverage;
    coverage.begin(window, {1, 8, 1e9});
    coverage.addRow(track, time);
    std::array<QRgb, columns> ground{};
    for (QRgb& colour : ground)
        colour = anyColour(random);
    std::array<QRgb, columns> mixed{};
    LineMixer mixer;
    mixer.setCoverage(coverage, columns);

    int compared = 0;
    for (const BarLook::Mix& mix : look.mixes()) {
        mixer.mix(mix, ground.data(), mixed.data());

        std::array<std::int32_t, laneCount> sum{};
        for (std::size_t x = 0; x < columns; ++x) {
            const Coverage::Pixel& pixel = coverage.pixels()[x];
            std::array<float, laneCount> parts{};
            for (std::size_t lane = 0; lane < laneCount; ++lane) {
                sum[lane] += pixel.change[lane];
                parts[lane] = static_cast<float>(sum[lane]) / Coverage::whole;
            }
            if (pixel.segments > 0)  // those leave marks
                continue;
            ++compared;
            for (int channel = 0; channel < 3; ++channel)
                QVERIFY(std::abs(static_cast<float>(channelOf(mixed[x], channel)) -
                                 plain(mix, parts, channel, ground[x])) <= 1);
        }
    }
    QVERIFY(compared > columns);
}

void TestBarPixels::drawsAlikeWhereverTheWindowBegins()
{
    constexpr int columns = 60;
    constexpr int height = 13;
    const BarLook look(palette(Theme::Light), height, 1);
    const BarEndTables ends(4, 1);
    QRandomGenerator random(3);
    const auto draw = [&](SegmentState state, double begin, double end, int first) {
        PixelWindow window;
        window.first = first;
        window.count = columns - first;
        std::vector<QRgb> pixels(static_cast<std::size_t>(columns * height), 0xFFFFFFFF);
        const BarShape shape(begin - first, end - first, window, look.texture(state), ends);
        shape.draw({pixels.data() + first, columns}, 256);
        return pixels;
    };
    for (int round = 0; round < rounds; ++round) {
        const auto state = static_cast<SegmentState>(1 + random.bounded(6));
        const double begin = random.bounded(80.0) - 20;
        const double end = begin + 3 + random.bounded(40.0);
        const int first = static_cast<int>(random.bounded(columns));

        const std::vector<QRgb> whole = draw(state, begin, end, 0);
        const std::vector<QRgb> part = draw(state, begin, end, first);

        for (int y = 0; y < height; ++y) {
            for (int x = first; x < columns; ++x) {
                const auto at = static_cast<std::size_t>(y * columns + x);
                QCOMPARE(part[at], whole[at]);
            }
        }
    }
}

COROSCOPE_TEST(TestBarPixels)
#include "tst_bar_pixels.moc"
