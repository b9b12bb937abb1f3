// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <ctime>
#include <limits>

#include "app/charts/gantt_raster.h"
#include "app/style/state_painter.h"
#include "tests/support/trace_generator.h"

namespace coroscope::benchmark {

inline constexpr int plotWidth = 1400;
inline constexpr int plotHeight = 800;
inline constexpr double twentyPixels = 20;

/// A made-up trace as the chart has it.
struct Store {
    Store(std::size_t segments, std::size_t rowCount)
        : Store(test::TraceRecipe{.segments = segments, .rows = rowCount})
    {}
    explicit Store(const test::TraceRecipe& like) : recipe(like), rows(test::tracksOf(like))
    {
        groups.extend(rows, recipe.length, 1);
    }

    test::TraceRecipe recipe;
    std::vector<Track> rows;
    RowGroups groups;
};

/// Draws bars, and nothing else, of a Store.
class BigView {
public:
    BigView(const Store& store, double rowHeight)
        : m_store(store),
          m_rowHeight(rowHeight > 0 ? rowHeight
                                    : plotHeight / static_cast<double>(store.rows.size())),
          m_barHeight(StatePainter::barHeight(std::max(6.0, m_rowHeight))),
          m_raster(std::make_shared<BarLook>(palette(Theme::Light), m_barHeight, 1)),
          m_image(plotWidth, plotHeight, QImage::Format_RGB32),
          m_ground(plotWidth, palette(Theme::Light).card.rgb())
    {}

    [[nodiscard]] PixelWindow windowAt(double zoom, int panned = 0) const
    {
        PixelWindow window;
        const auto length = static_cast<double>(m_store.recipe.length.count());
        window.perNs = plotWidth * zoom / length;
        window.first = static_cast<std::int64_t>(0.5 * plotWidth * (zoom - 1)) + panned;
        window.count = plotWidth;
        return window;
    }

    void draw(const PixelWindow& window, RasterQuality quality, int x = 0,
              std::optional<LogLength> salient = {})
    {
        m_raster.begin({&m_image, x}, window, m_store.recipe.length, quality, salient);
        if (m_rowHeight >= 6)
            drawRows();
        else
            m_raster.draw(
                RasterBlock{m_store.rows, &m_store.groups, 0, plotHeight, m_ground.data()});
        m_raster.finish();
    }

    [[nodiscard]] std::uint64_t visits() const { return m_raster.coverage().visits(); }
    [[nodiscard]] const QImage& image() const { return m_image; }
    [[nodiscard]] LogLength salient() const { return m_raster.salient(); }

private:
    void drawRows()
    {
        int row = 0;
        for (double top = 0; top + m_rowHeight <= plotHeight + 0.5; top += m_rowHeight, ++row) {
            const bool isThere = row < static_cast<int>(m_store.rows.size());
            const int first = static_cast<int>(top);
            const int last = std::min(plotHeight, static_cast<int>(top + m_rowHeight));
            m_raster.draw(RasterRow{
                isThere ? &m_store.rows[static_cast<std::size_t>(row)] : nullptr, first, last,
                first + static_cast<int>((m_rowHeight - m_barHeight) / 2), m_ground.data(), 1});
        }
    }

    const Store& m_store;
    double m_rowHeight;
    double m_barHeight;
    GanttRaster m_raster;
    QImage m_image;
    std::vector<QRgb> m_ground;
};

/// The time that this thread has computed, in ms: what else runs on the machine does not count.
inline double computedMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The least of a few runs, in milliseconds of computing.
template <typename Action>
double leastMilliseconds(int repeats, Action action)
{
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < repeats; ++i) {
        const double begin = computedMilliseconds();
        action();
        least = std::min(least, computedMilliseconds() - begin);
    }
    return least;
}

}  // namespace coroscope::benchmark
