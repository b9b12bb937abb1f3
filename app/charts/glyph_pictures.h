// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <map>
#include <tuple>

#include "app/style/palette.h"
#include "core/timeline/segment_column.h"
#include "core/trace/event.h"

class QPainter;

namespace coroscope {

/// The glyphs of row headers as pictures: while a program plays they change by the hundred a
/// second, and each is a path with round edges. Looks as StatePainter::drawGlyph(), to which it
/// leaves vector files.
class GlyphPictures {
public:
    void draw(QPainter& painter, QPointF centre, SegmentState state, Word how,
              const Palette& palette);

private:
    struct Look {
        const Palette* palette = nullptr;
        qreal scale = 0;

        friend bool operator==(const Look&, const Look&) = default;
    };
    /// With where the centre lies within a device pixel, in 64ths.
    using Key = std::tuple<SegmentState, Word, int, int>;

    Look m_look;
    std::map<Key, QPixmap> m_pictures;  ///< of that look
};

}  // namespace coroscope
