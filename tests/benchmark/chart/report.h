// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace coroscope::benchmark {

/// The bars of one run: each is printed as it is measured.
class Report {
public:
    void section(const std::string& title);
    /// Met if `measured` is not above `bar`.
    void atMost(const std::string& what, double bar, double measured, const std::string& unit = {});
    /// Met if `measured` is not below `bar`.
    void atLeast(const std::string& what, double bar, double measured,
                 const std::string& unit = {});
    /// Says something that is no bar.
    void note(const std::string& what, double measured, const std::string& unit);

    [[nodiscard]] int missed() const noexcept { return m_missed; }
    void summary() const;

private:
    void add(const std::string& what, const char* sign, double bar, double measured,
             const std::string& unit, bool isMet);

    int m_bars = 0;
    int m_missed = 0;
};

// Each measures the bars of its subject.
void reportIndex(Report& report);
void reportFrames(Report& report);
void reportPanning(Report& report);
void reportNaive(Report& report);
void reportChart(Report& report);
void reportHits(Report& report);
void reportPlayhead(Report& report);
void reportExport(Report& report);
void reportColours(Report& report);

}  // namespace coroscope::benchmark
