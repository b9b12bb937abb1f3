// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a trace file of a million events, until its timeline is there, against reading the bytes
// and letting the JSON library parse each line, in one run. Bars: 1 s, 3 times.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/timeline/timeline.h"
#include "core/trace/json_lines_reader.h"
#include "core/trace/json_lines_writer.h"
#include "tests/benchmark/median.h"

using namespace coroscope;

namespace {

constexpr std::size_t eventCount = 1'000'000;
constexpr std::uint32_t taskCount = 1'000;
constexpr int repeats = 5;

constexpr const char* header = "{\"coroscope_trace\":1,\"clock\":\"monotonic\"";

// Tasks that are woken by a timer, run for a microsecond, now and then print, and sleep again.
std::string plainText()
{
    Trace trace;
    const SiteId site = trace.addSite({"/home/ada/fetcher/app.py", 42, "fetch"});
    Ticks now{};
    for (std::uint32_t id = 0; id < taskCount; ++id) {
        const TaskId task = trace.addTask(
            {"Task-" + std::to_string(id), "fetch(" + std::to_string(id) + ')', {}, {}, site});
        trace.append(now, EventKind::Create, Word::None, task);
    }
    for (std::uint32_t step = 0; trace.size() + 4 <= eventCount; ++step) {
        const TaskId task{step % taskCount};
        const bool isFirst = step < taskCount;
        if (!isFirst)
            trace.append(now += Ticks(150), EventKind::Ready, Word::Timer, task);
        trace.append(now += Ticks(150), EventKind::Resume, Word::None, task);
        if (step % 10 == 0)
            trace.append(now += Ticks(400), EventKind::Print, Word::Stdout, task,
                         trace.addText("fetched page " + std::to_string(step)));
        Wait wait;
        wait.site = site;
        wait.until = now + Ticks(1'000'000);
        trace.append(now += Ticks(700), EventKind::Suspend, Word::Sleep, task, trace.addWait(wait));
    }
    std::ostringstream out;
    writeJsonLines(out, trace, {"benchmark", "app.py", false, {}});
    return out.str();
}

std::string base64(const std::string& bytes)
{
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t bits = 0;
        for (std::size_t i = at; i < at + 3; ++i)
            bits = bits << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
        for (int shift = 18; shift >= 0; shift -= 6)
            text += alphabet[bits >> shift & 63];
    }
    for (std::size_t missing = (3 - bytes.size() % 3) % 3, i = 1; i <= missing; ++i)
        text[text.size() - i] = '=';
    return text;
}

// What a recorder writes: packed records, a line of them for some milliseconds.
class CompactText {
public:
    CompactText()
    {
        m_text = std::string(header) + ",\"compact\":1}\n" +
                 R"json({"e":"site","id":1,"at":["/home/ada/app.py",42,"fetch"]}
{"e":"spawn","id":16,"label":"fetch()","kind":"task","at":1}
{"e":"await","id":17,"why":"sleep","delay":1000000,"at":1}
)json";
    }

    void add(std::uint64_t time, std::uint32_t d, std::uint32_t task, std::uint32_t what)
    {
        put(time, 8);
        put(d, 4);
        put(task, 4);
        put(what, 4);
        m_now = time;
        if (m_records.size() >= std::size_t{20} * 3000)
            flush();
    }

    std::string text()
    {
        flush();
        return m_text;
    }

private:
    void put(std::uint64_t value, int size)
    {
        for (int i = 0; i < size; ++i)
            m_records += static_cast<char>(value >> (8 * i) & 0xff);
    }
    void flush()
    {
        m_text += "{\"e\":\"steps\",\"b\":\"" + base64(m_records) +
                  "\"}\n{\"e\":\"watermark\",\"t\":" + std::to_string(m_now) + "}\n";
        m_records.clear();
    }

    std::string m_text;
    std::string m_records;
    std::uint64_t m_now = 0;
};

std::string compactText()
{
    CompactText text;
    std::uint64_t now = 0;
    for (std::uint32_t task = 1; task <= taskCount; ++task)
        text.add(now, 0, task, 16);
    std::size_t events = taskCount;
    for (std::uint32_t step = 0; events + 3 <= eventCount; ++step) {
        const std::uint32_t task = 1 + step % taskCount;
        if (step >= taskCount)
            text.add(now += 150, 0, task, 0);
        text.add(now += 150, 1000, task, 17);
        now += 1000;
        events += step >= taskCount ? 3 : 2;
    }
    return text.text();
}

double milliseconds(const std::function<void()>& action)
{
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        action();
        const std::chrono::duration<double, std::milli> time =
            std::chrono::steady_clock::now() - begin;
        times.push_back(time.count());
    }
    return benchmark::median(std::move(times));
}

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string text(std::filesystem::file_size(file), '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    return text;
}

// The bytes, and each line taken by the JSON library: `parse` is told where a line begins and ends.
template <typename Parse>
std::size_t parseLines(const std::filesystem::path& file, Parse parse)
{
    const std::string text = bytesOf(file);
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        count += parse(text.data() + at, text.data() + end) ? 1 : 0;
        at = end + 1;
    }
    return count;
}

void report(const std::string& name, const std::string& text)
{
    using Json = nlohmann::json;
    const auto file = std::filesystem::temp_directory_path() / ("coroscope-" + name + ".jsonl");
    std::ofstream(file, std::ios::binary) << text;
    std::size_t lines = 0;
    const double accept = milliseconds([&] {
        lines = parseLines(file, [](const char* a, const char* b) { return Json::accept(a, b); });
    });
    const double parse = milliseconds([&] {
        lines = parseLines(file, [](const char* a, const char* b) {
            return Json::parse(a, b, nullptr, false).is_object();
        });
    });
    std::shared_ptr<const Trace> trace;
    const double read = milliseconds([&] { trace = loadTrace(file).value().trace; });
    std::size_t tracks = 0;
    const double derive = milliseconds([&] { tracks = Timeline(trace).tracks().size(); });
    std::filesystem::remove(file);
    std::cout << std::fixed << std::setprecision(0) << name << ": " << trace->size() << " events, "
              << tracks << " tracks, " << lines << " lines, "
              << static_cast<double>(text.size()) / 1e6 << " MB\n"
              << "  JSON library alone, accepting " << accept << " ms, parsing " << parse << " ms\n"
              << "  opening " << read + derive << " ms: reading " << read << " ms, timeline "
              << derive << " ms\n"
              << std::setprecision(2) << "  ratio to accepting " << (read + derive) / accept
              << ", to parsing " << (read + derive) / parse << '\n';
}

}  // namespace

int main()
{
    report("plain", plainText());
    report("compact", compactText());
}
