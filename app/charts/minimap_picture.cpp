// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/minimap_picture.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/charts/gantt_raster.h"

namespace coroscope {
namespace {

constexpr int mostNarrow = 8;    // of all columns, one for a block that is narrower than it
constexpr double barHeight = 6;  // of the look that colours come from
constexpr int mostLines = 256;   // before they are pooled
constexpr int leastGapped = 4;   // px of a row that leaves a line free below it

// Few rows: with a free line below each.
void drawRows(GanttRaster& raster, const Timeline& timeline, int height, const QRgb* ground)
{
    const auto rows = static_cast<int>(timeline.tracks().size());
    for (int row = 0; row < rows; ++row) {
        const int top = row * height / rows;
        const int bottom = (row + 1) * height / rows - 1;
        const auto track = timeline.tracks().subspan(static_cast<std::size_t>(row), 1);
        raster.draw(RasterBlock{track, nullptr, top, bottom, ground});
    }
}

int contrast(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) +
           std::abs(qBlue(a) - qBlue(b));
}

// Of the lines that become one, every pixel is that which stands out most: what is short would be
// lost in a mean.
QImage pooled(const QImage& lines, int height, QRgb ground)
{
    QImage image(lines.width(), height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto* const to = reinterpret_cast<QRgb*>(image.scanLine(y));
        std::fill_n(to, image.width(), ground);
        for (int from = y * lines.height() / height; from < (y + 1) * lines.height() / height;
             ++from) {
            const auto* const line = reinterpret_cast<const QRgb*>(lines.constScanLine(from));
            for (int x = 0; x < image.width(); ++x) {
                if (contrast(line[x], ground) > contrast(to[x], ground))
                    to[x] = line[x];
            }
        }
    }
    return image;
}

QImage tasksOf(const Timeline& timeline, const PixelWindow& window, int height,
               const Palette& palette)
{
    const QRgb ground = palette.code.rgb();
    const std::vector<QRgb> grounds(static_cast<std::size_t>(window.count), ground);
    const auto rows = static_cast<int>(timeline.tracks().size());
    const bool areFew = rows * leastGapped <= height;
    const int lines = areFew ? height : std::clamp(rows, height, mostLines);
    QImage image(window.count, lines, QImage::Format_RGB32);
    image.fill(ground);
    GanttRaster raster(std::make_shared<BarLook>(palette, barHeight, 1));
    raster.begin({&image, 0}, window, timeline.end(), RasterQuality::Full);
    if (areFew) {
        drawRows(raster, timeline, lines, grounds.data());
    } else {
        RowGroups groups;
        groups.extend(timeline.tracks(), timeline.end(), timeline.trace().size());
        raster.draw(RasterBlock{timeline.tracks(), &groups, 0, lines, grounds.data()});
    }
    raster.finish();
    return lines == height ? image : pooled(image, height, ground);
}

// What is narrower than a pixel gets one; of those only the longest, not to flood the picture.
void drawHeld(QImage& image, const std::vector<HeldSpan>& held, const PixelWindow& window,
              const QColor& colour)
{
    std::vector<const HeldSpan*> longestFirst;
    for (const HeldSpan& span : held)
        longestFirst.push_back(&span);
    std::ranges::stable_sort(longestFirst, std::ranges::greater(), &HeldSpan::length);
    QPainter painter(&image);
    int narrow = 0;
    for (const HeldSpan* const span : longestFirst) {
        const double x = window.placeOf(span->begin);
        const double width = std::max(1.0, window.placeOf(span->end) - x);
        narrow += width == 1.0 ? 1 : 0;
        if (narrow > image.width() / mostNarrow)
            break;
        painter.fillRect(QRectF(x, 0, width, image.height()), colour);
    }
}

}  // namespace

QImage minimapPicture(const ProgramRun& run, Ticks total, const QSize& size, const Palette& palette)
{
    const Timeline& timeline = *run.timeline;
    if (timeline.tracks().empty() || total <= Ticks{0}) {
        QImage empty(size, QImage::Format_RGB32);
        empty.fill(palette.code);
        return empty;
    }
    PixelWindow window;
    window.perNs = size.width() / static_cast<double>(total.count());
    window.count = size.width();
    QImage image = tasksOf(timeline, window, size.height(), palette);
    drawHeld(image, run.held, window, palette.block);
    return image;
}

}  // namespace coroscope
