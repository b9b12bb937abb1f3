// SPDX-License-Identifier: MIT
#include "tests/support/python_runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

namespace coroscope::test {
namespace {

constexpr int patienceMs = 300'000;

// 0 if it is no Python 3 that runs.
int minorVersionOf(const QString& python)
{
    QProcess process;
    process.start(
        python,
        {QStringLiteral("-c"),
         QStringLiteral("import sys; print(sys.version_info[0] == 3 and sys.version_info[1])")});
    return process.waitForFinished(patienceMs) && process.exitCode() == 0
               ? process.readAllStandardOutput().trimmed().toInt()
               : 0;
}

Behaviour readBehaviour(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    Behaviour behaviour;
    behaviour.how = object.value(QLatin1String("how")).toString();
    behaviour.message = object.value(QLatin1String("message")).toString();
    behaviour.end = object.value(QLatin1String("end")).toInteger();
    const QJsonArray log = object.value(QLatin1String("log")).toArray();
    for (const QJsonValue& entry : log)
        behaviour.log << entry.toString();
    return behaviour;
}

// A JSON string, on one line.
QByteArray quoted(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2) + '\n';
}

}  // namespace

QStringList Behaviour::lines() const
{
    return log + QStringList{how, message, QString::number(end)};
}

PythonRunner::PythonRunner(QString driver) : m_driver(std::move(driver))
{
    QStringList candidates{qEnvironmentVariable("COROSCOPE_TEST_PYTHON")};
    if (candidates.first().isEmpty()) {
        candidates.clear();
        for (const char* const name : {"python3.13", "python3.12", "python3", "python3.11"})
            candidates << QStandardPaths::findExecutable(QLatin1String(name));
    }
    for (const QString& candidate : candidates) {
        m_python = candidate;
        m_minorVersion = candidate.isEmpty() ? 0 : minorVersionOf(candidate);
        if (isThere())
            return;
    }
}

std::optional<std::vector<Behaviour>> PythonRunner::run(const QStringList& programs)
{
    QProcess process;
    process.start(m_python, {QStringLiteral("-B"), m_driver});
    for (const QString& program : programs)
        process.write(quoted(program));
    process.closeWriteChannel();
    const bool isFinished = process.waitForFinished(patienceMs);
    m_error = QString::fromUtf8(process.readAllStandardError());
    std::vector<Behaviour> behaviours;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty())
            behaviours.push_back(readBehaviour(line));
    }
    if (!isFinished || behaviours.size() != static_cast<std::size_t>(programs.size()))
        return {};
    return behaviours;
}

}  // namespace coroscope::test
