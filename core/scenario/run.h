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
#include "core/scenario/python/python_source.h"
#include "core/scenario/scenario.h"
#include "core/trace/trace.h"

namespace coroscope {
class Clock;
}

namespace coroscope::scenario {

struct RunOptions {
    ParameterValues parameters;
    Clock* clock = nullptr;                                ///< null: a virtual clock
    std::function<void(const std::string& text)> onPrint;  ///< at once, when a line is printed
    std::stop_token stop;                                  ///< ends the run between two statements
    std::size_t maxEvents = 20'000'000;                    ///< ends a program that never ends
    std::uint64_t maxStatements = 4'000'000'000;           ///< the same for one without events
};

/// A stretch of a program that lasts as long as a parameter says.
struct ParameterUse {
    std::uint32_t event = 0;    ///< the Suspend or Block event that begins it
    int parameter = 0;          ///< its place in Scenario::parameters()
};

/// What a program did. Its trace ends with an End event that says how, and tells at which line of
/// its source each task was.
struct Run {
    std::shared_ptr<const Trace> trace;
    std::vector<ParameterUse> parameterUses = {};  ///< by event
    PythonSource source = {};          ///< empty where it cannot be written in Python
    Word how = Word::Ok;               ///< Ok, Raised, Deadlock or Interrupted
    Outcome outcome;                   ///< of main; for Interrupted, text says why
};

/// Runs one program of a scenario in the runtime. Errors: an unknown program or parameter, a
/// parameter's value out of its range.
[[nodiscard]] Result<Run> run(const Scenario& scenario, std::string_view program,
                              const RunOptions& options = {});

}  // namespace coroscope::scenario
