// SPDX-License-Identifier: MIT
#include "tests/architecture/house_rules.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <vector>

namespace coroscope::test {

namespace {

// The directions of the architecture. Every file of C++ is below one of these.
const std::vector<Folder>& folders()
{
    static const std::vector<Folder> table{
        {"core/base", {"sys"}},
        {"core/trace", {"core/base", "nlohmann"}},
        {"core/runtime", {"core/base", "core/trace"}},
        {"core/timeline", {"core/base", "core/trace"}},
        {"core/analysis", {"core/base", "core/trace", "core/timeline"}},
        {"core/replay", {"core/base", "core/trace", "core/runtime"}},
        {"core/scenario", {"core/base", "core/trace", "core/runtime", "nlohmann"}},

        {"app/style", {"core", "Qt"}},
        {"app/language", {"core", "Qt"}},
        {"app/document", {"core", "app/language", "Qt"}},
        {"app/models", {"core", "app/document", "app/language", "app/style", "Qt"}},
        {"app/charts", {"core", "app/document", "app/language", "app/style", "Qt", "emmintrin.h"}},
        {"app/panels",
         {"core", "app/charts", "app/models", "app/document", "app/language", "app/style", "Qt"}},
        {"app/export", {"core", "app/charts", "app/document", "app/language", "app/style", "Qt"}},
        {"app/start",
         {"core", "app/charts", "app/panels", "app/document", "app/language", "app/style", "Qt"}},
        {"app/record", {"core", "app/document", "Qt"}},
        {"app/cli",
         {"core", "app/export", "app/record", "app/document", "app/language", "Qt", "CLI"}},
        {"app/window", {"core", "app", "Qt"}},
        {"app/main.cpp", {"core", "app", "Qt"}},

        {"tests/support", {"core", "Qt", "nlohmann"}},
        {"tests/core", {"core", "tests/fuzz", "tests/support", "Qt", "nlohmann"}},
        {"tests/architecture", {"tests/support", "Qt"}},
        {"tests/fuzz", {"core", "malloc.h", "sanitizer"}},
        {"tests/package/consumer", {"core"}},
        {"tests/app", {"core", "app", "tests/support", "Qt", "sys"}},
        {"tests/benchmark",
         {"core", "app", "tests/support", "Qt", "boost", "nlohmann", "sys", "unistd.h"}},
    };
    return table;
}

// The licence of all that is below a folder; the innermost folder counts.
struct Licence {
    const char* folder;
    const char* name;
};

constexpr std::array<Licence, 8> licences{{
    {"app", "GPL-3.0-or-later"},
    {"core", "MIT"},
    {"resources", "GPL-3.0-or-later"},
    {"resources/recorder", "MIT"},
    {"scripts", "GPL-3.0-or-later"},
    {"tests", "MIT"},
    {"tests/app", "GPL-3.0-or-later"},
    {"tests/benchmark", "GPL-3.0-or-later"},
}};

bool isInside(const QString& path, const QString& folder)
{
    return path.startsWith(folder + QLatin1Char('/'));
}

}  // namespace

const Folder* folderOf(const QString& path)
{
    const auto found = std::find_if(folders().begin(), folders().end(), [&](const Folder& folder) {
        return path == QLatin1String(folder.path) || isInside(path, QLatin1String(folder.path));
    });
    return found == folders().end() ? nullptr : &*found;
}

QString licenceOf(const QString& path)
{
    const char* licence = nullptr;
    for (const auto& [folder, name] : licences) {  // inner folders come after outer ones
        if (isInside(path, QLatin1String(folder)))
            licence = name;
    }
    return QLatin1String(licence);
}

QString Include::library() const
{
    static const QRegularExpression standard(QStringLiteral("^[a-z_]+$"));
    static const QRegularExpression qt(QStringLiteral("^(Qt?[A-Z]|q\\w+\\.h$)"));
    if (standard.match(target).hasMatch())
        return {};
    return qt.match(target).hasMatch() ? QStringLiteral("Qt")
                                       : target.section(QLatin1Char('/'), 0, 0);
}

bool mayInclude(const Folder& folder, const QString& file, const Include& include)
{
    if (!include.isQuoted) {
        const QString library = include.library();
        return library.isEmpty() || folder.mayInclude.contains(library);
    }
    if (include.target == QFileInfo(file).completeBaseName() + QLatin1String(".moc"))
        return true;
    if (isInside(include.target, QLatin1String(folder.path)))
        return true;
    for (const QString& allowed : folder.mayInclude) {
        if (isInside(include.target, allowed))
            return true;
    }
    return false;
}

}  // namespace coroscope::test
