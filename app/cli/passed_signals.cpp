// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/passed_signals.h"

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>

namespace coroscope::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto lookEach = 30ms;
constexpr std::array passedOn{SIGINT, SIGTERM, SIGHUP};

// How many of each came and were not told yet: all that a handler may touch.
std::array<std::atomic<int>, passedOn.size()> waiting{};
static_assert(std::atomic<int>::is_always_lock_free);

void take(int signal, siginfo_t* info, void*)
{
    if (info->si_code == SI_KERNEL)
        return;  // the terminal's, for everybody
    for (std::size_t i = 0; i < passedOn.size(); ++i) {
        if (passedOn[i] == signal)
            ++waiting[i];
    }
}

bool isIgnored(int signal)
{
    struct sigaction now {};
    return sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

}  // namespace

PassedSignals::PassedSignals(QObject* parent) : QObject(parent)
{
    struct sigaction action {};
    action.sa_sigaction = take;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    for (const int signal : passedOn) {
        if (signal != SIGHUP || !isIgnored(signal))
            sigaction(signal, &action, nullptr);
    }
    connect(&m_timer, &QTimer::timeout, this, &PassedSignals::pass);
    m_timer.start(lookEach);
}

void PassedSignals::pass()
{
    for (std::size_t i = 0; i < passedOn.size(); ++i) {
        for (int count = waiting[i].exchange(0); count > 0; --count)
            Q_EMIT came(passedOn[i]);
    }
}

}  // namespace coroscope::cli
