// SPDX-License-Identifier: MIT
#include "tests/support/trace_generator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>
#include <string>

namespace coroscope::test {
namespace {

constexpr double shortLife = 0.02;  // of the trace
constexpr std::size_t burst = 512;  // segments
constexpr double idleShare = 0.5;   // of the time between bursts
constexpr std::array meanOf{0.0, 0.0, 0.25, 0.75, 1.0, 2.0, 0.0, 0.0};  // by state, of the row's

std::uint64_t mixed(std::uint64_t value)  // splitmix64
{
    value += 0x9E3779B97F4A7C15;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
    value = (value ^ value >> 27) * 0x94D049BB133111EB;
    return value ^ value >> 31;
}

struct Pending {
    RowMaker::Change change;
    std::uint32_t row = 0;

    bool operator<(const Pending& other) const  // the earliest is the largest
    {
        return change.time != other.change.time ? change.time > other.change.time : row > other.row;
    }
};

// Connections have requests, requests queries.
TaskInfo taskOf(std::uint32_t row)
{
    constexpr std::array paths{"orders", "checkout", "menu", "health", "결제"};
    constexpr std::array queries{"db.fetch", "cache.get", "payments.authorize", "receipt.render"};
    const std::uint32_t connection = row - row % 16;
    TaskInfo task;
    task.name = "Task-" + std::to_string(row + 1);
    if (row % 16 == 0) {
        task.label =
            "conn 10.0." + std::to_string(row / 4096) + '.' + std::to_string(row / 16 % 256);
        return task;
    }
    const std::uint32_t request = connection + 1 + (row % 16 - 1) / 5 * 5;
    const bool isRequest = row == request;
    task.parent = {isRequest ? connection : request};
    task.label =
        isRequest
            ? std::string("GET /") + paths[row / 5 % paths.size()] + '/' + std::to_string(row)
            : std::string(queries[row % queries.size()]) + '(' + std::to_string(request) + ')';
    return task;
}

void appendEvents(Trace& trace, const RowMaker::Change& change, SegmentState before, TaskId task)
{
    using enum SegmentState;
    if (before == Blocking)
        trace.append(change.time, EventKind::Unblock, Word::None, task);
    switch (change.state) {
    case Ready: trace.append(change.time, EventKind::Ready, Word::Timer, task); break;
    case Running:
        if (before == Ready)
            trace.append(change.time, EventKind::Resume, Word::None, task);
        break;
    case Blocking: trace.append(change.time, EventKind::Block, Word::Sleep, task); break;
    case Suspended: trace.append(change.time, EventKind::Suspend, Word::Io, task); break;
    case Done: trace.append(change.time, EventKind::Done, Word::Returned, task); break;
    default: break;
    }
}

}  // namespace

RowMaker::RowMaker(const TraceRecipe& recipe, std::size_t row)
    : m_recipe(recipe), m_row(row), m_random(mixed(recipe.seed * 1'000'003 + row))
{
    const auto whole = static_cast<double>(recipe.length.count());
    const bool isShort = recipe.life == TraceRecipe::Life::Short;
    const double life = isShort ? whole * shortLife : whole;
    const double begin = isShort ? uniform() * (whole - life) : 0;
    const bool hasBursts = recipe.pace == TraceRecipe::Pace::Bursts;
    m_now = Ticks(static_cast<std::int64_t>(begin));
    m_end = Ticks(static_cast<std::int64_t>(begin + life));
    const auto count = static_cast<double>(std::max<std::size_t>(4, recipe.segments / recipe.rows));
    m_mean = life / count * (hasBursts ? idleShare : 1) / (recipe.hasLongBlocks ? 1.08 : 1);
    m_isRareDue = recipe.rareBlock && recipe.rareBlock->row == row;
}

double RowMaker::uniform()
{
    m_random ^= m_random << 13;
    m_random ^= m_random >> 7;
    m_random ^= m_random << 17;
    return (static_cast<double>(m_random >> 11) + 0.5) * 0x1p-53;
}

Ticks RowMaker::exponential(double mean)
{
    return Ticks(1 + static_cast<std::int64_t>(-std::log(uniform()) * mean));
}

std::optional<RowMaker::Change> RowMaker::next()
{
    if (m_isOver)
        return {};
    if (m_now >= m_end || m_state == SegmentState::Done) {
        m_isOver = true;
        return Change{m_end, SegmentState::Done};
    }
    stepOn();
    const Ticks begin = m_now;
    double mean = m_mean * meanOf[static_cast<std::size_t>(m_state)];
    if (m_state == SegmentState::Blocking && m_recipe.hasLongBlocks && uniform() < 0.05)
        mean *= 20;
    m_now += exponential(mean);
    const bool hasBursts = m_recipe.pace == TraceRecipe::Pace::Bursts;
    if (hasBursts && m_state == SegmentState::Suspended && ++m_made % (burst / 3) == 0)
        m_now += exponential(m_mean * burst * idleShare / (1 - idleShare));
    blockRarely(begin);
    return Change{begin, m_state};
}

// ready, running, then suspended, or now and then blocking and running again.
void RowMaker::stepOn()
{
    using enum SegmentState;
    switch (m_state) {
    case Ready: m_state = Running; break;
    case Running: m_state = uniform() < 0.2 ? Blocking : Suspended; break;
    case Blocking: m_state = Running; break;
    default: m_state = Ready; break;
    }
}

// The running segment that begins then becomes the block.
void RowMaker::blockRarely(Ticks begin)
{
    if (!m_isRareDue || m_state != SegmentState::Running || begin < m_recipe.rareBlock->begin)
        return;
    m_isRareDue = false;
    m_now = begin + m_recipe.rareBlock->length;
    m_state = SegmentState::Blocking;
}

std::vector<Track> tracksOf(const TraceRecipe& recipe)
{
    std::vector<Track> tracks(recipe.rows);
    std::uint32_t event = 0;
    for (std::size_t row = 0; row < recipe.rows; ++row) {
        Track& track = tracks[row];
        track.task = {static_cast<std::uint32_t>(row)};
        track.createEvent = event;
        RowMaker maker(recipe, row);
        while (const auto change = maker.next())
            track.append(change->time, change->state, event++);
        track.doneEvent = event - 1;
    }
    return tracks;
}

std::shared_ptr<Trace> traceOf(const TraceRecipe& recipe)
{
    auto trace = std::make_shared<Trace>();
    std::vector<RowMaker> makers;
    std::vector<SegmentState> states(recipe.rows, SegmentState::Unborn);
    std::priority_queue<Pending> queue;
    for (std::uint32_t row = 0; row < recipe.rows; ++row) {
        trace->addTask(taskOf(row));
        makers.emplace_back(recipe, row);
        queue.push({*makers.back().next(), row});
    }
    // Rows are in order of creation, so all are created at the beginning.
    for (std::uint32_t row = 0; row < recipe.rows; ++row)
        trace->append({}, EventKind::Create, Word::None, {row});
    while (!queue.empty()) {
        const Pending next = queue.top();
        queue.pop();
        appendEvents(*trace, next.change, states[next.row], {next.row});
        states[next.row] = next.change.state;
        if (const auto change = makers[next.row].next())
            queue.push({*change, next.row});
    }
    trace->append(trace->lastTime(), EventKind::End, Word::Ok);
    return trace;
}

}  // namespace coroscope::test
