// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace coroscope::test {

/// The rules that a Python program touches in which CPython 3.`minorVersion` differs from 3.13,
/// which the runtime follows: "E5 gather". None for 3.13.
[[nodiscard]] QStringList differingRules(const QString& program, int minorVersion);

}  // namespace coroscope::test
