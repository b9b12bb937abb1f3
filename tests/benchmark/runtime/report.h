// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string_view>

namespace coroscope::benchmark {

/// CPU time of this process, in nanoseconds.
inline double cpuTime()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

/// Bytes of this process that are in memory.
inline double residentBytes()
{
    std::ifstream file("/proc/self/statm");
    double total = 0;
    double resident = 0;
    file >> total >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

/// What one run of a workload gave.
struct Measured {
    std::int64_t operations = 0;
    double nanoseconds = 0;  ///< CPU time of all operations
    double taskBytes = 0;    ///< resident bytes of one task that has not run yet; 0: not measured
    double eventBytes = 0;   ///< of the trace, by operation; 0: not measured
    int runs = 1;            ///< that it took to measure this one
};

/// The fastest of as many runs as fit into a fifth of a second, at least one, after one that warms
/// memory and caches: what other users of the machine take away only adds.
template <typename Run>
Measured fastest(Run run)
{
    constexpr double enough = 2e8;
    run();
    Measured best = run();
    int runs = 2;
    for (double spent = best.nanoseconds; spent < enough; ++runs) {
        const Measured next = run();
        spent += next.nanoseconds;
        if (next.nanoseconds < best.nanoseconds)
            best = next;
    }
    best.runs = runs;
    return best;
}

/// One line of JSON, which compare_runtimes.py reads.
inline void print(const Measured& measured)
{
    const auto operations = static_cast<double>(measured.operations);
    std::printf(R"({"ns": %.3f, "operations": %.0f, "runs": %d, "task_bytes": %.1f, )"
                R"("event_bytes": %.2f})"
                "\n",
                measured.nanoseconds / operations, operations, measured.runs, measured.taskBytes,
                measured.eventBytes);
}

}  // namespace coroscope::benchmark
