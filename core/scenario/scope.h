// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/json_node.h"

namespace coroscope::scenario {

/// The variables of one function while it is read. Python decides by the whole function which
/// names are its own, so a name is first noted and decided in resolve().
class Scope {
public:
    using Slot = std::uint32_t;

    /// A variable of the frame. `global`: it begins with the value of that parameter.
    struct Variable {
        std::string name;
        bool isAssigned = false;
        std::string firstRead;  ///< a JSON path
        int global = -1;
    };

    Slot assign(const std::string& name);
    Slot read(const std::string& name, const JsonNode& place);
    /// A variable that no name of the file can reach.
    Slot hidden();

    /// Throws ReadError if one of the names was read and not assigned so far.
    void requireUnread(std::initializer_list<std::string_view> names,
                       const std::string& why) const;

    /// Names that are assigned nowhere are the scenario's parameters, `globals` in order; others
    /// throw ReadError.
    void resolve(const std::vector<std::string>& globals);

    [[nodiscard]] const std::vector<Variable>& variables() const noexcept { return m_variables; }

private:
    Slot slotOf(const std::string& name);

    std::vector<Variable> m_variables;
    std::map<std::string, Slot> m_slots;
};

}  // namespace coroscope::scenario
