// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/base/result.h"
#include "core/scenario/scenario.h"

namespace coroscope {

/// The names of the scenarios that come with the program, in the order of the lessons.
[[nodiscard]] const QStringList& builtinScenarios();

/// Their titles, in the same order. Reads them all.
[[nodiscard]] QStringList builtinTitles();

/// A built-in scenario by its name, else the file of that name.
[[nodiscard]] Result<scenario::Scenario> openScenario(const QString& nameOrFile);

}  // namespace coroscope
