// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/playhead.h"

namespace coroscope {

void Playhead::setPosition(const PlayPosition& position)
{
    if (position == m_position)
        return;
    m_position = position;
    Q_EMIT moved(m_position);
}

void Playhead::setPlaying(bool isPlaying)
{
    if (isPlaying == m_isPlaying)
        return;
    m_isPlaying = isPlaying;
    Q_EMIT playingChanged(m_isPlaying);
}

}  // namespace coroscope
