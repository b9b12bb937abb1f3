// SPDX-License-Identifier: MIT
#include "core/scenario/run.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/runtime/event_loop.h"
#include "core/scenario/interpreter.h"
#include "core/scenario/json_node.h"
#include "core/scenario/python_error.h"
#include "core/scenario/statement_sites.h"

namespace coroscope::scenario {
namespace {

const Program* findProgram(const Definition& definition, std::string_view name)
{
    const auto found = std::ranges::find(definition.programs, name,
                                         [](const Program& program) { return program.info.name; });
    return found != definition.programs.end() ? &*found : nullptr;
}

Error unknownProgram(const Definition& definition, std::string_view name)
{
    std::vector<std::string_view> known;
    for (const ProgramInfo& program : definition.programInfos)
        known.emplace_back(program.name);
    return {Error::Kind::Usage,
            "there is no program \"" + std::string(name) + "\"; expected " + oneOf(known),
            definition.source};
}

std::optional<Error> checkParameters(const Definition& definition, const ParameterValues& values)
{
    for (const auto& [name, value] : values) {
        const auto found = std::ranges::find(definition.parameters, name, &Parameter::name);
        std::string message;
        if (found == definition.parameters.end()) {
            std::vector<std::string_view> known;
            for (const Parameter& parameter : definition.parameters)
                known.emplace_back(parameter.name);
            message = "there is no parameter \"" + name + '"' +
                      (known.empty() ? "; this scenario has none" : "; expected " + oneOf(known));
        } else if (!value.isNumber() ||
                   !(value.toDouble() >= found->min && value.toDouble() <= found->max) ||
                   (found->isWhole && !value.isInt())) {
            message = "the parameter \"" + name + "\" cannot be " + value.repr() +
                      "; expected " + (found->isWhole ? "an integer" : "a number") + " from " + Value(found->min).str() + " to " +
                      Value(found->max).str();
        }
        if (!message.empty())
            return Error{Error::Kind::Usage, std::move(message), definition.source};
    }
    return {};
}

// What became of main, once the loop has stopped.
void judge(Run& run, LoopEnd end, const Future<Value>& main, const std::exception_ptr& failure,
           const std::exception_ptr& raised, const std::string& interruption)
{
    if (end == LoopEnd::Deadlock) {
        run.how = Word::Deadlock;
    } else if (failure) {
        run.how = Word::Raised;
        run.outcome = describe(failure);
    } else if (end != LoopEnd::Done) {
        run.how = Word::Interrupted;
        run.outcome.text = interruption.empty() ? outOfTime : interruption;
    } else if (raised) {
        run.how = Word::Raised;
        run.outcome = describe(raised);
    } else {
        run.outcome.text = main.result().repr();
    }
}

}  // namespace

Result<const Program*> chooseProgram(const Definition& definition, std::string_view name,
                                     const ParameterValues& parameters)
{
    const Program* const program = findProgram(definition, name);
    if (program == nullptr)
        return unknownProgram(definition, name);
    if (auto error = checkParameters(definition, parameters))
        return *std::move(error);
    return program;
}

Result<Run> run(const Scenario& scenario, std::string_view programName, const RunOptions& options)
{
    const Definition& definition = scenario.definition();
    const auto chosen = chooseProgram(definition, programName, options.parameters);
    if (!chosen)
        return chosen.error();
    const Program* const program = chosen.value();

    const auto trace = std::make_shared<Trace>();
    VirtualClock virtualClock;
    Run result;
    if (auto source = printPython(scenario, programName, options.parameters))
        result.source = std::move(source).value();
    {
        EventLoop loop(options.clock != nullptr ? *options.clock : virtualClock, trace.get());
        if (!program->info.isAsync)
            loop.hideTurns();
        Interpreter interpreter(loop, definition, *program, options,
                                addSites(definition, result.source, *trace));
        TaskNames names;
        names.label = "main()";
        const auto main = loop.createTask(interpreter.runMain(), std::move(names));
        LoopEnd end = loop.runUntilDone(*main);
        // SystemExit and KeyboardInterrupt go past main, but not past the clean-up.
        std::exception_ptr failure = loop.takeFailure();
        const std::exception_ptr raised = main->isDone() ? main->exception() : nullptr;
        interpreter.setHandled(failure ? failure : raised);
        try {
            if (end == LoopEnd::Done || end == LoopEnd::Failed)
                end = loop.cancelRemaining();
        } catch (const RecursionError&) {
            failure = std::current_exception();
            end = LoopEnd::Failed;
        }
        if (end == LoopEnd::Done)
            end = interpreter.shutDownExecutors();
        if (std::exception_ptr later = loop.takeFailure())
            failure = std::move(later);
        judge(result, end, *main, failure, raised, interpreter.interruption());
        result.parameterUses = interpreter.takeParameterUses();
        loop.record(EventKind::End, result.how, {}, trace->addOutcome(result.outcome));
    }
    result.trace = trace;
    return result;
}

}  // namespace coroscope::scenario
