// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recent_files.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSettings>

#include "app/record/kept_recordings.h"

namespace coroscope {
namespace {

constexpr qsizetype mostFiles = 5;
const QString arrayKey = QStringLiteral("recent");
const QString pathKey = QStringLiteral("path");
const QString timeKey = QStringLiteral("openedAt");
const QString interruptedKey = QStringLiteral("isInterrupted");

QList<RecentFile> readFiles()
{
    QList<RecentFile> files;
    QSettings settings;
    const int size = settings.beginReadArray(arrayKey);
    for (int i = 0; i < size && files.size() < mostFiles; ++i) {
        settings.setArrayIndex(i);
        files << RecentFile{settings.value(pathKey).toString(),
                            settings.value(timeKey).toLongLong(),
                            settings.value(interruptedKey).toBool()};
    }
    settings.endArray();
    return files;
}

void writeFiles(const QList<RecentFile>& files)
{
    QSettings settings;
    settings.remove(arrayKey);
    settings.beginWriteArray(arrayKey, static_cast<int>(files.size()));
    for (qsizetype i = 0; i < files.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(pathKey, files[i].path);
        settings.setValue(timeKey, files[i].openedAt);
        settings.setValue(interruptedKey, files[i].isInterrupted);
    }
    settings.endArray();
}

void putFirst(const RecentFile& added)
{
    QList<RecentFile> files = readFiles();
    files.removeIf([&added](const RecentFile& file) { return file.path == added.path; });
    files.prepend(added);
    files.resize(std::min(files.size(), mostFiles));
    writeFiles(files);
}

}  // namespace

QList<RecentFile> recentFiles()
{
    QList<RecentFile> files = readFiles();
    files.removeIf([](const RecentFile& file) { return !QFileInfo(file.path).isFile(); });
    return files;
}

void rememberFile(const QString& path)
{
    putFirst({QFileInfo(path).absoluteFilePath(), QDateTime::currentMSecsSinceEpoch()});
}

bool rememberInterruptedRecordings()
{
    const QStringList recordings = takeInterruptedRecordings();
    for (const QString& path : recordings) {
        const QDateTime lastWritten = QFileInfo(path).lastModified();
        putFirst({path, lastWritten.toMSecsSinceEpoch(), true});
    }
    return !recordings.isEmpty();
}

}  // namespace coroscope
