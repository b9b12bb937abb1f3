// SPDX-License-Identifier: MIT
#include "core/scenario/scope.h"

#include <algorithm>

namespace coroscope::scenario {

Scope::Slot Scope::assign(const std::string& name)
{
    const Slot slot = slotOf(name);
    m_variables[slot].isAssigned = true;
    return slot;
}

Scope::Slot Scope::read(const std::string& name, const JsonNode& place)
{
    const Slot slot = slotOf(name);
    if (m_variables[slot].firstRead.empty())
        m_variables[slot].firstRead = place.path();
    return slot;
}

Scope::Slot Scope::hidden()
{
    m_variables.push_back({"", true, "", -1});
    return static_cast<Slot>(m_variables.size() - 1);
}

void Scope::requireUnread(std::initializer_list<std::string_view> names,
                          const std::string& why) const
{
    for (const Variable& variable : m_variables) {
        const bool isNamed = std::ranges::find(names, variable.name) != names.end();
        if (isNamed && !variable.isAssigned)
            throw ReadError{variable.firstRead, '"' + variable.name + "\" " + why};
    }
}

void Scope::resolve(const std::vector<std::string>& globals)
{
    for (Variable& variable : m_variables) {
        if (variable.isAssigned)
            continue;
        const auto found = std::ranges::find(globals, variable.name);
        if (found == globals.end()) {
            std::vector<std::string_view> known(globals.begin(), globals.end());
            for (const Variable& other : m_variables) {
                if (other.isAssigned && !other.name.empty())
                    known.emplace_back(other.name);
            }
            throw ReadError{variable.firstRead, "the name \"" + variable.name +
                                                    "\" is assigned nowhere" +
                                                    didYouMean(variable.name, known)};
        }
        variable.global = static_cast<int>(found - globals.begin());
    }
}

Scope::Slot Scope::slotOf(const std::string& name)
{
    const auto [entry, isNew] = m_slots.try_emplace(name, static_cast<Slot>(m_variables.size()));
    if (isNew)
        m_variables.push_back({name, false, "", -1});
    return entry->second;
}

}  // namespace coroscope::scenario
