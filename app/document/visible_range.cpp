// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/visible_range.h"

#include <algorithm>

namespace coroscope {

void VisibleRange::setSpan(TimeSpan span, RangeChange how)
{
    constexpr Ticks shortest{100};
    span.end = std::max(span.end, span.begin + shortest);
    if (span == m_span)
        return;
    m_span = span;
    Q_EMIT changed(m_span, how);
}

}  // namespace coroscope
