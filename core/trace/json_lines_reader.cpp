// SPDX-License-Identifier: MIT
#include "core/trace/json_lines_reader.h"

#include "core/trace/trace_stream.h"

namespace coroscope {

Result<TraceFile> readJsonLines(const ByteSource& bytes, const std::string& source)
{
    TraceStream stream;
    for (auto some = bytes(); !some.empty() && stream.append(some);)
        some = bytes();
    if (const Status status = stream.finish(); !status) {
        Error error = status.error();
        error.where = source + ':' + error.where;
        return error;
    }
    const auto problems = stream.problems().all();
    return TraceFile{*stream.header(),
                     stream.trace(),
                     {problems.begin(), problems.end()},
                     stream.problems().leftOut(),
                     stream.lost()};
}

Result<TraceFile> readJsonLines(std::string_view text, const std::string& source)
{
    return readJsonLines(bytesOf(text), source);
}

}  // namespace coroscope
