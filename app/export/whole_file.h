// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>
#include <iosfwd>

#include "core/base/result.h"

namespace coroscope {

/// Writes a file's content, piece by piece; may give up once the stream has failed.
using WriteContent = std::function<void(std::ostream&)>;

/// Writes a file whole, or leaves an old one of that name as it is, also when the process is killed
/// meanwhile. Writes into a device or pipe. Errors: what the system says, and the path.
[[nodiscard]] Status writeWholeFile(const QString& path, const WriteContent& write);
[[nodiscard]] Status writeWholeFile(const QString& path, const QByteArray& data);

}  // namespace coroscope
