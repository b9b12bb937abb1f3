// SPDX-License-Identifier: MIT
#include "core/scenario/python/python_source.h"

#include <algorithm>

#include "core/scenario/definition.h"
#include "core/scenario/python/print_program.h"

namespace coroscope::scenario {

const LineOf* PythonSource::find(std::string_view path) const
{
    const auto found = std::ranges::find(map, path, &LineOf::path);
    return found != map.end() ? &*found : nullptr;
}

Result<PythonSource> printPython(const Scenario& scenario, std::string_view program,
                                 const ParameterValues& parameters)
{
    const Definition& definition = scenario.definition();
    const auto chosen = chooseProgram(definition, program, parameters);
    if (!chosen)
        return chosen.error();
    try {
        return python::printProgram(JsonNode(*definition.document), program, parameters);
    } catch (const ReadError& error) {
        return Error{Error::Kind::Unsupported, error.message,
                     definition.source + ": " + error.path};
    }
}

}  // namespace coroscope::scenario
