// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/scenario/scenario.h"
#include "tests/support/python_runner.h"

namespace coroscope::test {

/// Programs in both forms, run by the runtime as they are added and by CPython in one go. All
/// members check with QVERIFY2.
class PythonComparison {
public:
    /// Programs that cannot be written in Python are passed over.
    void add(const scenario::Scenario& scenario, const std::string& program);
    /// All programs that the text of a scenario lists.
    void addAll(const std::string& text, const std::string& source);

    /// Everything that was printed, with its time, and how it ended, must be the same.
    void compare(PythonRunner& python) const;

    [[nodiscard]] std::size_t size() const { return m_expected.size(); }

private:
    QStringList m_sources;
    std::vector<Behaviour> m_expected;
};

}  // namespace coroscope::test
