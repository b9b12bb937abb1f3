// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/result.h"

namespace coroscope {

/// The recorder as a zip file that Python can run. It is written into a folder of this process when
/// it is first asked for, and goes with the process.
[[nodiscard]] Result<QString> recorderArchive();

}  // namespace coroscope
