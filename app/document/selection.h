// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <optional>

#include "core/base/ticks.h"

namespace coroscope {

/// One segment of one program's chart.
struct SelectedSegment {
    QString program;
    int track = -1;           ///< its index
    std::size_t segment = 0;  ///< of the track

    friend bool operator==(const SelectedSegment&, const SelectedSegment&) = default;
};

/// What is selected in a document: a segment, a range of the axis, or nothing. Views follow it and
/// write only to it.
///
/// A range is in the units of the axis it was drawn on (see AxisMap); on the order axis it belongs
/// to the program it was drawn in, since event numbers are a program's own.
class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    struct Range {
        TimeSpan span;
        QString program;  ///< empty: all, on the time axis

        friend bool operator==(const Range&, const Range&) = default;
    };

    [[nodiscard]] const std::optional<SelectedSegment>& segment() const noexcept
    {
        return m_segment;
    }
    [[nodiscard]] const std::optional<Range>& range() const noexcept { return m_range; }
    [[nodiscard]] bool isEmpty() const noexcept { return !m_segment && !m_range; }

    void setSegment(const SelectedSegment& segment) { set(segment, {}); }
    void setRange(const Range& range) { set({}, range); }
    void clear() { set({}, {}); }

Q_SIGNALS:
    void changed();

private:
    void set(std::optional<SelectedSegment> segment, std::optional<Range> range);

    std::optional<SelectedSegment> m_segment;
    std::optional<Range> m_range;
};

}  // namespace coroscope
