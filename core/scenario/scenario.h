// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/value.h"

namespace coroscope::scenario {

struct Definition;

/// A text in several languages.
struct LocalizedText {
    std::map<std::string, std::string> byLanguage;  ///< "" for a text that names no language

    /// In `language` ("ko"), else in English, else in whatever there is; empty if there is none.
    [[nodiscard]] const std::string& in(const std::string& language) const;
    [[nodiscard]] bool isEmpty() const noexcept { return byLanguage.empty(); }
};

/// What a chart's horizontal axis shows.
enum class Axis : std::uint8_t {
    Time,
    Order,  ///< every event is one unit wide
};

/// What a slider changes.
struct Parameter {
    std::string name;
    LocalizedText label;
    double min = 0;
    double max = 60;
    double step = 0.5;
    Value value;       ///< an int or a float; the one the file gives
    std::string unit;  ///< "s", "min", ...: of all numbers above; a program gets seconds (unit.h)
    bool isWhole = false;  ///< sizes an object, and can only be an int
};

/// Values by the parameter's name; parameters left out keep the file's value.
using ParameterValues = std::map<std::string, Value>;

/// One of the programs that a scenario compares: its calls under a strategy, or a main of its own.
struct ProgramInfo {
    std::string name;  ///< the strategy's or the main's name; unique in the scenario
    LocalizedText title;
    bool isAsync = true;   ///< runs under an event loop
    bool isListed = true;  ///< named by the file; other strategies can be had, but are not asked for
};

/// A small asyncio-style program as data, checked when it was read: every name is known, every
/// statement well formed. Immutable; copies share it.
class Scenario {
public:
    explicit Scenario(std::shared_ptr<const Definition> definition);

    [[nodiscard]] const std::string& source() const;  ///< the file or built-in name it came from
    [[nodiscard]] const LocalizedText& title() const;
    /// One short line for a card; empty if the file has none.
    [[nodiscard]] const LocalizedText& summary() const;
    [[nodiscard]] const LocalizedText& description() const;
    /// The one its charts open with.
    [[nodiscard]] Axis axis() const;
    [[nodiscard]] const std::vector<Parameter>& parameters() const;
    /// In the order in which they are shown; the first that is shown is the baseline. Strategies
    /// that the file does not list stand among them if its calls can run under them.
    [[nodiscard]] const std::vector<ProgramInfo>& programs() const;
    [[nodiscard]] const Definition& definition() const noexcept { return *m_definition; }

private:
    std::shared_ptr<const Definition> m_definition;
};

/// Reads one scenario file's text. `source` begins the place in an error: "x.json:3:14" for text
/// that is no JSON, "x.json: $.functions[0].body[2]" for JSON that is no scenario.
[[nodiscard]] Result<Scenario> readScenario(std::string_view text, const std::string& source);

/// What a scenario is called, for lists of many: the rest has to be JSON, and is not looked at.
[[nodiscard]] Result<LocalizedText> readTitle(std::string_view text, const std::string& source);

[[nodiscard]] Result<Scenario> loadScenario(const std::filesystem::path& file);

}  // namespace coroscope::scenario
