// SPDX-License-Identifier: MIT
#include "core/trace/trace_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <utility>

#include "core/trace/chrome_reader.h"
#include "core/trace/json_lines_reader.h"

namespace coroscope {
namespace {

constexpr std::size_t chunkSize = std::size_t{1} << 20;

// The keys by which an object tells its format.
constexpr std::array<std::pair<std::string_view, FileFormat>, 3> formatKeys{{
    {"\"coroscope_trace\"", FileFormat::JsonLines},
    {"\"coroscope_scenario\"", FileFormat::Scenario},
    {"\"traceEvents\"", FileFormat::Chrome},
}};

std::string_view withoutBlank(std::string_view text)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return text.substr(std::min(first, text.size()));
}

// A file's bytes, some at a time.
class FileBytes {
public:
    FileBytes(const std::filesystem::path& file, const LoadProgress& progress)
        : m_in(file, std::ios::binary), m_progress(progress)
    {
        std::error_code error;
        const auto size = std::filesystem::file_size(file, error);
        m_size = error ? 0 : static_cast<double>(size);
        readChunk();
    }

    // How the file begins, before next() was called.
    [[nodiscard]] std::string_view head() const { return m_chunk; }
    std::string_view next()
    {
        if (!std::exchange(m_isFirst, false))
            readChunk();
        m_taken += static_cast<double>(m_chunk.size());
        if (m_progress && !m_progress(m_size > 0 ? std::min(m_taken / m_size, 1.0) : 0)) {
            m_isStopped = true;
            return {};
        }
        return m_chunk;
    }
    [[nodiscard]] bool isStopped() const { return m_isStopped; }
    [[nodiscard]] bool isUnreadable() const { return !m_in.is_open() || m_in.bad(); }

private:
    void readChunk()
    {
        m_chunk.resize(chunkSize);
        m_in.read(m_chunk.data(), static_cast<std::streamsize>(m_chunk.size()));
        m_chunk.resize(static_cast<std::size_t>(m_in.gcount()));
    }

    std::ifstream m_in;
    const LoadProgress& m_progress;
    double m_size = 0;
    double m_taken = 0;
    std::string m_chunk;
    bool m_isFirst = true;
    bool m_isStopped = false;
};

Error noTrace(const std::string& source)
{
    return {Error::Kind::BadFormat,
            "no trace; expected a first line like {\"coroscope_trace\": 1, ...}, or a trace in "
            "Chrome's format",
            source + ":1"};
}

Result<TraceFile> readAs(FileFormat format, const ByteSource& bytes, std::string_view head,
                         const std::string& source)
{
    switch (format) {
    case FileFormat::JsonLines: return readJsonLines(bytes, source);
    case FileFormat::Chrome: return readChromeJson(bytes, source);
    case FileFormat::Scenario:
        return Error{Error::Kind::BadFormat, "a scenario; expected a trace", source};
    case FileFormat::Unknown: break;
    }
    // An object may tell much before it comes to its events.
    if (withoutBlank(head).starts_with('{') && head.size() == chunkSize) {
        if (auto file = readChromeJson(bytes, source))
            return file;
    }
    return noTrace(source);
}

}  // namespace

FileFormat formatOf(std::string_view head)
{
    head = withoutBlank(head);
    if (head.starts_with('[')) {
        const std::string_view first = withoutBlank(head.substr(1)).substr(0, 1);
        return first.empty() || first == "{" || first == "]" ? FileFormat::Chrome
                                                             : FileFormat::Unknown;
    }
    auto first = std::pair(std::string_view::npos, FileFormat::Unknown);
    if (head.starts_with('{')) {
        for (const auto& [key, format] : formatKeys)
            first = std::min(first, std::pair(head.find(key), format));
    }
    return first.second;
}

Result<TraceFile> loadTrace(const std::filesystem::path& file, const LoadProgress& progress)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return Error{Error::Kind::NotFound, "there is no such file", file.string()};
    FileBytes bytes(file, progress);
    const std::string head(bytes.head());
    auto read = readAs(
        formatOf(head), [&bytes] { return bytes.next(); }, head, file.string());
    if (bytes.isStopped())
        return Error{Error::Kind::Usage, "stopped", file.string()};
    if (bytes.isUnreadable())
        return Error{Error::Kind::Unreadable, "cannot be read", file.string()};
    return read;
}

}  // namespace coroscope
