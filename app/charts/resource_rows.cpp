// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/resource_rows.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/charts/chart_state.h"
#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "app/style/pattern_path.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr double emptyHeight = 1;
constexpr double labelRoom = 8;
constexpr double waitingHeight = 2;
constexpr double dotPeriod = 5;
constexpr std::uint32_t mostNames = 2;

constexpr std::array kindNames{
    QT_TRANSLATE_NOOP("coroscope::ResourceRows", "lock"),
    QT_TRANSLATE_NOOP("coroscope::ResourceRows", "semaphore"),
    QT_TRANSLATE_NOOP("coroscope::ResourceRows", "condition"),
    QT_TRANSLATE_NOOP("coroscope::ResourceRows", "event"),
    QT_TRANSLATE_NOOP("coroscope::ResourceRows", "queue"),
    QT_TRANSLATE_NOOP("coroscope::ResourceRows", "barrier"),
};

class ResourceWords {
    Q_DECLARE_TR_FUNCTIONS(coroscope::ResourceRows)
};

using Change = ResourceTrack::Change;

QString holdersText(const ChartState& state, const ResourceTrack& track, const Change& change)
{
    QStringList names;
    for (std::uint32_t i = 0; i < std::min(change.holderCount, mostNames); ++i)
        names << state.run->rows.value(
            static_cast<qsizetype>(track.holders[change.firstHolder + i].value));
    QString text = names.join(QStringLiteral(", "));
    if (change.holderCount > mostNames)
        text += QStringLiteral(" +%1").arg(change.holderCount - mostNames);
    return text;
}

// "A, B", "3 of 5", "set"; empty: nothing to say.
QString levelText(const ChartState& state, const ResourceTrack& track, const Change& change)
{
    switch (track.kind) {
    case ResourceKind::Event: return change.level > 0 ? ResourceWords::tr("set") : QString();
    case ResourceKind::Queue: return change.level > 0 ? QString::number(change.level) : QString();
    default: return holdersText(state, track, change);
    }
}

QString waitingText(const Change& change)
{
    return change.waiting == 0
               ? QString()
               : ResourceWords::tr("%n waiting", nullptr, static_cast<int>(change.waiting));
}

QString joined(const QString& left, const QString& right)
{
    return left.isEmpty() || right.isEmpty() ? left + right
                                             : left + QStringLiteral(" \u00b7 ") + right;
}

// Draws one resource, stretch by stretch.
class ResourcePainter {
public:
    ResourcePainter(QPainter& painter, const ChartState& state, int row)
        : m_painter(painter),
          m_state(state),
          m_track(*state.resource(row)),
          m_bar(state.barRect(row, state.geometry.plotLeft(), state.geometry.plotRight()))
    {}

    void draw()
    {
        const AxisMap map = m_state.map();
        const auto first = firstVisible(map);
        for (std::size_t i = first; i < m_track.changes.size(); ++i) {
            const double x0 = m_state.xOf(map.placeOf(m_track.changes[i].event));
            const bool isLast = i + 1 == m_track.changes.size();
            const Ticks end = isLast ? map.end() : map.placeOf(m_track.changes[i + 1].event);
            if (x0 > m_bar.right())
                break;
            drawStretch(m_track.changes[i], std::max(x0, m_bar.left()),
                        std::min(m_state.xOf(end), m_bar.right()));
        }
    }

private:
    [[nodiscard]] std::size_t firstVisible(const AxisMap& map) const
    {
        const auto after = std::ranges::upper_bound(
            m_track.changes, m_state.span.begin, {},
            [&](const Change& change) { return map.placeOf(change.event); });
        return after == m_track.changes.begin()
                   ? 0
                   : static_cast<std::size_t>(after - m_track.changes.begin()) - 1;
    }

    // What is narrower than half a pixel shows only if it is fuller than what is there already.
    void drawStretch(const Change& change, double x0, double x1)
    {
        const bool isNarrow = x1 - x0 < 0.5;
        if (isNarrow && (std::floor(x0) == m_column && change.level <= m_columnLevel))
            return;
        m_column = std::floor(x0);
        m_columnLevel = change.level;
        const double width = std::max(x1 - x0, change.level > 0 ? 1.0 : 0.0);
        drawLevel(change, x0, width);
        if (width >= dotPeriod && change.waiting > 0) {
            setFill(m_painter, m_state.palette->suspendedEdge);
            m_painter.drawPath(dotsIn(QRectF(x0, m_bar.top() - 3, width, waitingHeight),
                                      waitingHeight, dotPeriod, m_state.xOf(Ticks{0})));
        }
        drawLabel(change, x0, x1);
    }

    void drawLevel(const Change& change, double x0, double width)
    {
        const double share = std::clamp(
            static_cast<double>(change.level) / static_cast<double>(m_track.most), 0.0, 1.0);
        const Palette& p = *m_state.palette;
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        const double height = std::max(emptyHeight, std::round(share * m_bar.height()));
        m_painter.fillRect(QRectF(x0, m_bar.bottom() - height, width, height),
                           share > 0 ? p.track : p.ctl);
        if (share > 0)
            m_painter.fillRect(QRectF(x0, m_bar.bottom() - height, width, 1), p.ink3);
        m_painter.setRenderHint(QPainter::Antialiasing, true);
    }

    void drawLabel(const Change& change, double x0, double x1)
    {
        const QFont font = fontFor(TextRole::BarLabel);
        const QFontMetricsF metrics(font);
        const QString level = levelText(m_state, m_track, change);
        for (const QString& text : {joined(level, waitingText(change)), level}) {
            const double width = metrics.horizontalAdvance(text);
            if (text.isEmpty() || width + 2 * labelRoom > x1 - x0)
                continue;
            m_painter.setFont(font);
            m_painter.setPen(m_state.palette->ink2);
            m_painter.drawText(QRectF(x0 + labelRoom, m_bar.top(), width, m_bar.height()),
                               Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
            return;
        }
    }

    QPainter& m_painter;
    const ChartState& m_state;
    const ResourceTrack& m_track;
    const QRectF m_bar;
    double m_column = -1;  // of the last narrow stretch
    std::int64_t m_columnLevel = 0;
};

}  // namespace

void drawResourceRows(QPainter& painter, const ChartState& state)
{
    const Painting painting(painter);
    const ChartGeometry& geometry = state.geometry;
    for (int row = geometry.firstRow; row < geometry.firstRow + geometry.visibleRows(); ++row) {
        if (state.resource(row) == nullptr)
            continue;
        painter.setOpacity(state.isDimmed(row) ? dimmedOpacity : 1);
        ResourcePainter(painter, state, row).draw();
    }
}

QString resourceKindName(const ChartState& state, int row)
{
    return ResourceWords::tr(kindNames[static_cast<std::size_t>(state.resource(row)->kind)]);
}

QString resourceToolTip(const ChartState& state, int row, double x)
{
    const ResourceTrack& track = *state.resource(row);
    const AxisMap map = state.map();
    const auto after =
        std::ranges::upper_bound(track.changes, state.placeAt(x), {},
                                 [&](const Change& change) { return map.placeOf(change.event); });
    if (after == track.changes.begin())
        return {};
    const Change& change = *(after - 1);
    const QString name = state.rowName(row).toHtmlEscaped();
    QStringList lines{
        QStringLiteral("<b>%1 %2</b>").arg(resourceKindName(state, row).toHtmlEscaped(), name)};
    const QString holders = holdersText(state, track, change).toHtmlEscaped();
    if (!holders.isEmpty())
        lines << ResourceWords::tr("held by %1").arg(holders);
    if (track.kind == ResourceKind::Queue)
        lines << ResourceWords::tr("%n in it", nullptr, static_cast<int>(change.level));
    else if (track.kind == ResourceKind::Semaphore)
        lines << ResourceWords::tr("%1 of %2 permits taken").arg(change.level).arg(track.most);
    else if (track.kind == ResourceKind::Event)
        lines << (change.level > 0 ? ResourceWords::tr("set") : ResourceWords::tr("not set"));
    else if (holders.isEmpty() && track.kind == ResourceKind::Lock)
        lines << ResourceWords::tr("free");
    lines << ResourceWords::tr("%n waiting", nullptr, static_cast<int>(change.waiting));
    const Ticks scale = state.run->total();
    lines << ResourceWords::tr("since %1")
                 .arg(QString::fromStdString(timeTextLike(change.time, scale).joined()));
    return QStringLiteral("<p style='white-space:pre; margin:0'>%1</p>")
        .arg(lines.join(QStringLiteral("<br>")));
}

}  // namespace coroscope
