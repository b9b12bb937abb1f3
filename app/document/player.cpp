// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/player.h"

#include <algorithm>
#include <cmath>

#include "app/document/stepper.h"

namespace coroscope {

Player::Player(Playhead& playhead, QObject* parent, WallClock clock)
    : QObject(parent),
      m_playhead(playhead),
      m_clock(std::move(clock))
{
    m_frames.setTimerType(Qt::PreciseTimer);
    m_frames.setInterval(std::chrono::milliseconds(16));
    connect(&m_frames, &QTimer::timeout, this, &Player::advance);
    connect(&m_playhead, &Playhead::playingChanged, this, &Player::follow);
}

Player::WallClock Player::steadyClock()
{
    return [] { return Ticks(std::chrono::steady_clock::now().time_since_epoch()); };
}

void Player::setSpeed(double speed)
{
    Q_ASSERT(speed > 0);
    m_speed = speed;
}

void Player::setTotal(Ticks total)
{
    m_total = total;
}

void Player::play()
{
    if (m_playhead.position() == PlayPosition{m_total} || m_playhead.time() > m_total)
        m_playhead.setPosition(beginning());
    m_playhead.setPlaying(true);
}

void Player::pause()
{
    m_playhead.setPlaying(false);
}

void Player::toggle()
{
    m_playhead.isPlaying() ? pause() : play();
}

void Player::follow(bool isPlaying)
{
    if (!isPlaying) {
        m_frames.stop();
        return;
    }
    m_lastFrame = m_clock();
    m_owed = 0;
    m_frames.start();
}

void Player::advance()
{
    if (!m_playhead.isPlaying())
        return;
    const Ticks now = m_clock();
    const double passed = static_cast<double>((now - m_lastFrame).count()) * m_speed + m_owed;
    m_lastFrame = now;
    const auto left = static_cast<double>((m_total - m_playhead.time()).count());
    if (passed >= left) {
        m_playhead.setTime(m_total);
        pause();
        return;
    }
    const double whole = std::floor(passed);
    m_owed = passed - whole;
    if (whole > 0)
        m_playhead.setTime(m_playhead.time() + Ticks(static_cast<Ticks::rep>(whole)));
}

}  // namespace coroscope
