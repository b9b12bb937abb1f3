// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/definition.h"
#include "core/scenario/json_node.h"

namespace coroscope::scenario {

/// What can be called: a function's head, known before any body is read.
struct FunctionHead {
    std::string name;
    std::size_t parameterCount = 0;
    bool isAsync = true;
};

/// Reads the statements of one function, or of main in one program. Errors are thrown as ReadError.
class StatementReader {
public:
    /// `statements`: gets the path of each one that is read. `program`: the program whose main is
    /// read; empty for a function. `isPlain`: neither can make tasks nor gather.
    StatementReader(const std::vector<FunctionHead>& functions, Scope& scope,
                    std::vector<std::string>& statements, std::string program, bool isPlain)
        : m_functions(functions),
          m_scope(scope),
          m_statements(statements),
          m_program(std::move(program)),
          m_isPlain(isPlain)
    {
    }

    [[nodiscard]] Scope& scope() const noexcept { return m_scope; }

    [[nodiscard]] Block block(const JsonNode& list);
    [[nodiscard]] StatementPtr statement(const JsonNode& node);
    /// Numbers what stands at `path` in the scenario; see LineOf::path.
    [[nodiscard]] StatementId number(std::string path);

    /// `{"call": ..., "args": [...]}`; a key of the statement around it is allowed by `more`.
    [[nodiscard]] Call call(const JsonNode& node);
    /// The same, of a coroutine function.
    [[nodiscard]] Call coroutineCall(const JsonNode& node);
    /// The variable that `"into"` names, if there is one.
    [[nodiscard]] std::optional<Scope::Slot> into(const JsonNode& node);
    [[nodiscard]] ExpressionPtr value(const JsonNode& node)
    {
        return readExpression(node, m_scope);
    }
    [[nodiscard]] ExpressionPtr duration(const JsonNode& node)
    {
        return readDuration(node, m_scope);
    }

    /// A call of a plain function: one that says "async": false.
    [[nodiscard]] Call plainCall(const JsonNode& node);
    /// A variable that holds an object.
    [[nodiscard]] Scope::Slot object(const JsonNode& node)
    {
        return m_scope.read(variableName(node), node);
    }
    /// A string, which may have values in it, or a variable.
    [[nodiscard]] ExpressionPtr text(const JsonNode& node);

    /// Throws when this statement cannot stand in plain code.
    void requireAsync(const JsonNode& node) const;

    /// The variable that holds the innermost task group around this place, if there is one.
    [[nodiscard]] std::optional<Scope::Slot> group() const noexcept { return m_group; }
    /// Reads the body of a task group that `group` holds.
    [[nodiscard]] Block groupBody(const JsonNode& list, Scope::Slot group);

private:
    [[nodiscard]] bool isLeftOut(const JsonNode& node) const;

    const std::vector<FunctionHead>& m_functions;
    Scope& m_scope;
    std::vector<std::string>& m_statements;
    const std::string m_program;
    const bool m_isPlain;
    std::optional<Scope::Slot> m_group;
};

}  // namespace coroscope::scenario
