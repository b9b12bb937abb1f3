// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/whole_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace coroscope {

namespace {

Status outcome(bool isWritten, const QFileDevice& file)
{
    if (isWritten)
        return success();
    const QString message =
        QCoreApplication::translate("coroscope::WholeFile", "cannot write the file: %1")
            .arg(file.errorString());
    return Error{Error::Kind::WriteFailed, message.toStdString(), file.fileName().toStdString()};
}

}  // namespace

Status writeWholeFile(const QString& path, const QByteArray& data)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir()) {
        // A device or a pipe: a new file must not take its place.
        QFile device(path);
        const bool isWritten = device.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
                               device.write(data) == data.size();
        return outcome(isWritten, device);
    }
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(data) == data.size() && file.commit();
    return outcome(isWritten, file);
}

}  // namespace coroscope
