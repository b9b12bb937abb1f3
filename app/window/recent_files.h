// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "app/start/start_side.h"

namespace coroscope {

/// The files that were opened last, the latest first, at most five; those that are gone are left
/// out. Kept in the settings.
[[nodiscard]] QList<RecentFile> recentFiles();
void rememberFile(const QString& path);

}  // namespace coroscope
