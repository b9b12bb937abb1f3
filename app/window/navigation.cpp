// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/navigation.h"

#include <cmath>
#include <utility>

#include "app/charts/time_axis.h"
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
    const TimeSpan span = m_comparison.visibleRange().span();
    const TimeAxis axis(span, unitWidth);
    const Ticks playhead = m_comparison.playhead().time();
    const double anchor = span.contains(playhead) ? axis.toX(playhead) : unitWidth / 2;
    m_comparison.visibleRange().setSpan(
        clampedInto(axis.zoomedAround(anchor, factor), m_comparison.wholeSpan()));
}

void Navigation::pan(double share)
{
    const TimeSpan span = m_comparison.visibleRange().span();
    const Ticks offset(std::llround(static_cast<double>(span.length().count()) * share));
    m_comparison.visibleRange().setSpan(
        clampedInto({span.begin + offset, span.end + offset}, m_comparison.wholeSpan()));
}

void Navigation::fit()
{
    m_comparison.visibleRange().setSpan(m_comparison.wholeSpan());
}

}  // namespace coroscope
