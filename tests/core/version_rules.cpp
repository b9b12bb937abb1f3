// SPDX-License-Identifier: MIT
#include "tests/core/version_rules.h"

#include <array>

namespace coroscope::test {
namespace {

// What was changed in asyncio between 3.11 and 3.13, and how a program shows that it depends on it.
struct VersionRule {
    const char* name;
    int changedIn;     // the minor version that first does what 3.13 does
    const char* sign;  // stands in the text of every program that it can concern
};

constexpr std::array<VersionRule, 9> rules{{
    {"E5 gather of what is done", 12, "asyncio.gather("},
    {"F wait_for", 12, "asyncio.wait_for("},
    {"D8 uncancel forgets a request", 13, "asyncio.timeout("},
    {"J4 task group's request", 13, "asyncio.TaskGroup("},
    {"L semaphore", 13, "asyncio.Semaphore("},
    {"L bounded semaphore", 13, "asyncio.BoundedSemaphore("},
    {"M3 condition passes a wake-up on", 13, "asyncio.Condition("},
    {"M3 barrier's condition", 13, "asyncio.Barrier("},
    {"B5 StopIteration in a future", 13, "StopIteration"},
}};

}  // namespace

QStringList differingRules(const QString& program, int minorVersion)
{
    QStringList names;
    for (const VersionRule& rule : rules) {
        if (minorVersion < rule.changedIn && program.contains(QLatin1String(rule.sign)))
            names << QLatin1String(rule.name);
    }
    return names;
}

}  // namespace coroscope::test
