// SPDX-License-Identifier: MIT
#include "core/trace/json_lines_writer.h"

#include <ostream>

#include "core/trace/event_json.h"

namespace coroscope {

void writeJsonLines(std::ostream& out, const Trace& trace, const TraceHeader& header)
{
    OrderedJson first = {{"coroscope_trace", 1},
                         {"clock", header.isVirtual ? "virtual" : "monotonic"},
                         {"title", header.title},
                         {"source", header.source},
                         {"start_unix_ns", header.startUnixNs ? OrderedJson(*header.startUnixNs)
                                                              : OrderedJson(nullptr)}};
    putProcess(first, header);
    out << textOf(first) << '\n';
    for (std::size_t row = 0; row < trace.size() && out; ++row)
        out << textOf(eventJson(trace, trace.at(row))) << '\n';
}

}  // namespace coroscope
