// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <set>

#include "core/scenario/definition.h"
#include "core/scenario/json_node.h"
#include "core/scenario/statement_reader.h"
#include "core/scenario/strategies.h"
#include "core/scenario/waiting_in_threads.h"

namespace coroscope::scenario {
namespace {

constexpr int formatVersion = 1;

LocalizedText readText(const JsonNode& node)
{
    LocalizedText text;
    if (!node.isObject()) {
        text.byLanguage[""] = node.string();
        return text;
    }
    for (const JsonNode& language : node.members())
        text.byLanguage[language.key()] = language.string();
    return text;
}

LocalizedText readTextIn(const JsonNode& object, std::string_view key)
{
    const auto node = object.find(key);
    return node ? readText(*node) : LocalizedText();
}

Axis readAxis(const JsonNode& node)
{
    const std::string& word = node.string();
    if (word != "time" && word != "order")
        node.expected("\"time\" or \"order\"");
    return word == "order" ? Axis::Order : Axis::Time;
}

Value readNumber(const JsonNode& node)
{
    const double number = node.number();
    if (node.json().is_number_float())
        return number;
    constexpr std::int64_t largest = std::int64_t{1} << 53;
    return node.integer(-largest, largest);
}

Parameter readParameter(const JsonNode& node)
{
    node.allowKeys({"name", "label", "min", "max", "step", "value", "unit"});
    Parameter parameter;
    parameter.name = identifier(node.at("name"));
    parameter.label = readTextIn(node, "label");
    if (const auto min = node.find("min"))
        parameter.min = min->number();
    if (const auto max = node.find("max"))
        parameter.max = max->number();
    if (const auto step = node.find("step"))
        parameter.step = step->number();
    parameter.value = readNumber(node.at("value"));
    if (const auto unit = node.find("unit"))
        parameter.unit = unit->string();
    if (parameter.min >= parameter.max)
        node.fail("\"min\" must be less than \"max\"");
    if (parameter.step <= 0)
        node.at("step").expected("a number above 0");
    const double value = parameter.value.toDouble();
    if (value < parameter.min || value > parameter.max)
        node.at("value").fail("\"value\" must lie between \"min\" and \"max\"");
    return parameter;
}

// Reads a file's top level, part after part.
class ScenarioReader {
public:
    ScenarioReader(const JsonNode& root, Definition& definition)
        : m_root(root), m_definition(definition)
    {}

    void read()
    {
        requireVersion();
        m_root.allowKeys({"coroscope_scenario", "title", "summary", "description", "axis",
                          "parameters", "functions", "calls", "before", "after", "strategies",
                          "mains", "objects", "executor"});
        m_definition.title = readTextIn(m_root, "title");
        m_definition.summary = readTextIn(m_root, "summary");
        m_definition.description = readTextIn(m_root, "description");
        if (const auto axis = m_root.find("axis"))
            m_definition.axis = readAxis(*axis);
        readParameters();
        readObjects();
        readExecutor();
        readFunctions();
        readStrategies();
        readMains();
        if (m_definition.programs.empty())
            m_root.fail(
                "neither \"calls\" nor \"mains\": there is no program; expected one of them");
        for (const Program& program : m_definition.programs)
            m_definition.programInfos.push_back(program.info);
    }

private:
    void requireVersion() const
    {
        const auto version = m_root.find("coroscope_scenario");
        if (!version)
            m_root.fail("this is no scenario: the key \"coroscope_scenario\" is missing");
        if (version->json() != formatVersion)
            version->expected("format version 1, the only one that this program reads");
    }

    void readParameters()
    {
        const auto list = m_root.find("parameters");
        if (!list)
            return;
        for (const JsonNode& node : list->items()) {
            m_definition.parameters.push_back(readParameter(node));
            m_globals.push_back(m_definition.parameters.back().name);
            requireUnique(node.at("name"), m_parameterNames, "parameter");
        }
    }

    void readObjects()
    {
        const auto objects = m_root.find("objects");
        if (!objects)
            return;
        for (const JsonNode& node : objects->members()) {
            m_definition.objects.push_back(readObject(node, m_definition.parameters));
            m_globals.push_back(m_definition.objects.back().name);
            if (m_parameterNames.contains(node.key()))
                node.fail("a parameter is called \"" + node.key() + "\" already");
        }
    }

    void readExecutor()
    {
        const auto executor = m_root.find("executor");
        if (!executor)
            return;
        executor->allowKeys({"workers", "cores"});
        constexpr std::int64_t most = 1000;
        if (const auto workers = executor->find("workers"))
            m_definition.workers = static_cast<int>(workers->integer(1, most));
        if (const auto cores = executor->find("cores"))
            m_definition.cores = static_cast<int>(cores->integer(1, most));
    }

    static void requireUnique(const JsonNode& name, std::set<std::string>& seen,
                              const std::string& what)
    {
        if (!seen.insert(name.string()).second)
            name.fail("another " + what + " is called \"" + name.string() + "\" already");
    }

    void readFunctions()
    {
        const auto list = m_root.find("functions");
        if (!list)
            return;
        const std::vector<JsonNode> nodes = list->items();
        std::set<std::string> names;
        for (const JsonNode& node : nodes) {
            node.allowKeys({"name", "params", "body", "async"});
            requireUnique(node.at("name"), names, "function");
            const auto isAsync = node.find("async");
            const auto params = node.find("params");
            m_heads.push_back({identifier(node.at("name")), params ? params->items().size() : 0,
                               !isAsync || isAsync->boolean()});
        }
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_definition.functions.push_back(readFunction(nodes[i], m_heads[i]));
    }

    Function readFunction(const JsonNode& node, const FunctionHead& head) const
    {
        Function function;
        function.name = head.name;
        function.isAsync = head.isAsync;
        if (const auto params = node.find("params")) {
            std::set<std::string> names;
            for (const JsonNode& param : params->items()) {
                requireUnique(param, names, "parameter of this function");
                function.parameters.push_back(function.scope.assign(identifier(param)));
            }
        }
        StatementReader reader(m_heads, function.scope, m_definition.statements, "", !head.isAsync);
        function.head = reader.number(node.path());
        function.body = reader.block(node.at("body"));
        function.scope.resolve(m_globals);
        return function;
    }

    void readStrategies()
    {
        if (!m_root.find("calls")) {
            for (const std::string_view key : {"strategies", "before", "after"}) {
                if (const auto node = m_root.find(key))
                    node->fail("\"" + std::string(key) + "\" needs \"calls\"");
            }
            return;
        }
        for (const Strategy* strategy : listedStrategies())
            m_definition.programs.push_back(buildProgram(*strategy));
        addOtherStrategies();
    }

    std::vector<const Strategy*> listedStrategies()
    {
        std::vector<const Strategy*> listed;
        if (const auto list = m_root.find("strategies")) {
            for (const JsonNode& node : list->items()) {
                requireUnique(node, m_programNames, "program");
                listed.push_back(&strategyNamed(node));
            }
        } else {
            for (const std::string_view name : {"sync", "gather", "create_task"}) {
                m_programNames.emplace(name);
                listed.push_back(&*std::ranges::find(strategies(), name, &Strategy::name));
            }
        }
        return listed;
    }

    // Strategies that the file does not list can be tried as well, unless its calls cannot run
    // under them. Each goes behind the one that precedes it in the table of strategies.
    void addOtherStrategies()
    {
        std::vector<Program>& programs = m_definition.programs;
        auto behind = programs.begin();
        for (const Strategy& strategy : strategies()) {
            const auto listed = std::ranges::find(
                programs, strategy.name, [](const Program& program) { return program.info.name; });
            if (listed != programs.end()) {
                behind = std::next(listed);
                continue;
            }
            try {
                Program program = buildProgram(strategy);
                program.info.isListed = false;
                behind = std::next(programs.insert(behind, std::move(program)));
            } catch (const ReadError&) {
                continue;
            }
        }
    }

    static const Strategy& strategyNamed(const JsonNode& node)
    {
        std::vector<std::string_view> known;
        for (const Strategy& strategy : strategies()) {
            if (strategy.name == node.string())
                return strategy;
            known.push_back(strategy.name);
        }
        node.fail("unknown strategy \"" + node.string() + "\"; expected " + oneOf(known));
    }

    Program buildProgram(const Strategy& strategy) const
    {
        Program program;
        program.info.name = strategy.name;
        program.info.title.byLanguage = {{"en", std::string(strategy.titleEn)},
                                         {"ko", std::string(strategy.titleKo)}};
        program.info.isAsync = strategy.isAsync;
        StatementReader reader(m_heads, program.scope, m_definition.statements, program.info.name,
                               !strategy.isAsync);
        program.head = reader.number("main");
        if (const auto before = m_root.find("before"))
            program.main = reader.block(*before);
        program.scope.requireUnread({"results", "elapsed"}, "is known in \"after\" only");
        ComparedCalls calls = readCalls(reader);
        if (strategy.usesThreads)
            requireNoWaitingForObjects(m_root);
        const Scope::Slot results = program.scope.assign("results");
        const Scope::Slot elapsed = program.scope.assign("elapsed");
        const auto afterNode = m_root.find("after");
        Block after = afterNode ? reader.block(*afterNode) : Block();
        const bool areResultsRead = !program.scope.variables()[results].firstRead.empty();
        for (ComparedCall& call : calls.items)
            call.isWanted = areResultsRead || call.into;
        strategy.build(calls, results, program);
        program.main.emplace_back(makeElapsed(elapsed), reader.number("main.elapsed"));
        std::ranges::move(after, std::back_inserter(program.main));
        program.scope.resolve(m_globals);
        return program;
    }

    ComparedCalls readCalls(StatementReader& reader) const
    {
        const JsonNode list = m_root.at("calls");
        ComparedCalls calls;
        calls.head = reader.number(list.path());
        calls.await = reader.number(list.path() + ".await");
        for (const JsonNode& node : list.items()) {
            node.allowKeys({"call", "args", "into"});
            calls.items.push_back({reader.coroutineCall(node), reader.into(node),
                                   reader.number(node.path()),
                                   reader.number(node.path() + ".await")});
        }
        return calls;
    }

    void readMains()
    {
        const auto list = m_root.find("mains");
        if (!list)
            return;
        for (const JsonNode& node : list->items()) {
            node.allowKeys({"name", "title", "async", "body"});
            requireUnique(node.at("name"), m_programNames, "program");
            const auto isAsync = node.find("async");
            Program program;
            program.info = {node.at("name").string(), readTextIn(node, "title"),
                            !isAsync || isAsync->boolean()};
            StatementReader reader(m_heads, program.scope, m_definition.statements, "",
                                   !program.info.isAsync);
            program.head = reader.number("main");
            program.main = reader.block(node.at("body"));
            program.scope.resolve(m_globals);
            m_definition.programs.push_back(std::move(program));
        }
    }

    const JsonNode& m_root;
    Definition& m_definition;
    std::vector<FunctionHead> m_heads;
    std::vector<std::string> m_globals;
    std::set<std::string> m_parameterNames;
    std::set<std::string> m_programNames;
};

}  // namespace

Result<Scenario> readScenario(std::string_view text, const std::string& source)
{
    Result<Json> json = parseJson(text, source);
    if (!json)
        return json.error();
    auto definition = std::make_shared<Definition>();
    definition->source = source;
    try {
        definition->document = std::make_shared<const Json>(std::move(json).value());
        const JsonNode root(*definition->document);
        ScenarioReader(root, *definition).read();
    } catch (const ReadError& error) {
        return Error{Error::Kind::BadFormat, error.message, source + ": " + error.path};
    }
    return Scenario(std::move(definition));
}

Result<LocalizedText> readTitle(std::string_view text, const std::string& source)
{
    const Result<Json> json = parseJson(text, source);
    if (!json)
        return json.error();
    try {
        return readTextIn(JsonNode(json.value()), "title");
    } catch (const ReadError& error) {
        return Error{Error::Kind::BadFormat, error.message, source + ": " + error.path};
    }
}

}  // namespace coroscope::scenario
