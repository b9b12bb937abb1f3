// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

#include "app/document/playhead.h"

namespace coroscope {

/// Moves a playhead with the clock while it is playing, up to `total`. Whether it plays is the
/// playhead's own state, so anything that sets Playhead::setPlaying() starts and stops it; moving
/// the playhead meanwhile (dragging it) goes on from there.
class Player : public QObject {
    Q_OBJECT

public:
    using WallClock = std::function<Ticks()>;  ///< never goes back

    /// The playhead must outlive the player.
    explicit Player(Playhead& playhead, QObject* parent = nullptr, WallClock clock = steadyClock());

    /// Seconds of the program in one second of the clock.
    [[nodiscard]] double speed() const noexcept { return m_speed; }
    [[nodiscard]] Ticks total() const noexcept { return m_total; }

    /// Precondition: speed > 0.
    void setSpeed(double speed);
    void setTotal(Ticks total);

    /// From the beginning when the playhead stands at the end.
    void play();
    void pause();
    void toggle();

    /// Moves the playhead by what has passed on the clock since the last frame. The timer calls it.
    void advance();

    [[nodiscard]] static WallClock steadyClock();

private:
    void follow(bool isPlaying);

    Playhead& m_playhead;
    WallClock m_clock;
    QTimer m_frames;
    Ticks m_total{};
    double m_speed = 1;
    Ticks m_lastFrame{};
    double m_owed = 0;  // the part of a nanosecond by which the playhead is behind
};

}  // namespace coroscope
