// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "app/charts/bar_ends.h"
#include "app/charts/line_mixer.h"

namespace coroscope {

/// A row of the chart in an image.
struct RasterRow {
    const Track* track = nullptr;  ///< null: only the ground
    int top = 0;                   ///< of the row's first scanline
    int bottom = 0;
    int barTop = 0;
    const QRgb* ground = nullptr;  ///< a colour for each column
    float opacity = 1;             ///< of the bars
};

/// Many rows over some scanlines, each as high as any other.
struct RasterBlock {
    std::span<const Track> rows;
    const RowGroups* groups = nullptr;
    int top = 0;
    int bottom = 0;
    const QRgb* ground = nullptr;
};

/// How closely to look. A draft, for while one zooms, takes a third of the time or less.
enum class RasterQuality { Full, Draft };

/// Draws bars straight into scanlines, with no more work for ten million segments than for ten
/// thousand, and the same to the last bit wherever the image begins. Wide segments look as
/// StatePainter draws them; what is narrower is mixed exactly; the longest blocks in view are
/// always seen.
///
/// Units   device pixels
/// Cost    O(pixels)
class GanttRaster {
public:
    /// Narrower segments are mixed.
    static constexpr double leastShape = 3;
    /// How many pixels of blocks stand out that would else be lost among others.
    static constexpr int mostSalient = 500;

    explicit GanttRaster(std::shared_ptr<const BarLook> look);

    /// Fills columns [x, x + window.count) of an RGB32 image.
    struct Target {
        QImage* image = nullptr;
        int x = 0;
    };
    /// Blocks from `salient` on stand out; none: the longest ones of what is drawn do. What was
    /// chosen is found in salient().
    void begin(const Target& target, const PixelWindow& window, Ticks end, RasterQuality quality,
               std::optional<LogLength> salient = {});
    /// The wide segments of a row are found in coverage().shapes() up to the next call.
    void draw(const RasterRow& row);
    void draw(const RasterBlock& block);
    /// To be called last: lets the blocks stand out.
    void finish();

    [[nodiscard]] const Coverage& coverage() const noexcept { return m_coverage; }
    [[nodiscard]] LogLength salient() const noexcept { return m_salient; }

private:
    struct Salient {
        int x = 0;
        int top = 0;
        int bottom = 0;
        LogLength length;
    };

    [[nodiscard]] QRgb* line(int y) const;
    void drawShape(const RasterRow& row, const WideSegment& shape);
    void collectSalient(int top, int bottom);

    std::shared_ptr<const BarLook> m_look;
    BarEndTables m_ends;
    Coverage m_coverage;
    LineMixer m_mixer;
    std::vector<QRgb> m_colours;
    std::vector<Salient> m_marks;
    QRgb* m_corner = nullptr;  // of the target
    std::ptrdiff_t m_stride = 0;
    PixelWindow m_window;
    Ticks m_end{};
    RasterQuality m_quality = RasterQuality::Full;
    bool m_isChoosing = true;
    LogLength m_salient;
    std::array<int, 256> m_byLength{};  // marks
    int m_candidates = 0;               // marks from m_floor on
    LogLength m_floor;                  // shorter ones are not among the longest
};

}  // namespace coroscope
