// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recorder_archive.h"

#include <QFile>
#include <QTemporaryDir>

namespace coroscope {

Result<QString> recorderArchive()
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("recorder.zip"));
    const QString resource = QStringLiteral(":/recorder.zip");
    if (folder.isValid() && (QFile::exists(path) || QFile::copy(resource, path)))
        return path;
    return Error{Error::Kind::WriteFailed, "the recorder cannot be written there",
                 (folder.isValid() ? path : folder.path()).toStdString()};
}

}  // namespace coroscope
