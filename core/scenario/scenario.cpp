// SPDX-License-Identifier: MIT
#include "core/scenario/scenario.h"

#include <utility>

#include "core/scenario/definition.h"

namespace coroscope::scenario {

const std::string& LocalizedText::in(const std::string& language) const
{
    static const std::string nothing;
    for (const std::string& wanted : {language, std::string("en"), std::string()}) {
        const auto found = byLanguage.find(wanted);
        if (found != byLanguage.end())
            return found->second;
    }
    return byLanguage.empty() ? nothing : byLanguage.begin()->second;
}

Scenario::Scenario(std::shared_ptr<const Definition> definition)
    : m_definition(std::move(definition))
{
}

const std::string& Scenario::source() const
{
    return m_definition->source;
}

const LocalizedText& Scenario::title() const
{
    return m_definition->title;
}

const LocalizedText& Scenario::summary() const
{
    return m_definition->summary;
}

const LocalizedText& Scenario::description() const
{
    return m_definition->description;
}

Axis Scenario::axis() const
{
    return m_definition->axis;
}

const std::vector<Parameter>& Scenario::parameters() const
{
    return m_definition->parameters;
}

const std::vector<ProgramInfo>& Scenario::programs() const
{
    return m_definition->programInfos;
}

}  // namespace coroscope::scenario
