// SPDX-License-Identifier: MIT
#include "tests/support/python_runner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace coroscope::test {
namespace {

constexpr int patienceMs = 100'000;

bool isNewEnough(const QString& python)
{
    QProcess process;
    process.start(python, {QStringLiteral("-c"),
                           QStringLiteral("import sys; sys.exit(sys.version_info < (3, 11))")});
    return process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

QString findPython()
{
    for (const char* const name : {"python3.13", "python3.12", "python3", "python3.11"}) {
        const QString found = QStandardPaths::findExecutable(QLatin1String(name));
        if (!found.isEmpty() && isNewEnough(found))
            return found;
    }
    return {};
}

Behaviour readBehaviour(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    Behaviour behaviour;
    behaviour.how = object.value(QLatin1String("how")).toString();
    const QJsonArray prints = object.value(QLatin1String("prints")).toArray();
    for (const QJsonValue& print : prints) {
        behaviour.prints << QString::number(print.toArray().at(0).toInteger()) + QLatin1Char(' ') +
                                print.toArray().at(1).toString();
    }
    return behaviour;
}

QStringList writeAll(const QStringList& programs, const QTemporaryDir& folder)
{
    QStringList paths;
    for (const QString& program : programs) {
        paths << folder.filePath(QStringLiteral("program%1.py").arg(paths.size()));
        QFile file(paths.last());
        if (file.open(QIODevice::WriteOnly))
            file.write(program.toUtf8());
    }
    return paths;
}

}  // namespace

PythonRunner::PythonRunner(QString driver) : m_driver(std::move(driver)), m_python(findPython()) {}

std::optional<std::vector<Behaviour>> PythonRunner::run(const QStringList& programs)
{
    const QTemporaryDir folder;
    QProcess process;
    process.start(m_python, QStringList{m_driver} + writeAll(programs, folder));
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
