// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/selection.h"

#include <utility>

namespace coroscope {

void Selection::set(std::optional<SelectedSegment> segment, std::optional<Range> range)
{
    if (segment == m_segment && range == m_range)
        return;
    m_segment = std::move(segment);
    m_range = std::move(range);
    Q_EMIT changed();
}

}  // namespace coroscope
