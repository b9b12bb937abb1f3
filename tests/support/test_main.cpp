// SPDX-License-Identifier: MIT
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <iostream>

#include "tests/support/test_registry.h"
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#else
#include <QCoreApplication>
#endif

namespace coroscope::test {

std::map<std::string, MakeTest>& registry()
{
    static std::map<std::string, MakeTest> tests;
    return tests;
}

}  // namespace coroscope::test

namespace {

// Stands for the user's folders, for this process and those that it starts: no test reads what is
// theirs, or leaves something there. HOME stays, because a Python may be found by it.
class OwnFolders {
public:
    OwnFolders()
    {
        const QDir folder(m_folder.path());
        for (const char* name : {"config", "data", "documents", "pictures"})
            folder.mkpath(QLatin1String(name));
        qputenv("XDG_CONFIG_HOME", folder.filePath(QStringLiteral("config")).toLocal8Bit());
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toLocal8Bit());
        QFile places(folder.filePath(QStringLiteral("config/user-dirs.dirs")));
        if (!places.open(QIODevice::WriteOnly))
            qFatal("cannot write in %s", qPrintable(folder.path()));
        const QByteArray path = folder.path().toLocal8Bit();
        places.write("XDG_DOCUMENTS_DIR=\"" + path + "/documents\"\nXDG_PICTURES_DIR=\"" + path +
                     "/pictures\"\n");
    }

private:
    QTemporaryDir m_folder;
};

}  // namespace

// tst_program tst_name [Qt Test options]
int main(int argc, char** argv)
{
    const OwnFolders folders;
#ifdef QT_WIDGETS_LIB
    const QApplication app(argc, argv);
#else
    const QCoreApplication app(argc, argv);
#endif
    const auto& tests = coroscope::test::registry();
    const auto found = argc > 1 ? tests.find(argv[1]) : tests.end();
    if (found == tests.end()) {
        std::cerr << "usage: " << argv[0] << " TEST [options], with TEST one of\n";
        for (const auto& [name, make] : tests)
            std::cerr << "  " << name << '\n';
        return 2;
    }
    QStringList arguments = app.arguments();
    arguments.removeAt(1);
    return QTest::qExec(found->second().get(), arguments);
}
