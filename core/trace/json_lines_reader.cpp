// SPDX-License-Identifier: MIT
#include "core/trace/json_lines_reader.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "core/trace/trace_stream.h"

namespace coroscope {
namespace {

constexpr std::size_t chunkSize = std::size_t{1} << 20;

Result<TraceFile> fileOf(TraceStream& stream, const std::string& source)
{
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

// Reads the next bytes; false at the end, or when there is an error.
bool readChunk(std::ifstream& file, std::string& chunk)
{
    chunk.resize(chunkSize);
    file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    chunk.resize(static_cast<std::size_t>(file.gcount()));
    return !chunk.empty();
}

}  // namespace

Result<TraceFile> readJsonLines(std::string_view text, const std::string& source)
{
    TraceStream stream;
    static_cast<void>(stream.append(text));  // finish() tells the same again
    return fileOf(stream, source);
}

Result<TraceFile> loadTrace(const std::filesystem::path& file, const LoadProgress& progress)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return Error{Error::Kind::NotFound, "there is no such file", file.string()};
    const auto size = static_cast<double>(std::filesystem::file_size(file, error));
    std::ifstream in(file, std::ios::binary);
    TraceStream stream;
    std::string chunk;
    double taken = 0;
    while (readChunk(in, chunk) && stream.append(chunk)) {
        taken += static_cast<double>(chunk.size());
        if (progress && !progress(size > 0 ? std::min(taken / size, 1.0) : 0))
            return Error{Error::Kind::Usage, "stopped", file.string()};
    }
    if (!in.is_open() || in.bad() || (in.fail() && !in.eof()))
        return Error{Error::Kind::Unreadable, "cannot be read", file.string()};
    return fileOf(stream, file.string());
}

}  // namespace coroscope
