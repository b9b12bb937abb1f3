// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/document/comparison.h"
#include "app/document/player.h"

namespace coroscope {

/// Moves through one comparison: its playhead step by step or with the clock, and its visible
/// range.
class Navigation : public QObject {
    Q_OBJECT

public:
    /// The comparison must outlive it.
    Navigation(Comparison& comparison, Player::WallClock clock, QObject* parent = nullptr);

    [[nodiscard]] Player& player() noexcept { return m_player; }

    /// What stepForward() and stepBack() without a unit step by.
    void setStepUnit(StepUnit unit) noexcept { m_unit = unit; }
    void stepForward() { stepForward(m_unit); }
    void stepBack() { stepBack(m_unit); }
    void stepForward(StepUnit unit);
    void stepBack(StepUnit unit);
    void toStart();
    void toEnd();
    void togglePlay();

    /// > 1 zooms in; the playhead keeps its place when it is in view, else the middle does.
    void zoom(double factor);
    /// By a share of the visible range; positive: to later times.
    void pan(double share);
    void fit();

private:
    void stopAt(const PlayPosition& position);
    [[nodiscard]] VisibleRange& range() const { return m_comparison.view().range(); }
    [[nodiscard]] Ticks playheadPlace() const;

    Comparison& m_comparison;
    Player m_player;
    StepUnit m_unit = StepUnit::AwaitPoint;
};

}  // namespace coroscope
