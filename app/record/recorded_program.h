// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace coroscope {

/// A Python program to record.
struct RecordedProgram {
    QStringList command;  ///< as behind `python`: a script or "-m" and a module, then its arguments
    QString python;       ///< which interpreter; empty: see findPython()
    QString folder;       ///< where it runs; empty: where this process does
    bool isVirtual = false;

    [[nodiscard]] bool isModule() const { return command.value(0) == QLatin1String("-m"); }
    /// The script's path or the module's name.
    [[nodiscard]] QString source() const { return command.value(isModule() ? 1 : 0); }
};

}  // namespace coroscope
