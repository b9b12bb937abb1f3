// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recent_files.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSettings>

namespace coroscope {
namespace {

constexpr qsizetype mostFiles = 5;
const QString arrayKey = QStringLiteral("recent");
const QString pathKey = QStringLiteral("path");
const QString timeKey = QStringLiteral("openedAt");

QList<RecentFile> readFiles()
{
    QList<RecentFile> files;
    QSettings settings;
    const int size = settings.beginReadArray(arrayKey);
    for (int i = 0; i < size && files.size() < mostFiles; ++i) {
        settings.setArrayIndex(i);
        files << RecentFile{settings.value(pathKey).toString(),
                            settings.value(timeKey).toLongLong()};
    }
    settings.endArray();
    return files;
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
    const QString whole = QFileInfo(path).absoluteFilePath();
    QList<RecentFile> files = readFiles();
    files.removeIf([&whole](const RecentFile& file) { return file.path == whole; });
    files.prepend({whole, QDateTime::currentMSecsSinceEpoch()});
    files.resize(std::min(files.size(), mostFiles));
    QSettings settings;
    settings.remove(arrayKey);
    settings.beginWriteArray(arrayKey, static_cast<int>(files.size()));
    for (qsizetype i = 0; i < files.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(pathKey, files[i].path);
        settings.setValue(timeKey, files[i].openedAt);
    }
    settings.endArray();
}

}  // namespace coroscope
