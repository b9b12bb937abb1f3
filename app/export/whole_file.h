// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/result.h"

namespace coroscope {

/// Writes a file whole, or leaves an old one of that name as it is. Writes into a device or pipe.
[[nodiscard]] Status writeWholeFile(const QString& path, const QByteArray& data);

}  // namespace coroscope
