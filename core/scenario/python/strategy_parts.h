// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/python/body_printer.h"
#include "core/scenario/python/strategy_printers.h"

namespace coroscope::scenario::python {

/// Where main waits for all calls at once.
inline constexpr const char* allCallsAwait = "$.calls.await";

/// "$.calls[0]" with `suffix`, for each call.
[[nodiscard]] std::vector<std::string> callPaths(const ComparedCalls& compared,
                                                 std::string_view suffix);

/// A variable for each call's task: "a" for f("A"), else named after its result or function.
[[nodiscard]] std::vector<std::string> taskNames(const ComparedCalls& compared, BodyPrinter& main);

/// The same for the tasks whose results somebody wants; empty names for the others.
[[nodiscard]] std::vector<std::string> wantedTaskNames(const ComparedCalls& compared,
                                                       BodyPrinter& main);

/// "a = asyncio.create_task(f("A"))" for each call; nothing is assigned to an empty name.
void printCreated(const std::string& maker, const std::vector<std::string>& tasks,
                  const ComparedCalls& compared, BodyPrinter& main);

/// "b = a.result()" for the tasks that have a name, all of which are done.
void printTaskResults(const std::vector<std::string>& tasks, const ComparedCalls& compared,
                      BodyPrinter& main);

/// One expression for each call's result, as "results = [...]" if that is read, else as a line
/// each, with what `"into"` names assigned. `paths`: what the expressions stand for, if anything.
void printResults(const std::vector<Fragment>& expressions, const std::vector<std::string>& paths,
                  const ComparedCalls& compared, BodyPrinter& main);

/// One expression for the list of all results: "_, b = ...". Left out if nobody wants them and
/// evaluating it does nothing.
void printAssigned(const Fragment& list, const ComparedCalls& compared, BodyPrinter& main);

/// The same for "await asyncio.gather(...)".
void printGathered(std::vector<Fragment> arguments, const ComparedCalls& compared,
                   BodyPrinter& main);

/// "loop.run_in_executor(pool, f, a)" for each call.
[[nodiscard]] std::vector<Fragment> executorCalls(const std::string& pool,
                                                  const ComparedCalls& compared, BodyPrinter& main);

/// "max_workers=2" if the scenario says how many, or if more than a small machine has are needed.
[[nodiscard]] std::string workersArgument(const Module& module, std::size_t jobs);

}  // namespace coroscope::scenario::python
