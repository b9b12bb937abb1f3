// SPDX-License-Identifier: GPL-3.0-or-later
// bench_asio default|concrete WORKLOAD SCALE: the same workloads with Boost.Asio's awaitables, on
// one thread: with the executor that awaitable<T> has by default, which may be of any type, or with
// io_context's own. Sleeps really pass, within 0.2 s; only CPU time is counted.
#define BOOST_ASIO_DISABLE_THREADS
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <cstdlib>
#include <map>
#include <random>
#include <string_view>

#include "tests/benchmark/runtime/report.h"

namespace asio = boost::asio;
using coroscope::benchmark::Measured;

namespace {

constexpr auto never = std::chrono::steady_clock::time_point::max();
constexpr std::uint32_t longestSleep = 200'000'000;  // nanoseconds

template <typename Executor>
class Bench {
public:
    using Awaitable = asio::awaitable<void, Executor>;
    using Use = asio::use_awaitable_t<Executor>;
    using Timer =
        asio::basic_waitable_timer<std::chrono::steady_clock,
                                   asio::wait_traits<std::chrono::steady_clock>, Executor>;
    using Main = Awaitable (Bench::*)();

    explicit Bench(std::int64_t size) : m_size(size) {}

    double run(Main main)
    {
        asio::co_spawn(m_executor, (this->*main)(), asio::detached);
        const double start = coroscope::benchmark::cpuTime();
        m_context.run();
        return coroscope::benchmark::cpuTime() - start;
    }
    [[nodiscard]] std::int64_t done() const { return m_done; }

    Awaitable oneYields() { return yieldOften(m_size); }
    Awaitable thousandYield() { return together(1000, &Bench::yieldShare); }
    Awaitable spawnAndJoin()
    {
        for (std::int64_t i = 0; i < m_size; ++i)
            co_await asio::co_spawn(m_executor, doNothing(), Use());
    }
    Awaitable spawnThenJoin() { return together(m_size, &Bench::doNothing); }
    Awaitable sleepTogether() { return together(m_size, &Bench::sleepOnce); }
    Awaitable gatherTenTimes()
    {
        for (int round = 0; round < 10; ++round)
            co_await together(m_size / 10, &Bench::doNothing);
    }
    Awaitable callEightDeep()
    {
        for (std::int64_t i = 0; i < m_size / 8; ++i)
            co_await descend(8);
    }
    Awaitable millionYield() { return together(m_size / 5, &Bench::yieldFiveTimes); }

private:
    Awaitable yieldOften(std::int64_t times)
    {
        for (std::int64_t i = 0; i < times; ++i) {
            co_await asio::post(m_executor, Use());
            ++m_done;
        }
    }
    Awaitable yieldShare() { return yieldOften(m_size / 1000); }
    Awaitable yieldFiveTimes() { return yieldOften(5); }
    Awaitable doNothing()
    {
        ++m_done;
        co_return;
    }
    Awaitable sleepOnce()
    {
        Timer timer(m_executor);
        timer.expires_after(std::chrono::nanoseconds(1 + m_random() % longestSleep));
        co_await timer.async_wait(Use());
        ++m_done;
    }
    Awaitable descend(int depth)
    {
        ++m_done;
        if (depth == 1)
            co_await asio::post(m_executor, Use());
        else
            co_await descend(depth - 1);
    }

    // Asio has no tasks to join: the last one to end wakes who waits for all.
    Awaitable together(std::int64_t count, Main child)
    {
        Timer ended(m_executor, never);
        std::int64_t left = count;
        for (std::int64_t i = 0; i < count; ++i) {
            asio::co_spawn(m_executor, (this->*child)(),
                           [&left, &ended](const std::exception_ptr&) {
                               if (--left == 0)
                                   ended.cancel();
                           });
        }
        boost::system::error_code cancelled;
        co_await ended.async_wait(asio::redirect_error(Use(), cancelled));
    }

    asio::io_context m_context{1};
    const Executor m_executor{m_context.get_executor()};
    const std::int64_t m_size;
    std::int64_t m_done = 0;
    std::minstd_rand m_random{1};
};

template <typename Executor>
struct Workload {
    typename Bench<Executor>::Main main;
    std::int64_t size;  // operations at scale 1
};

template <typename Executor>
int runWorkload(std::string_view name, double scale)
{
    using B = Bench<Executor>;
    const std::map<std::string_view, Workload<Executor>> workloads{
        {"a", {&B::oneYields, 5'000'000}},     {"b", {&B::thousandYield, 1'000'000}},
        {"c1", {&B::spawnAndJoin, 1'000'000}}, {"c2", {&B::spawnThenJoin, 1'000'000}},
        {"d", {&B::sleepTogether, 1'000'000}}, {"e", {&B::gatherTenTimes, 1'000'000}},
        {"n", {&B::callEightDeep, 1'000'000}}, {"y", {&B::millionYield, 5'000'000}}};
    const auto found = workloads.find(name);
    if (found == workloads.end())
        return 2;
    const auto size = static_cast<std::int64_t>(static_cast<double>(found->second.size) * scale);
    bool isRight = true;
    const Measured measured = coroscope::benchmark::fastest([&] {
        B bench(size);
        const double nanoseconds = bench.run(found->second.main);
        isRight = isRight && bench.done() == size;
        return Measured{size, nanoseconds};
    });
    if (!isRight)
        return EXIT_FAILURE;
    coroscope::benchmark::print(measured);
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: bench_asio default|concrete WORKLOAD SCALE\n");
        return 2;
    }
    const double scale = std::atof(argv[3]);
    return std::string_view(argv[1]) == "concrete"
               ? runWorkload<asio::io_context::executor_type>(argv[2], scale)
               : runWorkload<asio::any_io_executor>(argv[2], scale);
}
