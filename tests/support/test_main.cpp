// SPDX-License-Identifier: MIT
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

// tst_program tst_name [Qt Test options]
int main(int argc, char** argv)
{
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
