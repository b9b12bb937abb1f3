// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/row_header_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>

#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"

namespace coroscope {
namespace {

constexpr double mostOfChart = 0.35;
constexpr double widestHeader = 200;
constexpr double chevronReach = 9;   // to either side
constexpr double chevronPlate = 16;  // under the pointer
constexpr double plateRadius = 4;
constexpr double gaugeSide = 9;
constexpr double glyphSide = 16;
constexpr qsizetype mostNames = 1000;  // that are kept
constexpr double afterGlyph = 2;       // a glyph that is painted anew exposes so much of a name

bool isDimmed(SegmentState state)
{
    return state == SegmentState::Unborn || state == SegmentState::Waiting ||
           state == SegmentState::Done;
}

}  // namespace

qreal headerWidthFor(const QStringList& rowNames, qreal width)
{
    ChartGeometry usual;
    usual.size.setWidth(width);
    const QFontMetricsF metrics(fontFor(TextRole::Button));
    qreal longest = 0;
    for (const QString& name : rowNames)
        longest = std::max(longest, metrics.horizontalAdvance(name));
    const qreal wanted = std::ceil(usual.nameX() + longest + ChartGeometry::beadRoom + 1);
    const qreal header = std::min({wanted, std::floor(width * mostOfChart), widestHeader});
    return header > usual.plotLeft() ? header : 0;
}

void RowHeaderItem::paintMoving(QPainter& painter, const QRectF& exposed)
{
    if (!state().run || !exposed.intersects(area()))
        return;
    const ChartGeometry& geometry = state().geometry;
    const int end = geometry.firstRow + geometry.visibleRows();
    for (int row = geometry.firstRow; row < end; ++row) {
        if (!isExposed(painter, glyphRect(row) | nameRect(row) | chevronArea(row)))
            continue;
        painter.setOpacity(state().isDimmed(row) ? dimmedOpacity : 1);
        if (state().isTask(row))
            drawRow(painter, row);
        else
            drawResource(painter, row);
    }
    painter.setOpacity(1);
}

QRectF RowHeaderItem::area() const
{
    QRectF area = state().geometry.rows();
    area.setRight(state().geometry.plotLeft() - ChartGeometry::beadRoom);
    return area;
}

bool RowHeaderItem::isElided(int row) const
{
    const QFontMetricsF metrics(fontFor(TextRole::Button));
    return metrics.horizontalAdvance(state().rowName(row)) > nameRect(row).width();
}

QRectF RowHeaderItem::glyphRect(int row) const
{
    return squareAt({state().geometry.glyphX(levelOf(row)), state().middleOf(row)}, glyphSide);
}

int RowHeaderItem::levelOf(int row) const
{
    return state().isTask(row) ? state().rows->depth(row) : 0;
}

QRectF RowHeaderItem::chevronArea(int row) const
{
    if (!state().isTask(row) || state().rows->branch(row) == RowLayout::Branch::None)
        return {};
    QRectF strip = state().geometry.row(row);
    strip.setLeft(state().geometry.chevronX(levelOf(row)) - chevronReach);
    strip.setWidth(2 * chevronReach);
    return strip;
}

// Glyphs, and names, of one level of the tree at once: many small places that are to be painted
// cost more than a few large ones.
void RowHeaderItem::updateChanged(const std::vector<SegmentState>& before) const
{
    const std::vector<SegmentState>& now = state().rowStates;
    if (before.size() != now.size() || state().rowCount() > state().taskRows()) {
        updateMoving(area());
        return;
    }
    std::map<double, QRectF> byLeft;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (before[i] == now[i])
            continue;
        const int row = state().firstTaskRow() + static_cast<int>(i);
        const QRectF glyph = glyphRect(row);
        byLeft[glyph.left()] |= glyph;
        if (isDimmed(before[i]) == isDimmed(now[i]))
            continue;
        QRectF shown = nameRect(row);
        shown.setWidth(name(row).width());
        byLeft[shown.left()] |= shown;
    }
    for (const auto& [left, changed] : byLeft)
        updateMoving(changed);
}

QRectF RowHeaderItem::nameRect(int row) const
{
    QRectF rect = state().geometry.row(row);
    rect.moveTop(state().middleOf(row) - rect.height() / 2);
    rect.setLeft(state().geometry.nameX(levelOf(row)));
    rect.setRight(area().right());
    return rect;
}

void RowHeaderItem::drawRow(QPainter& painter, int row)
{
    const SegmentState now = state().stateAtPlayhead(row);
    const Palette& p = *state().palette;
    const int level = levelOf(row);
    const RowLayout::Branch branch = state().rows->branch(row);
    if (branch != RowLayout::Branch::None)
        drawChevron(painter, row, level, branch == RowLayout::Branch::Expanded);
    m_glyphs.draw(painter, {state().geometry.glyphX(level), state().middleOf(row)}, now,
                  now == SegmentState::Done ? state().outcome(row) : Word::Returned, p);
    drawName(painter, row, isDimmed(now) ? p.ink3 : p.ink);
}

void RowHeaderItem::drawChevron(QPainter& painter, int row, int level, bool isDown) const
{
    const Painting painting(painter);
    const QPointF tip(state().geometry.chevronX(level), state().middleOf(row));
    if (row == state().hoveredChevron) {
        setFill(painter, state().palette->tint);
        painter.drawRoundedRect(squareAt(tip, chevronPlate), plateRadius, plateRadius);
    }
    setStroke(painter, state().palette->ink2, 1.5);
    painter.drawPolyline(
        isDown ? QPolygonF{tip + QPointF(-4, -2), tip + QPointF(0, 2), tip + QPointF(4, -2)}
               : QPolygonF{tip + QPointF(-2, -4), tip + QPointF(2, 0), tip + QPointF(-2, 4)});
}

// A small gauge: empty, partly full, full. The first row has the chevron that folds them all.
void RowHeaderItem::drawResource(QPainter& painter, int row) const
{
    const Painting painting(painter);
    const Palette& p = *state().palette;
    const QPointF middle(state().geometry.glyphX(), state().middleOf(row));
    if (row == state().foldRow())
        drawChevron(painter, row, 0, !state().areResourcesFolded);
    if (const ResourceTrack* const resource = state().resource(row)) {
        const ResourceTrack::Change* const now = resource->after(state().eventCount);
        const double share =
            now == nullptr
                ? 0
                : std::clamp(static_cast<double>(now->level) / static_cast<double>(resource->most),
                             0.0, 1.0);
        const QRectF gauge = squareAt(middle, gaugeSide);
        QRectF full = gauge;
        full.setTop(gauge.bottom() - share * gauge.height());
        painter.fillRect(full, p.ink3);
        setStroke(painter, p.ink3, 1.2);
        painter.drawRoundedRect(gauge, 2, 2);
    }
    drawName(painter, row, p.ink2);
}

void RowHeaderItem::drawName(QPainter& painter, int row, const QColor& colour) const
{
    const QRectF rect = nameRect(row);
    if (!isExposed(painter, rect.adjusted(afterGlyph, 0, 0, 0)))
        return;
    const QFontMetricsF metrics(fontFor(TextRole::Button));
    painter.setPen(colour);
    name(row).draw(painter,
                   {rect.left(), rect.center().y() - metrics.height() / 2 + metrics.ascent()});
}

const PreparedText& RowHeaderItem::name(int row) const
{
    const std::pair key(state().rowName(row), nameRect(row).width());
    const auto known = m_names.constFind(key);
    if (known != m_names.constEnd())
        return *known;
    if (m_names.size() == mostNames)
        m_names.clear();
    const QFont font = fontFor(TextRole::Button);
    const QString elided = QFontMetricsF(font).elidedText(key.first, Qt::ElideMiddle, key.second);
    return *m_names.insert(key, PreparedText(font, elided));
}

}  // namespace coroscope
