// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/base/ticks.h"

namespace coroscope {

/// How a visible range came to change, for those who remember where one has been.
enum class RangeChange {
    Jump,    ///< to a place of its own: fit, focus
    Glide,   ///< a little of a movement: the wheel, a drag
    Follow,  ///< the document changed; nobody moved
};

/// The span that all charts of a document show: of time, or on the order axis of events (see
/// AxisMap). The axes are outputs of it.
class VisibleRange : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const TimeSpan& span() const noexcept { return m_span; }

    /// A span shorter than 100 ns is widened to that.
    void setSpan(TimeSpan span, RangeChange how = RangeChange::Jump);

Q_SIGNALS:
    void changed(const coroscope::TimeSpan& span, coroscope::RangeChange how);

private:
    TimeSpan m_span{Ticks{0}, std::chrono::seconds(1)};
};

}  // namespace coroscope
