// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <functional>
#include <stop_token>

#include "core/base/result.h"

namespace coroscope {

/// The rest of an encoding, once all that needs the GUI's thread is done: gives the file's bytes.
///
/// Threads  any one
/// Errors   among others, soon after a stop is requested; what it says then is not for people
using EncodeJob = std::function<Result<QByteArray>(const std::stop_token&)>;

}  // namespace coroscope
