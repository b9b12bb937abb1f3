// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace coroscope {

/// What the charts' axis shows.
enum class AxisKind {
    Time,
    Order,  ///< every event one unit wide, so that what happens in one instant can be read
};

/// The axis that all charts of a document share.
class AxisMode : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] AxisKind kind() const noexcept { return m_kind; }
    void setKind(AxisKind kind);
    void toggle() { setKind(m_kind == AxisKind::Time ? AxisKind::Order : AxisKind::Time); }

Q_SIGNALS:
    void changed(coroscope::AxisKind kind);

private:
    AxisKind m_kind = AxisKind::Time;
};

}  // namespace coroscope
