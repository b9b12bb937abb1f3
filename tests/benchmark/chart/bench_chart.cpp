// SPDX-License-Identifier: GPL-3.0-or-later
// Every bar of the chart, measured in one run: ratios and counts wherever that is possible, since
// times depend on the machine. Startup is bench_startup's.
#include <QApplication>
#include <iomanip>
#include <iostream>

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
              << std::right << std::setw(12) << std::setprecision(3) << measured << ' '
              << std::left << std::setw(8) << unit << std::right << (isMet ? "met" : "NOT met")
              << std::endl;
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
    benchmark::reportColours(report);
    benchmark::reportIndex(report);
    benchmark::reportFrames(report);
    benchmark::reportPanning(report);
    benchmark::reportNaive(report);
    benchmark::reportChart(report);
    report.summary();
    return report.missed() == 0 ? 0 : 1;
}
