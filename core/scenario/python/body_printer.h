// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/json_node.h"
#include "core/scenario/python/lines.h"
#include "core/scenario/python/module.h"
#include "core/scenario/python/names.h"

namespace coroscope::scenario::python {

/// Prints the body of one function, or of main: what the printers of the statements stand on.
class BodyPrinter {
public:
    /// A task group around what is printed during its life.
    class Group {
    public:
        Group(BodyPrinter& body, std::string name) : m_body(body)
        {
            m_body.m_groups.push_back(std::move(name));
        }
        ~Group() { m_body.m_groups.pop_back(); }
        Group(const Group&) = delete;
        Group& operator=(const Group&) = delete;

    private:
        BodyPrinter& m_body;
    };

    /// Gives the variables that `usage` assigns their names. `isPlain`: no coroutine.
    BodyPrinter(Module& module, Lines& lines, const Usage& usage, bool isPlain);

    [[nodiscard]] Module& module() const noexcept { return m_module; }
    [[nodiscard]] Lines& lines() const noexcept { return m_lines; }
    [[nodiscard]] Names& names() noexcept { return m_names; }
    [[nodiscard]] const Names& names() const noexcept { return m_names; }
    [[nodiscard]] const Usage& usage() const noexcept { return m_usage; }
    [[nodiscard]] bool isPlain() const noexcept { return m_isPlain; }

    /// Statements at the current indentation.
    void statements(const JsonNode& list);
    void statement(const JsonNode& node);
    /// An indented block; "pass" where there is no statement.
    void block(const JsonNode& list);
    void line(const Fragment& fragment) { m_lines.add(fragment); }

    [[nodiscard]] Fragment value(const JsonNode& node) const;
    [[nodiscard]] std::vector<Fragment> values(const JsonNode& list) const;
    /// A delay; one below 0 is 0, which time.sleep() would not accept.
    [[nodiscard]] Fragment duration(const JsonNode& node) const;
    /// What "$name" is called here.
    [[nodiscard]] std::string variable(const JsonNode& node) const;
    /// "x = " for the variable that `"into"` names, or nothing.
    [[nodiscard]] std::string into(const JsonNode& statement) const;

    /// "f(a, b)".
    [[nodiscard]] Fragment call(const JsonNode& call) const;
    /// The same of a coroutine function.
    [[nodiscard]] Fragment coroutine(const JsonNode& call) const;
    /// "f, a, b", as executors take it.
    [[nodiscard]] std::vector<Fragment> functionAndArguments(const JsonNode& call) const;
    /// A coroutine, or the task that a variable holds.
    [[nodiscard]] Fragment awaitable(const JsonNode& node) const;
    [[nodiscard]] std::vector<Fragment> awaitables(const JsonNode& list) const;
    /// "asyncio." with the name of a function; imports it. Throws in plain code.
    [[nodiscard]] std::string asyncio(const JsonNode& statement, const std::string& function) const;
    /// "await " before a method of an object that waits: nothing where objects are those of
    /// threads. Throws in plain code among coroutines.
    [[nodiscard]] std::string awaitObject(const JsonNode& statement) const;
    void requireAsync(const JsonNode& statement) const;

    /// What creates tasks here: "tg" in a task group, else "asyncio".
    [[nodiscard]] std::string taskMaker() const;
    [[nodiscard]] bool isInGroup() const noexcept { return !m_groups.empty(); }
    /// A name for a new group, other than those around it.
    [[nodiscard]] const std::string& groupName();

    /// The name of a variable that the scenario does not name; the same for the same `wanted`.
    const std::string& helper(const std::string& wanted);
    /// "loop = asyncio.get_running_loop()", for helper("loop").
    void useLoop();

private:
    [[nodiscard]] Fragment argument(const JsonNode& node) const;

    Module& m_module;
    Lines& m_lines;
    const Usage& m_usage;
    Names m_names;
    bool m_isPlain;
    std::map<std::string, std::string> m_helpers;
    std::vector<std::string> m_groups;  // the innermost is the last
};

}  // namespace coroscope::scenario::python
