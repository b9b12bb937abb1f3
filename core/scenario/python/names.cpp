// SPDX-License-Identifier: MIT
#include "core/scenario/python/names.h"

namespace coroscope::scenario::python {

std::string constantName(std::string_view name)
{
    const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    std::string result;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (i > 0 && isUpper(name[i]) && isLower(name[i - 1]))
            result += '_';
        result += isLower(name[i]) ? static_cast<char>(name[i] - 'a' + 'A') : name[i];
    }
    return result;
}

std::string Names::give(const std::string& variable, const std::string& wanted)
{
    if (const auto found = m_names.find(variable); found != m_names.end())
        return found->second;
    std::string name = wanted;
    while (!isFree(name, variable))
        name += '_';
    m_taken.insert(name);
    m_names.emplace(variable, name);
    return name;
}

std::string Names::invent(const std::string& wanted)
{
    std::string name = wanted;
    while (!isFree(name, ""))
        name += '_';
    m_taken.insert(name);
    return name;
}

std::string Names::of(const std::string& variable) const
{
    if (const auto found = m_names.find(variable); found != m_names.end())
        return found->second;
    return m_outer != nullptr ? m_outer->of(variable) : variable;
}

bool Names::isFree(const std::string& name, const std::string& variable) const
{
    if (isReserved(name) || m_taken.contains(name))
        return false;
    if (m_outer == nullptr || !m_outer->m_taken.contains(name))
        return true;
    const auto hidden = m_outer->m_names.find(variable);
    return hidden != m_outer->m_names.end() && hidden->second == name &&
           !m_outer->m_pinned.contains(variable);
}

}  // namespace coroscope::scenario::python
