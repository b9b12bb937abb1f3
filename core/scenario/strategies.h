// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/scenario/definition.h"

namespace coroscope::scenario {

/// One of a scenario's `calls`: `{"call": ..., "args": [...], "into": "x"}`.
struct ComparedCall {
    Call call;
    std::optional<Scope::Slot> into;
    StatementId id;     ///< of the call
    StatementId await;     ///< where main waits for it
    bool isWanted = true;  ///< somebody reads its result
};

/// All of them.
struct ComparedCalls {
    std::vector<ComparedCall> items;
    StatementId head;
    StatementId await;  ///< where main waits for all of them
};

/// A way to run the same calls: what main becomes.
struct Strategy {
    std::string_view name;
    std::string_view titleEn;
    std::string_view titleKo;
    bool isAsync;
    bool usesThreads;  ///< or processes: its functions do not run in the loop
    /// Appends the statements that run the calls and put the list of their results into `results`.
    void (*build)(const ComparedCalls& calls, Scope::Slot results, Program& program);
};

[[nodiscard]] std::span<const Strategy> strategies();

/// What stands between a program's calls and its `after`: gives `elapsed` the seconds since main
/// started.
[[nodiscard]] StatementPtr makeElapsed(Scope::Slot elapsed);

}  // namespace coroscope::scenario
