// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/python_interpreter.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QVersionNumber>

namespace coroscope {
namespace {

const QVersionNumber oldest(3, 8);

Error unusable(const QString& executable, const QString& why)
{
    return {Error::Kind::Usage, why.toStdString(), executable.toStdString()};
}

QString pythonOf(const QString& environment)
{
    const QString executable = QDir(environment).filePath(QStringLiteral("bin/python"));
    return QFileInfo(executable).isExecutable() ? executable : QString();
}

// Of a virtual environment, or on PATH.
QString usualPython(const QString& folder)
{
    const QString active = qEnvironmentVariable("VIRTUAL_ENV");
    QStringList environments;
    if (!active.isEmpty())
        environments << active;
    for (const char* const name : {".venv", "venv"})
        environments << QDir(folder).filePath(QLatin1String(name));
    for (const QString& environment : environments) {
        const QString executable = pythonOf(environment);
        if (!executable.isEmpty())
            return executable;
    }
    return QStandardPaths::findExecutable(QStringLiteral("python3"));
}

QString lastLine(const QByteArray& text)
{
    return QString::fromUtf8(text).trimmed().section(u'\n', -1);
}

// What the executable says that its version is.
Result<QString> versionOf(const QString& executable, int patienceMs)
{
    QProcess process;
    process.start(executable,
                  {QStringLiteral("-c"),
                   QStringLiteral("import sys; print('%d.%d.%d' % sys.version_info[:3])")});
    if (!process.waitForStarted(patienceMs))
        return unusable(executable, QStringLiteral("cannot be started: ") + process.errorString());
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
        return unusable(executable,
                        QStringLiteral("does not answer: asked for its version, it said nothing "
                                       "for %1 s")
                            .arg(patienceMs / 1000.0));
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return unusable(executable, QStringLiteral("is no Python that runs: ") +
                                        lastLine(process.readAllStandardError()));
    return lastLine(process.readAllStandardOutput());
}

}  // namespace

Result<PythonInterpreter> findPython(const QString& wanted, const QString& folder,
                                     std::chrono::milliseconds patience)
{
    const QString executable = wanted.isEmpty() ? usualPython(folder) : wanted;
    if (executable.isEmpty())
        return Error{Error::Kind::Usage,
                     "no Python was found, neither in a virtual environment nor as \"python3\" on "
                     "PATH; install one of version 3.8 or later, or name it with --python",
                     {}};
    const auto answer = versionOf(executable, static_cast<int>(patience.count()));
    if (!answer)
        return answer.error();
    const QString& version = answer.value();
    if (QVersionNumber::fromString(version).isNull())
        return unusable(
            executable,
            QStringLiteral("is no Python: asked for its version, it says \"%1\"").arg(version));
    if (QVersionNumber::fromString(version) < oldest)
        return unusable(
            executable,
            QStringLiteral("is Python %1; expected %2 or later").arg(version, oldest.toString()));
    return PythonInterpreter{executable, version};
}

}  // namespace coroscope
