// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

#include "core/base/result.h"

namespace coroscope {

struct PythonInterpreter {
    QString executable;
    QString version;  ///< "3.11.2"
};

/// Which Python runs a program of `folder`: `wanted` if it is named, else that of the virtual
/// environment that is active, else that of one in `folder` (.venv, venv), else `python3` on PATH.
/// Asks it for its version, and waits for the answer.
///
/// Errors  there is none, it does not run or not answer, it is older than 3.8; says where was
///         looked.
[[nodiscard]] Result<PythonInterpreter> findPython(
    const QString& wanted, const QString& folder,
    std::chrono::milliseconds patience = std::chrono::seconds(10));

}  // namespace coroscope
