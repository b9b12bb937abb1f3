// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/json_node.h"
#include "core/scenario/python/fragment.h"
#include "core/scenario/python/names.h"
#include "core/scenario/python/usage.h"
#include "core/scenario/run.h"

namespace coroscope::scenario::python {

struct StrategyPrinter;

/// A function as one program needs it: one that coroutines and plain code both call is needed
/// twice.
struct FunctionVersion {
    JsonNode node;
    bool isPlain = false;
    std::string name;
    Usage usage;
};

/// All that the functions of one printed file share: what the program is made of, and what each
/// part of it is called. Built before anything is printed.
///
/// Lifetime  refers to the document.
/// Errors    ReadError from all that reads the document.
class Module {
public:
    Module(const JsonNode& root, std::string_view program, const ParameterValues& parameters);

    [[nodiscard]] const JsonNode& root() const noexcept { return m_root; }
    [[nodiscard]] std::string_view program() const noexcept { return m_program; }
    /// The entry of "mains", if this program is one.
    [[nodiscard]] const std::optional<JsonNode>& handWritten() const noexcept { return m_main; }
    /// What runs the calls; null for a hand-written main.
    [[nodiscard]] const StrategyPrinter* strategy() const noexcept { return m_strategy; }
    [[nodiscard]] bool isAsync() const noexcept { return m_isAsync; }
    /// Functions are plain, objects are those of threads.
    [[nodiscard]] bool isPlain() const noexcept { return m_isPlain; }

    /// In the file's order.
    [[nodiscard]] const std::vector<FunctionVersion>& functions() const noexcept
    {
        return m_functions;
    }
    [[nodiscard]] bool isPlainCall(const JsonNode& call, bool fromPlain) const;
    [[nodiscard]] std::string functionName(const std::string& name, bool isPlain) const;

    [[nodiscard]] const Usage& mainUsage() const noexcept { return m_mainUsage; }
    [[nodiscard]] const std::string& mainName() const noexcept { return m_mainName; }
    [[nodiscard]] const Names& names() const noexcept { return m_names; }

    /// The parameter's number where it is only an argument of calls; null if it is a constant.
    [[nodiscard]] const std::string* literal(const std::string& parameter) const;
    /// "NAME = 10" for each parameter that is used otherwise, with its JSON path.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> constants() const;

    /// An object that is used, in the file's order.
    [[nodiscard]] std::vector<JsonNode> objects() const;
    [[nodiscard]] bool isUsedByFunctions(const std::string& variable) const;
    /// The futures that are used: main creates them.
    [[nodiscard]] std::vector<JsonNode> futures() const;

    /// Whether a variable can hold a number below 0: there is no arithmetic, so that one has to
    /// stand somewhere.
    [[nodiscard]] bool hasNegativeNumbers() const noexcept { return m_hasNegativeNumbers; }

    /// "import asyncio", or "from a import b".
    void require(const std::string& import) { m_imports.insert(import); }
    [[nodiscard]] std::vector<std::string> imports() const;
    /// The name of the function that computes for a while; it is printed once it was asked for.
    const std::string& compute();
    [[nodiscard]] bool isComputing() const noexcept { return m_isComputing; }

private:
    void findProgram();
    void addMainUsage();
    void addFunctions();
    void addCalled(const Usage& usage, bool fromPlain);
    void nameFunctions();
    void nameVariables();
    void findNegativeNumbers();
    [[nodiscard]] std::optional<JsonNode> functionNode(const std::string& name) const;
    [[nodiscard]] bool isConstant(const std::string& parameter) const;
    [[nodiscard]] bool sizesAnObject(const std::string& parameter) const;
    [[nodiscard]] bool isUsed(const std::string& variable) const;
    [[nodiscard]] bool needsTime() const;

    JsonNode m_root;
    std::string m_program;
    const ParameterValues& m_parameters;
    std::optional<JsonNode> m_main;
    const StrategyPrinter* m_strategy = nullptr;
    bool m_isAsync = true;
    bool m_isPlain = false;
    Usage m_mainUsage;
    std::set<std::pair<std::string, bool>> m_needed;
    std::vector<FunctionVersion> m_functions;
    std::map<std::string, std::string> m_values;  // of parameters, as Python writes them
    Names m_names;
    std::string m_mainName;
    std::string m_computeName;
    std::set<std::string> m_imports;
    bool m_hasNegativeNumbers = false;
    bool m_isComputing = false;
};

}  // namespace coroscope::scenario::python
