// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/axis_mode.h"

namespace coroscope {

void AxisMode::setKind(AxisKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    Q_EMIT changed(m_kind);
}

}  // namespace coroscope
