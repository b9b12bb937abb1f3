// SPDX-License-Identifier: MIT
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "tests/support/python_runner.h"

namespace coroscope::test {

/// Programs as the runtime runs them and as CPython runs their printed Python, in one go.
class PythonComparison {
public:
    /// A program; one that cannot be written in Python is passed over. Nothing is wrong if the
    /// answer is empty.
    [[nodiscard]] QString add(const scenario::Scenario& scenario, const std::string& program);
    /// All programs that a scenario lists.
    [[nodiscard]] QString addListed(const std::string& text, const std::string& source);

    /// The programs that differ, each with its text and the first line that does. Programs that
    /// touch a rule in which this CPython differs from 3.13 may differ, and are counted, as are
    /// those that the driver cannot run.
    [[nodiscard]] QStringList differences(PythonRunner& python);

    [[nodiscard]] qsizetype size() const { return m_sources.size(); }
    /// How many programs were allowed to differ.
    [[nodiscard]] int allowedCount() const { return m_allowedCount; }
    /// How many of these touch which rule; a program can touch several.
    [[nodiscard]] const QMap<QString, int>& allowed() const { return m_allowed; }

private:
    void allow(const QStringList& reasons);

    QStringList m_names;
    QStringList m_sources;
    std::vector<Behaviour> m_expected;
    QMap<QString, int> m_allowed;
    int m_allowedCount = 0;
};

}  // namespace coroscope::test
