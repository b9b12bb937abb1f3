// SPDX-License-Identifier: MIT
#include "core/scenario/statement_table.h"

#include <array>

namespace coroscope::scenario {
namespace {

constexpr std::array<std::string_view, 1> into{"into"};
constexpr std::array<std::string_view, 1> message{"message"};
constexpr std::array<std::string_view, 2> taskOptions{"into", "name"};
constexpr std::array<std::string_view, 2> gatherOptions{"into", "return_exceptions"};
constexpr std::array<std::string_view, 2> ifOptions{"then", "else"};
constexpr std::array<std::string_view, 1> letOptions{"be"};
constexpr std::array<std::string_view, 2> repeatOptions{"index", "body"};

constexpr std::array<StatementKind, 14> kinds{{
    {"print", {}, readPrint},
    {"sleep", {}, readSleep},
    {"yield", {}, readYield},
    {"work", {}, readWork},
    {"block", {}, readBlocking},
    {"await", into, readAwait},
    {"create_task", taskOptions, readCreateTask},
    {"gather", gatherOptions, readGather},
    {"cancel", message, readCancel},
    {"raise", message, readRaise},
    {"repeat", repeatOptions, readRepeat},
    {"if", ifOptions, readIf},
    {"let", letOptions, readLet},
    {"return", {}, readReturn},
}};

}  // namespace

std::span<const StatementKind> statementKinds()
{
    return kinds;
}

}  // namespace coroscope::scenario
