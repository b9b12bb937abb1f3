// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/scenario.h"
#include "core/trace/trace.h"

namespace coroscope {
class Clock;
}

namespace coroscope::scenario {

/// Values by the parameter's name; parameters left out keep the file's value.
using ParameterValues = std::map<std::string, Value>;

struct RunOptions {
    ParameterValues parameters;
    Clock* clock = nullptr;                                ///< null: a virtual clock
    std::function<void(const std::string& text)> onPrint;  ///< at once, when a line is printed
    std::stop_token stop;                                  ///< ends the run between two statements
    std::size_t maxEvents = 20'000'000;                    ///< ends a program that never ends
    std::uint64_t maxStatements = 4'000'000'000;           ///< the same for one without events
};

/// What a program did. Its trace ends with an End event that says how.
struct Run {
    std::shared_ptr<const Trace> trace;
    Word how = Word::Ok;               ///< Ok, Raised, Deadlock or Interrupted
    Outcome outcome;                   ///< of main; for Interrupted, text says why
};

/// Runs one program of a scenario in the runtime. Errors: an unknown program or parameter, a
/// parameter's value out of its range.
[[nodiscard]] Result<Run> run(const Scenario& scenario, std::string_view program,
                              const RunOptions& options = {});

}  // namespace coroscope::scenario
