// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/held_band.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/chart_state.h"
#include "app/style/fonts.h"
#include "app/style/icons.h"
#include "app/style/paint_helpers.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr double lightAlpha = 0.09;
constexpr double darkAlpha = 0.15;
constexpr double edgeAlpha = 0.75;
constexpr double flagAboveRows = 54;
constexpr double flagHeight = 20;
constexpr double flagRadius = 6;
constexpr double flagPadding = 8;
constexpr double iconSize = 14;
constexpr double iconGap = 5;

struct HeldWords {
    Q_DECLARE_TR_FUNCTIONS(coroscope::HeldBand)
};

// Those that overlap the axis, in order.
std::span<const HeldSpan> spansInView(const ChartState& state)
{
    const std::span<const HeldSpan> all(state.run->held);
    const auto first = std::ranges::partition_point(
        all, [&](const HeldSpan& span) { return span.end < state.span.begin; });
    const auto last = std::ranges::partition_point(
        all, [&](const HeldSpan& span) { return span.begin <= state.span.end; });
    return first < last ? std::span(first, last) : std::span<const HeldSpan>();
}

const HeldSpan* flagged(const ChartState& state, std::span<const HeldSpan> spans)
{
    if (state.selected) {
        const Segment selected = state.segment(*state.selected);
        const auto found = std::ranges::find(spans, selected.beginEvent, &HeldSpan::event);
        if (found != spans.end())
            return &*found;
    }
    const auto longest = std::ranges::max_element(spans, {}, &HeldSpan::length);
    return longest == spans.end() ? nullptr : &*longest;
}

QString flagText(const ChartState& state, const HeldSpan& span)
{
    const QString length = QString::fromStdString(timeText(span.length()).joined());
    const Trace& trace = state.run->trace();
    const SiteId id = trace.blockSite(trace.at(span.event));
    if (!id.isValid())
        return HeldWords::tr("Loop held %1").arg(length);
    const Site& site = trace.site(id);
    const QString file = QFileInfo(QString::fromStdString(site.file)).fileName();
    return HeldWords::tr("Loop held %1 \u00b7 %2:%3").arg(length, file).arg(site.line);
}

void drawFlag(QPainter& painter, const ChartState& state, const HeldSpan& span)
{
    const ChartGeometry& geometry = state.geometry;
    const QString text = flagText(state, span);
    const QFont font = fontFor(TextRole::BarLabelStrong);
    const QFontMetricsF metrics(font);
    const double width = 2 * flagPadding + iconSize + iconGap + metrics.horizontalAdvance(text);
    const double middle = (state.xOf(span.begin) + state.xOf(span.end)) / 2;
    const double rightmost = std::max(geometry.plotLeft(), geometry.plotRight() - width);
    const double left = std::clamp(middle - width / 2, geometry.plotLeft(), rightmost);
    const QRectF flag(std::round(left), geometry.rowsTop() - flagAboveRows, width, flagHeight);
    setFill(painter, state.palette->block);
    painter.drawRoundedRect(flag, flagRadius, flagRadius);
    drawIcon(painter,
             squareAt({flag.left() + flagPadding + iconSize / 2, flag.center().y()}, iconSize),
             QStringLiteral("warning"), state.palette->onBar);
    painter.setFont(font);
    painter.setPen(state.palette->onBar);
    painter.drawText(flag.adjusted(flagPadding + iconSize + iconGap, 0, 0, 0),
                     Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
}

}  // namespace

void drawHeldBands(QPainter& painter, const ChartState& state)
{
    if (state.isOrder() || !state.geometry.isTree || state.run->held.empty())
        return;
    const Painting painting(painter);
    const QRectF plot = state.geometry.plot();
    const Palette& palette = *state.palette;
    const bool isDark = palette.card.lightness() < palette.ink.lightness();
    const QColor inside = withAlpha(palette.block, isDark ? darkAlpha : lightAlpha);
    const QColor edge = withAlpha(palette.block, edgeAlpha);
    const std::span<const HeldSpan> spans = spansInView(state);
    painter.setRenderHint(QPainter::Antialiasing, false);
    double drawnTo = -1;
    for (const HeldSpan& span : spans) {
        const double x0 = std::max(std::floor(state.xOf(span.begin)), plot.left());
        const double x1 = std::min(std::floor(state.xOf(span.end)), plot.right());
        if (x1 <= drawnTo)
            continue;
        drawnTo = x1;
        painter.fillRect(QRectF(x0, plot.top(), x1 - x0, plot.height()), inside);
        if (state.span.begin <= span.begin)
            painter.fillRect(QRectF(x0, plot.top(), 1, plot.height()), edge);
        if (x1 - x0 >= 3 && span.end <= state.span.end)
            painter.fillRect(QRectF(x1, plot.top(), 1, plot.height()), edge);
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (const HeldSpan* const span = flagged(state, spans))
        drawFlag(painter, state, *span);
}

}  // namespace coroscope
