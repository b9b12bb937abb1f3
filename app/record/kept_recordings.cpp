// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/kept_recordings.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <chrono>

namespace coroscope {
namespace {

const QString markSuffix = QStringLiteral(".watched");

QDir folderOfRecordings()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
                QStringLiteral("/recordings"));
}

// Those of processes that are gone count as none, whatever their age.
bool lockNow(QLockFile& lock)
{
    lock.setStaleLockTime(0);
    return lock.tryLock(std::chrono::milliseconds(0));
}

}  // namespace

QString newRecordingFile(const QString& source)
{
    const QDir folder = folderOfRecordings();
    folder.mkpath(QStringLiteral("."));
    const QString name = QFileInfo(source).completeBaseName();
    const QString time =
        QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    return folder.filePath(QStringLiteral("%1-%2.trace.jsonl").arg(name, time));
}

WatchMark::WatchMark(const QString& recording) : m_lock(recording + markSuffix)
{
    lockNow(m_lock);
}

QStringList takeInterruptedRecordings()
{
    const QDir folder = folderOfRecordings();
    QStringList recordings;
    const QStringList pattern{QLatin1Char('*') + markSuffix};
    for (const QString& mark : folder.entryList(pattern, QDir::Files, QDir::Time)) {
        QLockFile lock(folder.filePath(mark));
        const QString recording = folder.filePath(mark.chopped(markSuffix.size()));
        if (lockNow(lock) && QFileInfo(recording).size() > 0)
            recordings << recording;
    }
    return recordings;
}

}  // namespace coroscope
