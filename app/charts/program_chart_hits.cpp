// SPDX-License-Identifier: GPL-3.0-or-later
// What lies at a place of a program's chart.
#include <algorithm>
#include <cmath>

#include "app/charts/program_chart.h"
#include "app/charts/resource_rows.h"
#include "app/charts/row_header_item.h"
#include "app/charts/segment_text.h"

namespace coroscope {
namespace {

constexpr double gripReach = 4;
constexpr double leastGripBar = 8;        // px; narrower bars have no end of their own
constexpr std::size_t mostInFan = 12;     // steps of one instant
constexpr std::size_t mostLookedAt = 64;  // segments around the pointer

}  // namespace

std::optional<SegmentHit> ProgramChart::hitAt(QPointF position) const
{
    const ChartGeometry& geometry = m_state.geometry;
    const int row = geometry.rowAt(position.y());
    const double x = position.x() - geometry.plotLeft();
    constexpr double overhang = 6;  // of a step at the plot's edge
    if (const auto spread = fanHitAt(position))
        return spread;
    if (!m_state.isTask(row) || x < -overhang || x > geometry.plotWidth() + overhang)
        return {};
    const auto segment =
        segmentAt(*m_state.run->timeline, m_state.track(row), m_state.map(), m_state.axis(), x);
    if (!segment)
        return {};
    return SegmentHit{m_state.trackAt(row), *segment};
}

QString ProgramChart::chevronToolTip(bool isExpanded)
{
    return isExpanded ? tr("Collapses what came of it; with Alt, all levels")
                      : tr("Expands what came of it; with Alt, all levels");
}

QString ProgramChart::toolTipAt(QPointF position) const
{
    if (!m_state.run)
        return {};
    const int row = m_state.geometry.rowAt(position.y());
    if (chevronAt(position) >= 0)
        return chevronToolTip(m_state.rows->branch(row) == RowLayout::Branch::Expanded);
    if (row >= 0 && m_header->area().contains(position))
        return m_header->isElided(row) ? m_state.rowName(row).toHtmlEscaped() : QString();
    if (m_state.resource(row) != nullptr)
        return resourceToolTip(m_state, row, position.x());
    const auto grip = gripAt(position);
    const auto hit = grip ? grip : hitAt(position);
    if (!hit)
        return {};
    const QString text = SegmentText(*m_state.run).toolTip(hit->track, m_state.segment(*hit));
    if (!grip)
        return text;
    return text + QStringLiteral("<p style='margin:0'>%1</p>")
                      .arg(tr("Drag to make it longer or shorter").toHtmlEscaped());
}

std::optional<SegmentHit> ProgramChart::gripAt(QPointF position) const
{
    const int row = m_state.geometry.rowAt(position.y());
    if (!m_state.isTask(row) || m_state.isOrder() || m_state.run->parameterUses.empty())
        return {};
    const QRectF bar = m_state.barRect(row, 0, 0);
    if (position.y() < bar.top() || position.y() > bar.bottom())
        return {};
    const Track& track = m_state.track(row);
    const std::size_t first =
        m_state.map().firstTouching(track.segments, m_state.placeAt(position.x() - gripReach));
    const std::size_t last = std::min(track.segments.size(), first + mostLookedAt);
    for (std::size_t i = first; i < last; ++i) {
        const Segment segment = m_state.run->timeline->segment(track, i);
        const double x0 = m_state.xOf(segment.span.begin);
        const double x1 = m_state.xOf(segment.span.end);
        if (x0 > position.x() + gripReach)
            break;
        if (std::abs(x1 - position.x()) <= gripReach && x1 - x0 >= leastGripBar &&
            m_state.run->parameterOf(segment))
            return SegmentHit{m_state.trackAt(row), i};
    }
    return {};
}

std::optional<BeadFan> ProgramChart::fanAt(QPointF position) const
{
    const int row = m_state.geometry.rowAt(position.y());
    if (!m_state.isTask(row) || m_state.isOrder())
        return {};
    const auto hit = segmentAt(*m_state.run->timeline, m_state.track(row), m_state.map(),
                               m_state.axis(), position.x() - m_state.geometry.plotLeft());
    if (!hit)
        return {};
    const Track& track = m_state.track(row);
    const Segment step = m_state.run->timeline->segment(track, *hit);
    if (step.span.length() > Ticks{0})
        return {};
    BeadFan fan{row, m_state.xOf(step.span.begin), {}};
    const SegmentColumn& segments = track.segments;
    for (std::size_t i = m_state.map().firstTouching(segments, step.span.begin);
         i < segments.size() && segments.timeAt(i) <= step.span.begin &&
         fan.segments.size() < mostInFan;
         ++i) {
        const Segment segment = m_state.run->timeline->segment(track, i);
        if (segment.span == step.span && segment.state == SegmentState::Running)
            fan.segments.push_back(i);
    }
    if (fan.segments.size() < 2)
        return {};
    return fan;
}

std::optional<SegmentHit> ProgramChart::fanHitAt(QPointF position) const
{
    if (!m_state.fan)
        return {};
    for (std::size_t i = 0; i < m_state.fan->segments.size(); ++i) {
        const QPointF way = m_state.fanBead(*m_state.fan, i) - position;
        if (QPointF::dotProduct(way, way) <= BeadFan::reach * BeadFan::reach)
            return SegmentHit{m_state.trackAt(m_state.fan->row), m_state.fan->segments[i]};
    }
    return {};
}

}  // namespace coroscope
