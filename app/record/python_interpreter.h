// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/result.h"

namespace coroscope {

struct PythonInterpreter {
    QString executable;
    QString version;  ///< "3.11.2"
};

/// Which Python runs a program of `folder`: `wanted` if it is named, else that of the virtual
/// environment that is active, else that of one in `folder` (.venv, venv), else `python3` on PATH.
/// Errors: there is none, it does not run, it is older than 3.8; says where was looked.
[[nodiscard]] Result<PythonInterpreter> findPython(const QString& wanted, const QString& folder);

}  // namespace coroscope
