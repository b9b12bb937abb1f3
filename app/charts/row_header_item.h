// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <utility>
#include <vector>

#include "app/charts/chart_item.h"
#include "app/charts/glyph_pictures.h"
#include "app/style/prepared_text.h"

namespace coroscope {

/// The header width (ChartState's geometry, setHeaderWidth()) that shows the names of all these
/// programs whole, as far as a chart `width` wide allows; 0: the usual width is enough. For charts
/// side by side: ask once, with the rows of all.
[[nodiscard]] qreal headerWidthFor(const QStringList& rowNames, qreal width);

/// The names of the visible rows, each with the state of its task, or of the resource, at the
/// playhead.
class RowHeaderItem : public ChartItem {
public:
    using ChartItem::ChartItem;

    void paintMoving(QPainter& painter, const QRectF& exposed) override;

    /// To be called when the states at the playhead were other ones, of as many rows.
    void updateChanged(const std::vector<SegmentState>& before) const;

    /// Where the headers stand.
    [[nodiscard]] QRectF area() const;

    /// Where a click collapses or expands that row; empty: nothing is below it.
    [[nodiscard]] QRectF chevronArea(int row) const;

    /// Whether the name of that row is too long for its place.
    [[nodiscard]] bool isElided(int row) const;

private:
    [[nodiscard]] QRectF nameRect(int row) const;
    [[nodiscard]] const PreparedText& name(int row) const;
    [[nodiscard]] QRectF glyphRect(int row) const;
    [[nodiscard]] int levelOf(int row) const;
    void drawRow(QPainter& painter, int row);
    void drawChevron(QPainter& painter, int row, int level, bool isDown) const;
    void drawResource(QPainter& painter, int row) const;
    void drawName(QPainter& painter, int row, const QColor& colour) const;

    GlyphPictures m_glyphs;
    mutable QHash<std::pair<QString, double>, PreparedText> m_names;  ///< by the room they have
};

}  // namespace coroscope
