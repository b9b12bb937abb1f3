// SPDX-License-Identifier: GPL-3.0-or-later
// Every bar of the chart, measured in one run: ratios and counts wherever that is possible, since
// times depend on the machine. Startup is bench_startup's. With a name (colours, index, frames,
// panning, naive, chart, hits, playhead, export): these only.
#include <QApplication>
#include <array>
#include <iomanip>
#include <iostream>
#include <string_view>

#include "app/style/style.h"
#include "tests/benchmark/chart/report.h"

namespace coroscope::benchmark {

void Report::section(const std::string& title)
{
    std::cout << '\n' << title << '\n';
}

void Report::atMost(const std::string& what, double bar, double measured, const std::string& unit)
{
    add(what, "<=", bar, measured, unit, measured <= bar);
}

void Report::atLeast(const std::string& what, double bar, double measured, const std::string& unit)
{
    add(what, ">=", bar, measured, unit, measured >= bar);
}

void Report::note(const std::string& what, double measured, const std::string& unit)
{
    std::cout << "  " << std::left << std::setw(66) << what << std::right << std::setw(26)
              << std::setprecision(3) << measured << ' ' << unit << '\n';
}

void Report::add(const std::string& what, const char* sign, double bar, double measured,
                 const std::string& unit, bool isMet)
{
    ++m_bars;
    m_missed += isMet ? 0 : 1;
    std::cout << "  " << std::left << std::setw(66) << what << sign << ' ' << std::setw(8) << bar
              << std::right << std::setw(12) << std::setprecision(3) << measured << ' ' << std::left
              << std::setw(8) << unit << std::right << (isMet ? "met" : "NOT met") << std::endl;
}

void Report::summary() const
{
    std::cout << '\n' << m_bars - m_missed << " of " << m_bars << " bars met\n";
}

}  // namespace coroscope::benchmark

int main(int argc, char** argv)
{
    using namespace coroscope;
    const QApplication app(argc, argv);
    Style::current().install();
    benchmark::Report report;
    struct Subject {
        const char* name;
        void (*measure)(benchmark::Report&);
    };
    constexpr std::array subjects{Subject{"colours", &benchmark::reportColours},
                                  Subject{"index", &benchmark::reportIndex},
                                  Subject{"frames", &benchmark::reportFrames},
                                  Subject{"panning", &benchmark::reportPanning},
                                  Subject{"naive", &benchmark::reportNaive},
                                  Subject{"chart", &benchmark::reportChart},
                                  Subject{"hits", &benchmark::reportHits},
                                  Subject{"playhead", &benchmark::reportPlayhead},
                                  Subject{"export", &benchmark::reportExport}};
    for (const Subject& subject : subjects) {
        if (argc < 2 || std::string_view(argv[1]) == subject.name)
            subject.measure(report);
    }
    report.summary();
    return report.missed() == 0 ? 0 : 1;
}
