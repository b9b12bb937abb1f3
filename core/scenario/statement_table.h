// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "core/scenario/statement_reader.h"

namespace coroscope::scenario {

/// One statement of the format.
struct StatementKind {
    std::string_view key;
    std::span<const std::string_view> options;  ///< the other keys that it may have
    StatementPtr (*read)(const JsonNode& node, StatementReader& reader);
};

/// All statements that there are, by key.
[[nodiscard]] std::span<const StatementKind> statementKinds();

// One function for each entry, in core/scenario/statements/. `node` is the whole statement.
StatementPtr readAcquire(const JsonNode& node, StatementReader& reader);
StatementPtr readAsCompleted(const JsonNode& node, StatementReader& reader);
StatementPtr readAwait(const JsonNode& node, StatementReader& reader);
StatementPtr readBarrier(const JsonNode& node, StatementReader& reader);
StatementPtr readBlocking(const JsonNode& node, StatementReader& reader);
StatementPtr readCallForgotten(const JsonNode& node, StatementReader& reader);
StatementPtr readCancel(const JsonNode& node, StatementReader& reader);
StatementPtr readClearEvent(const JsonNode& node, StatementReader& reader);
StatementPtr readCreateTask(const JsonNode& node, StatementReader& reader);
StatementPtr readGather(const JsonNode& node, StatementReader& reader);
StatementPtr readGet(const JsonNode& node, StatementReader& reader);
StatementPtr readGetNow(const JsonNode& node, StatementReader& reader);
StatementPtr readIf(const JsonNode& node, StatementReader& reader);
StatementPtr readJoin(const JsonNode& node, StatementReader& reader);
StatementPtr readLet(const JsonNode& node, StatementReader& reader);
StatementPtr readNotify(const JsonNode& node, StatementReader& reader);
StatementPtr readNotifyAll(const JsonNode& node, StatementReader& reader);
StatementPtr readPrint(const JsonNode& node, StatementReader& reader);
StatementPtr readPut(const JsonNode& node, StatementReader& reader);
StatementPtr readPutNow(const JsonNode& node, StatementReader& reader);
StatementPtr readRaise(const JsonNode& node, StatementReader& reader);
StatementPtr readRelease(const JsonNode& node, StatementReader& reader);
StatementPtr readRepeat(const JsonNode& node, StatementReader& reader);
StatementPtr readReturn(const JsonNode& node, StatementReader& reader);
StatementPtr readRunInExecutor(const JsonNode& node, StatementReader& reader);
StatementPtr readSetEvent(const JsonNode& node, StatementReader& reader);
StatementPtr readSetException(const JsonNode& node, StatementReader& reader);
StatementPtr readSetResult(const JsonNode& node, StatementReader& reader);
StatementPtr readShield(const JsonNode& node, StatementReader& reader);
StatementPtr readSleep(const JsonNode& node, StatementReader& reader);
StatementPtr readTaskDone(const JsonNode& node, StatementReader& reader);
StatementPtr readTaskGroup(const JsonNode& node, StatementReader& reader);
StatementPtr readTimeout(const JsonNode& node, StatementReader& reader);
StatementPtr readTry(const JsonNode& node, StatementReader& reader);
StatementPtr readWait(const JsonNode& node, StatementReader& reader);
StatementPtr readWaitCondition(const JsonNode& node, StatementReader& reader);
StatementPtr readWaitEvent(const JsonNode& node, StatementReader& reader);
StatementPtr readWaitFor(const JsonNode& node, StatementReader& reader);
StatementPtr readWith(const JsonNode& node, StatementReader& reader);
StatementPtr readWork(const JsonNode& node, StatementReader& reader);
StatementPtr readYield(const JsonNode& node, StatementReader& reader);

}  // namespace coroscope::scenario
