// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <limits>

#include "core/base/ticks.h"
#include "core/timeline/stops.h"

namespace coroscope {

/// A moment that several programs share: an instant, and within it the stop that each program
/// stands at (its `stop`-th one of that instant; a program with fewer stops has the whole instant
/// behind it).
struct PlayPosition {
    static constexpr int wholeInstant = std::numeric_limits<int>::max();

    Ticks time{};
    int stop = wholeInstant;
    StepUnit unit = StepUnit::AwaitPoint;  ///< what `stop` counts

    friend bool operator==(const PlayPosition&, const PlayPosition&) = default;
};

/// Where one looks in time: the one playhead of a document. Views follow it and write only to it.
class Playhead : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const PlayPosition& position() const noexcept { return m_position; }
    [[nodiscard]] Ticks time() const noexcept { return m_position.time; }
    [[nodiscard]] bool isPlaying() const noexcept { return m_isPlaying; }

    void setPosition(const PlayPosition& position);
    /// After all that happens at `time`.
    void setTime(Ticks time) { setPosition({time}); }
    void setPlaying(bool isPlaying);

Q_SIGNALS:
    void moved(const coroscope::PlayPosition& position);
    void playingChanged(bool isPlaying);

private:
    PlayPosition m_position;
    bool m_isPlaying = false;
};

}  // namespace coroscope
