// SPDX-License-Identifier: MIT
#include "core/scenario/statement_sites.h"

#include <string_view>
#include <unordered_map>

namespace coroscope::scenario {
namespace {

constexpr std::string_view awaitSuffix = ".await";

// What awaits in the same line as it calls has no line of its own for the await.
const LineOf* lineOf(const PythonSource& source, std::string_view path)
{
    const LineOf* const line = source.find(path);
    if (line != nullptr || !path.ends_with(awaitSuffix))
        return line;
    path.remove_suffix(awaitSuffix.size());
    return source.find(path);
}

}  // namespace

std::vector<SiteId> addSites(const Definition& definition, const PythonSource& source, Trace& trace)
{
    std::vector<SiteId> sites(definition.statements.size());
    std::unordered_map<std::size_t, SiteId> byLine;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        const LineOf* const place = lineOf(source, definition.statements[i]);
        if (place == nullptr)
            continue;
        SiteId& site = byLine[place->first];
        if (!site.isValid()) {
            Site line;
            line.line = static_cast<std::uint32_t>(place->first);
            site = trace.addSite(std::move(line));
        }
        sites[i] = site;
    }
    return sites;
}

}  // namespace coroscope::scenario
