// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace coroscope::test {

/// What a program did, whoever ran it.
struct Behaviour {
    QStringList log;  ///< as logOf() writes it
    QString how;      ///< "ok", "deadlock", or the type of the exception that main ended with
    QString message;  ///< of that exception
    qint64 end = 0;   ///< in nanoseconds

    friend bool operator==(const Behaviour&, const Behaviour&) = default;

    /// All of it, to be compared line by line.
    [[nodiscard]] QStringList lines() const;
};

/// CPython, running programs on a virtual clock. The environment variable COROSCOPE_TEST_PYTHON
/// says which; else it is the newest in the path.
class PythonRunner {
public:
    /// `driver`: run_virtually.py.
    explicit PythonRunner(QString driver);

    /// There is a CPython of version 3.11 or later.
    [[nodiscard]] bool isThere() const { return m_minorVersion >= 11; }
    /// 13 for CPython 3.13.
    [[nodiscard]] int minorVersion() const { return m_minorVersion; }

    /// Runs each program, one after the other in one interpreter. Nothing if the interpreter
    /// itself failed; then error() says why.
    [[nodiscard]] std::optional<std::vector<Behaviour>> run(const QStringList& programs);
    [[nodiscard]] const QString& error() const { return m_error; }

private:
    QString m_driver;
    QString m_python;
    int m_minorVersion = 0;
    QString m_error;
};

}  // namespace coroscope::test
