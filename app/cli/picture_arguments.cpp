// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/picture_arguments.h"

#include <charconv>
#include <cmath>
#include <string_view>

#include "core/base/time_text.h"

namespace coroscope::cli {
namespace {

constexpr int mostSide = 32767;
constexpr double mostSeconds = 9e9;  // what Ticks can hold

// Digits only, so that neither a sign nor a blank slips in.
std::optional<int> side(std::string_view text)
{
    int value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = end.ec == std::errc() && end.ptr == text.data() + text.size();
    if (!isNumber || value < 1 || value > mostSide)
        return {};
    return value;
}

// CLI::Range lets "nan" through.
std::string checkSeconds(const std::string& text)
{
    double value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = end.ec == std::errc() && end.ptr == text.data() + text.size();
    if (isNumber && std::isfinite(value) && value >= 0 && value <= mostSeconds)
        return {};
    return "expected seconds, 0 or more, but found \"" + text + '"';
}

Ticks ticksOf(double seconds)
{
    return Ticks(std::llround(seconds * 1e9));
}

std::string text(Ticks time)
{
    return secondsText(time) + " s";
}

}  // namespace

void PictureArguments::declare(CLI::App& app)
{
    const CLI::Validator seconds(checkSeconds, "");
    app.add_option("--size", m_size, "Size of a picture; W alone: as high as is needed")
        ->type_name("WxH");
    app.add_option("--scale", m_scale, "Pixels of a PNG for each one of its size: 1 to 8")
        ->type_name("N")
        ->check(CLI::Range(1, 8));
    app.add_option("--theme", m_theme, "Colours of a picture")
        ->type_name("light|dark")
        ->check(CLI::IsMember({"light", "dark"}));
    app.add_option("--from", m_from, "Where the time axis begins, in seconds")
        ->type_name("T")
        ->check(seconds);
    app.add_option("--to", m_to, "Where the time axis ends, in seconds")
        ->type_name("T")
        ->check(seconds);
    app.add_option("--at", m_at, "Show the playhead at this second")
        ->type_name("T")
        ->check(seconds);
}

std::optional<PictureArguments::Size> PictureArguments::parsedSize() const
{
    const std::string_view text = m_size;
    const std::size_t cross = text.find('x');
    const auto width = side(text.substr(0, cross));
    const auto height =
        cross == std::string_view::npos ? std::optional(0) : side(text.substr(cross + 1));
    if (!width || !height)
        return {};
    return Size{*width, *height};
}

Result<PictureOptions> PictureArguments::options(Ticks total) const
{
    PictureOptions options;
    options.scale = m_scale;
    options.theme = m_theme == "dark" ? Theme::Dark : Theme::Light;
    if (!m_size.empty()) {
        const auto size = parsedSize();
        if (!size)
            return Error{Error::Kind::Usage,
                         "expected WxH with 1 to " + std::to_string(mostSide) +
                             " pixels each, but found \"" + m_size + '"',
                         "--size"};
        options.width = size->width;
        options.height = size->height;
    }
    const TimeSpan span{m_from ? ticksOf(*m_from) : Ticks{0}, m_to ? ticksOf(*m_to) : total};
    if (m_from || m_to) {
        if (span.begin >= span.end)
            return Error{Error::Kind::Usage,
                         "expected a range of time, but it would begin at " + text(span.begin) +
                             " and end at " + text(span.end),
                         m_from ? "--from" : "--to"};
        options.span = span;
    }
    options.showsPlayhead = m_at.has_value();
    if (m_at) {
        options.position = {ticksOf(*m_at)};
        if (options.position.time < span.begin || options.position.time > span.end)
            return Error{Error::Kind::Usage,
                         text(options.position.time) + " is outside of what is shown: " +
                             text(span.begin) + " to " + text(span.end),
                         "--at"};
    }
    return options;
}

}  // namespace coroscope::cli
