// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/whole_file.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace coroscope {

Status writeWholeFile(const QString& path, const QByteArray& data)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(data) == data.size() && file.commit())
        return success();
    const QString message =
        QCoreApplication::translate("coroscope::WholeFile", "cannot write the file: %1")
            .arg(file.errorString());
    return Error{Error::Kind::WriteFailed, message.toStdString(), path.toStdString()};
}

}  // namespace coroscope
