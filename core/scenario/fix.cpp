// SPDX-License-Identifier: MIT
#include "core/scenario/fix.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "core/scenario/definition.h"
#include "core/scenario/json_node.h"

namespace coroscope::scenario {
namespace {

constexpr const char* blockingFunction = "blocking_call_moved_to_a_thread";
constexpr const char* taskVariable = "task_started_early_";

// Whether a value uses one of the variables: "$x", or "{x}" within a text.
bool uses(const Json& value, const std::set<std::string>& variables)
{
    if (value.is_structured()) {
        return std::ranges::any_of(value, [&](const Json& part) { return uses(part, variables); });
    }
    if (!value.is_string())
        return false;
    const std::string& text = value.get_ref<const std::string&>();
    return std::ranges::any_of(variables, [&](const std::string& name) {
        return text == '$' + name || text.find('{' + name + '}') != std::string::npos ||
               text.find('{' + name + ':') != std::string::npos;
    });
}

// A call that is awaited at once: by one statement, or as a task by two.
struct AwaitedCall {
    Json create;  // the statement that makes it a task, as yet without "into"
    Json await;   // ... that awaits it, as yet without the task
    std::size_t statements = 1;
};

std::optional<AwaitedCall> awaitedCallAt(const Json& block, std::size_t at)
{
    const Json& first = block[at];
    AwaitedCall call;
    if (first.contains("await") && first["await"].is_object()) {
        call.create["create_task"] = first["await"];
        call.await = first;
        return call;
    }
    if (!first.contains("create_task") || !first.contains("into") || at + 1 == block.size())
        return std::nullopt;
    const Json& second = block[at + 1];
    if (second.value("await", Json()) != '$' + first["into"].get<std::string>())
        return std::nullopt;
    call.create = first;
    call.await = second;
    call.statements = 2;
    return call;
}

// Rewrites statements wherever they stand.
class Rewriter {
public:
    explicit Rewriter(Fix fix) : m_fix(fix) {}

    [[nodiscard]] bool hasChanged() const noexcept { return m_count > 0; }

    void rewrite(Json& block)
    {
        if (!block.is_array())
            return;
        for (Json& statement : block)
            rewriteWithin(statement);
        block = m_fix == Fix::GatherAwaits ? gathered(block) : unblocked(block);
    }

private:
    void rewriteWithin(Json& statement)
    {
        for (const char* const key : {"body", "then", "else", "finally", "try", "task_group"}) {
            if (statement.contains(key))
                rewrite(statement[key]);
        }
        if (statement.contains("except")) {
            for (Json& handler : statement["except"])
                rewrite(handler["body"]);
        }
    }

    Json unblocked(const Json& block)
    {
        Json result = Json::array();
        for (const Json& statement : block) {
            if (!statement.contains("block")) {
                result.push_back(statement);
                continue;
            }
            Json call;
            call["call"] = blockingFunction;
            call["args"] = Json::array({statement["block"]});
            result.push_back({{"run_in_executor", std::move(call)}});
            ++m_count;
        }
        return result;
    }

    Json gathered(const Json& block)
    {
        Json result = Json::array();
        for (std::size_t at = 0; at < block.size();) {
            const std::vector<AwaitedCall> calls = independentCallsAt(block, at);
            if (calls.size() < 2) {
                result.push_back(block[at++]);
                continue;
            }
            const int first = m_count;
            for (const AwaitedCall& call : calls) {
                result.push_back(call.create);
                result.back()["into"] = taskVariable + std::to_string(m_count++);
                at += call.statements;
            }
            for (std::size_t i = 0; i < calls.size(); ++i) {
                result.push_back(calls[i].await);
                result.back()["await"] =
                    '$' + (taskVariable + std::to_string(first + static_cast<int>(i)));
            }
        }
        return result;
    }

    // The calls from there on of which none needs what another gave.
    static std::vector<AwaitedCall> independentCallsAt(const Json& block, std::size_t at)
    {
        std::vector<AwaitedCall> calls;
        std::set<std::string> results;
        while (at < block.size()) {
            std::optional<AwaitedCall> call = awaitedCallAt(block, at);
            if (!call || uses(call->create["create_task"], results))
                break;
            if (call->await.contains("into"))
                results.insert(call->await["into"].get<std::string>());
            at += call->statements;
            calls.push_back(*std::move(call));
        }
        return calls;
    }

    const Fix m_fix;
    int m_count = 0;
};

void addBlockingFunction(Json& document)
{
    Json function;
    function["name"] = blockingFunction;
    function["params"] = Json::array({"length"});
    function["async"] = false;
    function["body"] = Json::array({Json{{"block", "$length"}}});
    if (!document.contains("functions"))
        document["functions"] = Json::array();
    document["functions"].push_back(std::move(function));
}

// The scenario's text with the fix in all coroutine functions, and in the main of this program.
std::optional<Json> rewritten(const Json& original, std::string_view program, Fix fix)
{
    Json document = original;
    Rewriter rewriter(fix);
    if (document.contains("functions")) {
        for (Json& function : document["functions"]) {
            if (function.value("async", true))
                rewriter.rewrite(function["body"]);
        }
    }
    if (document.contains("mains")) {
        for (Json& main : document["mains"]) {
            if (main["name"] == program)
                rewriter.rewrite(main["body"]);
        }
    }
    if (!rewriter.hasChanged())
        return std::nullopt;
    if (fix == Fix::UnblockLoop)
        addBlockingFunction(document);
    return document;
}

bool hasProgram(const Scenario& scenario, std::string_view name)
{
    return std::ranges::find(scenario.programs(), name, &ProgramInfo::name) !=
           scenario.programs().end();
}

}  // namespace

std::optional<FixedProgram> fixed(const Scenario& scenario, std::string_view program, Fix fix)
{
    const auto found = std::ranges::find(scenario.programs(), program, &ProgramInfo::name);
    if (found == scenario.programs().end() || !found->isAsync)
        return std::nullopt;
    if (fix == Fix::GatherAwaits && program == "sequential" && hasProgram(scenario, "gather"))
        return FixedProgram{scenario, "gather"};
    const std::optional<Json> document = rewritten(*scenario.definition().document, program, fix);
    if (!document)
        return std::nullopt;
    const Result<Scenario> read = readScenario(document->dump(), scenario.source());
    if (!read || !hasProgram(read.value(), program))
        return std::nullopt;
    return FixedProgram{read.value(), std::string(program)};
}

std::optional<Ticks> predictedGain(const Scenario& scenario, std::string_view program, Fix fix,
                                   const RunOptions& options, Ticks total)
{
    const std::optional<FixedProgram> better = fixed(scenario, program, fix);
    if (!better)
        return std::nullopt;
    RunOptions quiet = options;
    quiet.onPrint = nullptr;
    quiet.clock = nullptr;
    const Result<Run> tried = run(better->scenario, better->program, quiet);
    if (!tried || tried.value().how != Word::Ok)
        return std::nullopt;
    return total - tried.value().trace->lastTime();
}

}  // namespace coroscope::scenario
