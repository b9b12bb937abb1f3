// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "app/style/palette.h"
#include "core/timeline/segment_column.h"
#include "core/trace/event.h"

class QPainter;

namespace coroscope {

/// A step that takes no time, drawn as a disc.
enum class Bead : std::uint8_t {
    Step,
    Small,  ///< in rows under 24 px
    Now,    ///< runs at the playhead: larger, with a halo; drawn over the playhead
};

enum class ChipSize : std::uint8_t {
    Normal,
    Small,  ///< in the gutter of the source
};

/// Draws what a state looks like, wherever it is shown: chart, row headers, delegates, key,
/// thumbnails, exported pictures. Fills and outlines only: no clipping and no pixmaps, so that
/// vector files show the same. Each call leaves the painter as it was and antialiases by itself.
///
/// Units     logical pixels
/// Lifetime  keeps a reference to the palette
class StatePainter {
public:
    explicit StatePainter(const Palette& palette) noexcept : m_palette(&palette) {}

    /// The height of a bar in a row: 20 in 34, 18 in 29, 14 in 22.
    [[nodiscard]] static double barHeight(double rowHeight) noexcept;

    /// What drawBar() fills of `bar`: lower for ready, and for suspended in low rows. Never
    /// narrower than 1 px, 1.6 px when running.
    [[nodiscard]] static QRectF shapeOf(const QRectF& bar, SegmentState state) noexcept;

    /// `bar` is a segment's width and barHeight() high, on its row's centre. Hatch, stripes and
    /// dots are tied to the world: `originX` is where its origin (time zero) lies in the painter's
    /// coordinates, so that they move with the bars. Draws nothing for Unborn and Done.
    ///
    /// Cost    O(width of bar): cut it to the visible part, 8 px wider at both sides
    void drawBar(QPainter& painter, const QRectF& bar, SegmentState state,
                 double originX = 0) const;

    /// The same in exactly `shape`, as large as it is: for a key.
    void drawShape(QPainter& painter, const QRectF& shape, SegmentState state,
                   double originX = 0) const;

    /// An outline around a bar, 1 px outside: 1 px wide under the pointer, 2 px when selected.
    void drawOutline(QPainter& painter, const QRectF& bar, SegmentState state, double width) const;

    /// `text` 11 px high in `rect`, which is as wide as the text (labelWidth()); on a plate where
    /// the bar is hatched.
    void drawLabel(QPainter& painter, const QRectF& rect, SegmentState state,
                   const QString& text) const;
    [[nodiscard]] static double labelWidth(SegmentState state, const QString& text);

    void drawBead(QPainter& painter, QPointF centre, Bead bead = Bead::Step) const;

    /// How a task ended: Returned, Raised or Cancelled; nothing for other words.
    void drawCap(QPainter& painter, QPointF centre, Word how) const;

    /// The state at the playhead, in a row header: within 14 × 14. `how` matters for Done only.
    void drawGlyph(QPainter& painter, QPointF centre, SegmentState state,
                   Word how = Word::Returned) const;

    /// A task's name on a plate that shows its state; `rect` as large as chipSize().
    void drawChip(QPainter& painter, const QRectF& rect, SegmentState state, const QString& text,
                  ChipSize size = ChipSize::Normal) const;
    [[nodiscard]] static QSizeF chipSize(const QString& text, ChipSize size = ChipSize::Normal);

private:
    const Palette* m_palette;
};

}  // namespace coroscope
