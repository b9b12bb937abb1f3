// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "app/start/start_side.h"

namespace coroscope {

/// The files that were opened last, the latest first, at most five; those that are gone are left
/// out. Kept in the settings.
[[nodiscard]] QList<RecentFile> recentFiles();
void rememberFile(const QString& path);
/// Puts the recordings there whose window was killed since the last time that somebody asked; that
/// they were interrupted is known until they are opened. Gives whether there are any.
bool rememberInterruptedRecordings();

}  // namespace coroscope
