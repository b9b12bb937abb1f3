// SPDX-License-Identifier: MIT
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "tests/architecture/house_rules.h"
#include "tests/support/test_registry.h"

using namespace coroscope::test;

namespace {

struct Line {
    int number = 0;
    Include include;
};

std::vector<Line> includesOf(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*#\\s*include\\s*(?:<([^>]+)>|\"([^\"]+)\")"));
    std::vector<Line> lines;
    int number = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        ++number;
        const QRegularExpressionMatch match = pattern.match(line);
        if (match.hasMatch()) {
            const bool isQuoted = match.hasCaptured(2);
            lines.push_back({number, {match.captured(isQuoted ? 2 : 1), isQuoted}});
        }
    }
    return lines;
}

QString read(const QString& path)
{
    QFile file(QStringLiteral(SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Every file of the source tree that has one of these names, as a path from its root.
QStringList filesNamed(const QStringList& patterns)
{
    const QDir root(QStringLiteral(SOURCE_DIR));
    QStringList files;
    for (const char* top : {"app", "core", "resources", "scripts", "tests"}) {
        QDirIterator found(root.filePath(QLatin1String(top)), patterns, QDir::Files,
                           QDirIterator::Subdirectories);
        while (found.hasNext())
            files << root.relativeFilePath(found.next());
    }
    files.sort();
    return files;
}

void addRows(const QStringList& patterns)
{
    QTest::addColumn<QString>("path");
    for (const QString& path : filesNamed(patterns))
        QTest::newRow(qPrintable(path)) << path;
}

const QStringList headers{QStringLiteral("*.h")};
const QStringList sources{QStringLiteral("*.h"), QStringLiteral("*.cpp")};
const QStringList licensed =
    sources + QStringList{QStringLiteral("*.py"), QStringLiteral("CMakeLists.txt")};

}  // namespace

/// The rules of the house that a compiler does not check, one row for each file.
class TestArchitecture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readmeShowsTheProgramThatTheTestsBuild();
    void tellsAllowedFromForbidden_data();
    void tellsAllowedFromForbidden();
    void includesOnlyWhatIsBelow_data() { addRows(sources); }
    void includesOnlyWhatIsBelow();
    void startsWithItsLicence_data() { addRows(licensed); }
    void startsWithItsLicence();
    void guardsEachHeader_data() { addRows(headers); }
    void guardsEachHeader();
    void includesQtFirstWhereMocReads_data() { addRows(sources); }
    void includesQtFirstWhereMocReads();
};

void TestArchitecture::tellsAllowedFromForbidden_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isAllowed");

    const auto row = [](const char* path, const char* line, bool isAllowed) {
        QTest::addRow("%s: %s", path, line)
            << QString::fromLatin1(path) << QString::fromLatin1(line) << isAllowed;
    };
    row("core/base/a.h", "#include <vector>", true);
    row("core/base/a.h", "#include \"core/base/b.h\"", true);
    row("core/base/a.h", "#include \"core/trace/b.h\"", false);
    row("core/base/a.h", "#include \"b.h\"", false);
    row("core/base/a.h", "#include <nlohmann/json.hpp>", false);
    row("core/trace/a.cpp", "#include <nlohmann/json.hpp>", true);
    row("core/trace/a.cpp", "#  include <QString>", false);
    row("core/trace/a.cpp", "#include <QtCore/QString>", false);
    row("core/trace/a.cpp", "#include <qglobal.h>", false);
    row("core/timeline/a.h", "#include \"core/runtime/b.h\"", false);
    row("core/scenario/a.h", "#include <sys/mman.h>", false);
    row("core/scenario/statements/a.cpp", "#include \"core/scenario/b.h\"", true);
    row("core/scenario/statements/a.cpp", "#include \"core/timeline/b.h\"", false);
    row("app/style/a.cpp", "#include <QtMath>", true);
    row("app/charts/a.h", "#include \"core/timeline/b.h\"", true);
    row("app/charts/a.h", "#include \"app/panels/b.h\"", false);
    row("app/charts/a.cpp", "#include \"a.moc\"", true);
    row("app/charts/a.cpp", "#include \"b.moc\"", false);
    row("app/window/a.h", "#include \"app/panels/b.h\"", true);
    row("app/main.cpp", "#include \"app/window/b.h\"", true);
}

void TestArchitecture::tellsAllowedFromForbidden()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(bool, isAllowed);
    const std::vector<Line> includes = includesOf(line);

    QCOMPARE(includes.size(), std::size_t{1});
    QCOMPARE(mayInclude(*folderOf(path), path, includes.front().include), isAllowed);
}

void TestArchitecture::includesOnlyWhatIsBelow()
{
    QFETCH(QString, path);
    const Folder* folder = folderOf(path);
    QVERIFY2(folder, "this folder is not in the table of house_rules.cpp");

    QStringList forbidden;
    for (const auto& [number, include] : includesOf(read(path))) {
        if (!mayInclude(*folder, path, include))
            forbidden << QStringLiteral("line %1: %2").arg(number).arg(include.target);
    }

    QVERIFY2(forbidden.isEmpty(),
             qPrintable(QStringLiteral("%1 may include %2 only, not\n  %3")
                            .arg(QLatin1String(folder->path),
                                 (QStringList{QStringLiteral("itself"), QStringLiteral("std")} +
                                  folder->mayInclude)
                                     .join(QLatin1String(", ")),
                                 forbidden.join(QLatin1String("\n  ")))));
}

void TestArchitecture::startsWithItsLicence()
{
    QFETCH(QString, path);
    const QString comment =
        path.endsWith(QLatin1String(".py")) || path.endsWith(QLatin1String(".txt"))
            ? QStringLiteral("# ")
            : QStringLiteral("// ");

    QStringList lines = read(path).split(QLatin1Char('\n'));
    if (lines.first().startsWith(QLatin1String("#!")))
        lines.removeFirst();

    const QString expected = comment + QLatin1String("SPDX-License-Identifier: ") + licenceOf(path);
    QCOMPARE(lines.first(), expected);
}

void TestArchitecture::guardsEachHeader()
{
    QFETCH(QString, path);

    QCOMPARE(read(path).section(QLatin1Char('\n'), 1, 1), QStringLiteral("#pragma once"));
}

// moc 6.4 stops at <compare>, <concepts> and <coroutine> when no Qt header came before them.
void TestArchitecture::includesQtFirstWhereMocReads()
{
    QFETCH(QString, path);
    static const QRegularExpression macro(QStringLiteral("^\\s*Q_(OBJECT|GADGET|NAMESPACE)\\b"),
                                          QRegularExpression::MultilineOption);
    const QString text = read(path);
    if (!macro.match(text).hasMatch())
        return;

    const std::vector<Line> includes = includesOf(text);
    QVERIFY(!includes.empty());
    const Include& first = includes.front().include;
    QVERIFY2(!first.isQuoted && first.library() == QLatin1String("Qt"),
             qPrintable(QStringLiteral("the first include is %1").arg(first.target)));
}

void TestArchitecture::readmeShowsTheProgramThatTheTestsBuild()
{
    const QString program = read(QStringLiteral("tests/package/consumer/main.cpp"));
    const QString code = program.section(QLatin1Char('\n'), 1);  // after the licence
    QVERIFY(!code.isEmpty());
    QVERIFY(read(QStringLiteral("README.md"))
                .contains(QStringLiteral("```cpp\n") + code + QStringLiteral("```")));
}

COROSCOPE_TEST(TestArchitecture)
#include "tst_architecture.moc"
