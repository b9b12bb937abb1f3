// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/navigation.h"

#include <cmath>
#include <utility>

#include "app/charts/time_axis.h"
#include "app/document/axis_map.h"
#include "app/document/stepper.h"

namespace coroscope {

Navigation::Navigation(Comparison& comparison, Player::WallClock clock, QObject* parent)
    : QObject(parent),
      m_comparison(comparison),
      m_player(comparison.playhead(), nullptr, std::move(clock))
{
    connect(&comparison, &Comparison::runsChanged, this,
            [this] { m_player.setTotal(m_comparison.longestTotal()); });
    m_player.setTotal(comparison.longestTotal());
}

void Navigation::stepForward(StepUnit unit)
{
    stopAt(nextPosition(m_comparison.runs(), m_comparison.playhead().position(), unit));
}

void Navigation::stepBack(StepUnit unit)
{
    stopAt(previousPosition(m_comparison.runs(), m_comparison.playhead().position(), unit));
}

void Navigation::toStart()
{
    stopAt(beginning());
}

void Navigation::toEnd()
{
    stopAt(ending(m_comparison.runs()));
}

void Navigation::togglePlay()
{
    m_player.toggle();
}

void Navigation::stopAt(const PlayPosition& position)
{
    m_player.pause();
    m_comparison.playhead().setPosition(position);
}

void Navigation::zoom(double factor)
{
    constexpr double unitWidth = 1;
    const TimeSpan span = range().span();
    const TimeAxis axis(span, unitWidth);
    const Ticks playhead = playheadPlace();
    const double anchor = span.contains(playhead) ? axis.toX(playhead) : unitWidth / 2;
    range().setSpan(clampedInto(axis.zoomedAround(anchor, factor), m_comparison.wholeAxisSpan()),
                    RangeChange::Glide);
}

void Navigation::pan(double share)
{
    const TimeSpan span = range().span();
    const Ticks offset(std::llround(static_cast<double>(span.length().count()) * share));
    range().setSpan(
        clampedInto({span.begin + offset, span.end + offset}, m_comparison.wholeAxisSpan()),
        RangeChange::Glide);
}

void Navigation::fit()
{
    range().setSpan(m_comparison.wholeAxisSpan());
}

// On the order axis, in the first program.
Ticks Navigation::playheadPlace() const
{
    const auto runs = m_comparison.runs();
    if (m_comparison.view().axis.kind() == AxisKind::Time || runs.empty())
        return m_comparison.playhead().time();
    return AxisMap(AxisKind::Order, *runs[0]).placeOf(m_comparison.playhead().position());
}

}  // namespace coroscope
