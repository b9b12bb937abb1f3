// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace coroscope::test {

/// What the files below one folder may include besides each other and the standard library:
/// project folders with all that is below them, and libraries.
struct Folder {
    const char* path;
    QStringList mayInclude;
};

/// The folder's line in the table of directions for a file; null when none covers it.
[[nodiscard]] const Folder* folderOf(const QString& path);

/// The SPDX name of the licence that a file must carry; empty outside the known folders.
[[nodiscard]] QString licenceOf(const QString& path);

/// What stands behind an #include.
struct Include {
    QString target;
    bool isQuoted = false;

    /// Whose header it is: "Qt" for <QtCore/QString>, "nlohmann" for <nlohmann/json.hpp>,
    /// "unistd.h" for <unistd.h>; empty for the standard library.
    [[nodiscard]] QString library() const;
};

[[nodiscard]] bool mayInclude(const Folder& folder, const QString& file, const Include& include);

}  // namespace coroscope::test
