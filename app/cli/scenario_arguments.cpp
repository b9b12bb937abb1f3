// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scenario_arguments.h"

#include <QString>
#include <charconv>
#include <optional>
#include <string_view>

#include "app/document/builtin_scenarios.h"

namespace coroscope::cli {
namespace {

template <typename T>
std::optional<T> parsed(std::string_view text)
{
    T value{};
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size())
        return {};
    return value;
}

// As Python reads a number: "1" is an int, "1.0" a float.
std::optional<scenario::Value> numberValue(std::string_view text)
{
    if (const auto integer = parsed<std::int64_t>(text))
        return scenario::Value(*integer);
    if (const auto real = parsed<double>(text))
        return scenario::Value(*real);
    return {};
}

}  // namespace

void ScenarioArguments::declare(CLI::App& app, const std::string& name)
{
    app.add_option(name, m_source, "A scenario file, or the name of a built-in scenario")
        ->required();
    app.add_option("--set", m_assignments, "Give a parameter another value; can be repeated")
        ->type_name("NAME=VALUE")
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

Result<Document> ScenarioArguments::openDocument() const
{
    return coroscope::openDocument(QString::fromStdString(m_source));
}

Result<scenario::Scenario> ScenarioArguments::open() const
{
    return openScenario(QString::fromStdString(m_source));
}

Result<scenario::ParameterValues> ScenarioArguments::parameters() const
{
    scenario::ParameterValues values;
    for (const std::string& assignment : m_assignments) {
        const std::size_t sign = assignment.find('=');
        const auto value = sign == std::string::npos
                               ? std::nullopt
                               : numberValue(std::string_view(assignment).substr(sign + 1));
        if (!value)
            return Error{Error::Kind::Usage,
                         "expected NAME=NUMBER, but found \"" + assignment + '"', "--set"};
        values[assignment.substr(0, sign)] = *value;
    }
    return values;
}

}  // namespace coroscope::cli
