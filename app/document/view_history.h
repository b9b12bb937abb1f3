// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "app/document/axis_mode.h"
#include "app/document/visible_range.h"

namespace coroscope {

/// Where one has looked in a document, to go back to: its visible ranges and its axis.
///
/// A movement is one step, however many little changes it is made of: glides in the same direction
/// (in, out, sideways) are one; a jump is one of its own. What the document itself changes is no
/// step.
class ViewHistory : public QObject {
    Q_OBJECT

public:
    /// They must outlive it.
    ViewHistory(VisibleRange& time, VisibleRange& order, AxisMode& axis);

    [[nodiscard]] bool canUndo() const noexcept { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const noexcept { return !m_future.empty(); }
    void undo() { move(m_past, m_future); }
    void redo() { move(m_future, m_past); }
    /// Begins anew here.
    void forget();

private:
    struct View {
        TimeSpan time;
        TimeSpan order;
        AxisKind axis = AxisKind::Time;
    };
    enum class Movement { None, Jump, In, Out, Aside };

    [[nodiscard]] View present() const;
    void note(RangeChange how);
    void remember(Movement movement);
    void move(std::vector<View>& from, std::vector<View>& to);

    VisibleRange& m_time;
    VisibleRange& m_order;
    AxisMode& m_axis;
    View m_last;  // as it was before the change that comes next
    Movement m_movement = Movement::None;
    std::vector<View> m_past;
    std::vector<View> m_future;
    bool m_isMoving = false;
};

}  // namespace coroscope
