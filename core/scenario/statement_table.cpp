// SPDX-License-Identifier: MIT
#include "core/scenario/statement_table.h"

#include <array>

namespace coroscope::scenario {
namespace {

constexpr std::array<std::string_view, 1> body{"body"};
constexpr std::array<std::string_view, 1> into{"into"};
constexpr std::array<std::string_view, 1> message{"message"};
constexpr std::array<std::string_view, 1> value{"value"};
constexpr std::array<std::string_view, 2> taskOptions{"into", "name"};
constexpr std::array<std::string_view, 2> gatherOptions{"into", "return_exceptions"};
constexpr std::array<std::string_view, 3> waitOptions{"return_when", "timeout", "into"};
constexpr std::array<std::string_view, 2> asCompletedOptions{"each", "body"};
constexpr std::array<std::string_view, 2> waitForOptions{"timeout", "into"};
constexpr std::array<std::string_view, 1> notifyOptions{"n"};
constexpr std::array<std::string_view, 2> exceptionOptions{"type", "message"};
constexpr std::array<std::string_view, 3> tryOptions{"except", "else", "finally"};
constexpr std::array<std::string_view, 2> ifOptions{"then", "else"};
constexpr std::array<std::string_view, 2> awaitOptions{"into", "row"};
constexpr std::array<std::string_view, 3> letOptions{"be", "plus", "times"};
constexpr std::array<std::string_view, 2> repeatOptions{"index", "body"};

constexpr std::array<StatementKind, 41> kinds{{
    {"print", {}, readPrint},
    {"sleep", {}, readSleep},
    {"yield", {}, readYield},
    {"work", {}, readWork},
    {"block", {}, readBlocking},
    {"await", awaitOptions, readAwait},
    {"create_task", taskOptions, readCreateTask},
    {"gather", gatherOptions, readGather},
    {"wait", waitOptions, readWait},
    {"as_completed", asCompletedOptions, readAsCompleted},
    {"wait_for", waitForOptions, readWaitFor},
    {"timeout", body, readTimeout},
    {"shield", into, readShield},
    {"cancel", message, readCancel},
    {"task_group", {}, readTaskGroup},
    {"with", body, readWith},
    {"acquire", {}, readAcquire},
    {"release", {}, readRelease},
    {"set", {}, readSetEvent},
    {"clear", {}, readClearEvent},
    {"wait_event", {}, readWaitEvent},
    {"wait_condition", {}, readWaitCondition},
    {"notify", notifyOptions, readNotify},
    {"notify_all", {}, readNotifyAll},
    {"put", value, readPut},
    {"get", into, readGet},
    {"put_nowait", value, readPutNow},
    {"get_nowait", into, readGetNow},
    {"task_done", {}, readTaskDone},
    {"join", {}, readJoin},
    {"barrier", {}, readBarrier},
    {"set_result", value, readSetResult},
    {"set_exception", exceptionOptions, readSetException},
    {"run_in_executor", into, readRunInExecutor},
    {"raise", message, readRaise},
    {"try", tryOptions, readTry},
    {"repeat", repeatOptions, readRepeat},
    {"if", ifOptions, readIf},
    {"let", letOptions, readLet},
    {"call_forgotten", {}, readCallForgotten},
    {"return", {}, readReturn},
}};

}  // namespace

std::span<const StatementKind> statementKinds()
{
    return kinds;
}

}  // namespace coroscope::scenario
