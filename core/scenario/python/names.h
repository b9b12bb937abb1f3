// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace coroscope::scenario::python {

/// Whether `name` is a keyword of Python or the name of a builtin.
[[nodiscard]] bool isReserved(std::string_view name);

/// "mealTime" as a constant's name: "MEAL_TIME".
[[nodiscard]] std::string constantName(std::string_view name);

/// What the scenario's names are called in one Python scope: as in the scenario where Python
/// allows it, else with underscores behind.
///
/// Lifetime  refers to the outer scope.
class Names {
public:
    explicit Names(const Names* outer = nullptr) : m_outer(outer) {}

    /// Gives a name to a variable that this scope assigns. It may hide the variable of that name
    /// outside, as it does in the scenario, but nothing else.
    std::string give(const std::string& variable) { return give(variable, variable); }
    /// The same, with the name to start from.
    std::string give(const std::string& variable, const std::string& wanted);
    /// A name for something that the scenario does not name.
    std::string invent(const std::string& wanted);
    /// Inner scopes shall not hide this variable.
    void pin(const std::string& variable) { m_pinned.insert(variable); }

    /// What a variable is called here; its own name if nobody gave it one.
    [[nodiscard]] std::string of(const std::string& variable) const;
    [[nodiscard]] bool isLocal(const std::string& variable) const
    {
        return m_names.contains(variable);
    }

private:
    [[nodiscard]] bool isFree(const std::string& name, const std::string& variable) const;

    const Names* m_outer;
    std::map<std::string, std::string> m_names;
    std::set<std::string> m_taken;
    std::set<std::string> m_pinned;
};

}  // namespace coroscope::scenario::python
