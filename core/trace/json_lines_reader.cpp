// SPDX-License-Identifier: MIT
#include "core/trace/json_lines_reader.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/trace/json_event_reader.h"

namespace coroscope {
namespace {

using Json = nlohmann::json;

constexpr int version = 1;
constexpr std::size_t mostProblems = 20;

Result<TraceHeader> readHeader(std::string_view line, const std::string& source)
{
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("coroscope_trace"))
        return Error{Error::Kind::BadFormat,
                     "no trace; expected a first line like {\"coroscope_trace\": 1, ...}",
                     source + ":1"};
    if (numberIn(json, "coroscope_trace") != version)
        return Error{Error::Kind::Unsupported,
                     "a trace of another version; this program reads version 1", source + ":1"};
    TraceHeader header;
    header.title = textIn(json, "title");
    header.source = textIn(json, "source");
    header.isVirtual = textIn(json, "clock") != "monotonic";
    header.startUnixNs = numberIn(json, "start_unix_ns");
    return header;
}

class Problems {
public:
    Problems(TraceFile& file, const std::string& source) : m_file(file), m_source(source) {}

    void add(std::size_t lineNumber, const std::string& what)
    {
        ++m_file.skippedLines;
        if (m_file.problems.size() < mostProblems)
            m_file.problems.push_back(
                Error{Error::Kind::BadFormat, what, m_source + ':' + std::to_string(lineNumber)}
                    .text());
    }

private:
    TraceFile& m_file;
    const std::string& m_source;
};

// The text's next line, taken off its front.
std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

Result<TraceFile> readJsonLines(std::string_view text, const std::string& source)
{
    const bool isCutOff = !text.empty() && text.back() != '\n';
    auto header = readHeader(takeLine(text), source);
    if (!header)
        return header.error();
    TraceFile file;
    file.header = std::move(header).value();
    Problems problems(file, source);
    JsonEventReader reader;
    for (std::size_t number = 2; !text.empty(); ++number) {
        const std::string_view line = takeLine(text);
        if (isBlank(line))
            continue;
        const Json json = Json::parse(line, nullptr, false);
        if (!json.is_object())
            problems.add(number, text.empty() && isCutOff ? "the file was cut off here"
                                                          : "no JSON object in this line");
        else if (const std::string wrong = reader.take(json); !wrong.empty())
            problems.add(number, wrong);
    }
    file.trace = reader.trace();
    return file;
}

Result<TraceFile> loadTrace(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return Error{Error::Kind::NotFound, "there is no such file", file.string()};
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream || !text)
        return Error{Error::Kind::Unreadable, "cannot be read", file.string()};
    return readJsonLines(text.view(), file.string());
}

}  // namespace coroscope
