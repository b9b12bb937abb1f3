// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace coroscope::test {

/// What a program did, whoever ran it.
struct Behaviour {
    QStringList prints;  ///< "3000000000 text", with the virtual time in nanoseconds
    QString how;         ///< "ok", "deadlock", or the type of the exception that main ended with

    friend bool operator==(const Behaviour&, const Behaviour&) = default;
};

/// CPython, running programs on a virtual clock.
class PythonRunner {
public:
    /// `driver`: run_virtually.py.
    explicit PythonRunner(QString driver);

    /// There is a CPython of version 3.11 or later.
    [[nodiscard]] bool isThere() const { return !m_python.isEmpty(); }

    /// Runs each program, one after the other. Nothing if the interpreter itself failed; then
    /// error() says why.
    [[nodiscard]] std::optional<std::vector<Behaviour>> run(const QStringList& programs);
    [[nodiscard]] const QString& error() const { return m_error; }

private:
    QString m_driver;
    QString m_python;
    QString m_error;
};

}  // namespace coroscope::test
