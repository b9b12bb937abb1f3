// SPDX-License-Identifier: MIT
#pragma once

#include <QFileInfo>
#include <QObject>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace coroscope::test {

using MakeTest = std::function<std::unique_ptr<QObject>()>;

/// The test classes of one executable, by the name of their file without ".cpp".
std::map<std::string, MakeTest>& registry();

inline bool add(const char* file, MakeTest make)
{
    registry()[QFileInfo(QString::fromUtf8(file)).baseName().toStdString()] = std::move(make);
    return true;
}

}  // namespace coroscope::test

/// Once at the end of each tst_*.cpp.
#define COROSCOPE_TEST(Class)               \
    static const bool isRegistered##Class = \
        coroscope::test::add(__FILE__, [] { return std::unique_ptr<QObject>(new Class); });
