// SPDX-License-Identifier: MIT
#include "core/trace/trace.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/partition_point.h"

namespace coroscope {
namespace {

// In the order of TaskInfo::Kind.
constexpr std::array<std::string_view, 5> taskKindWords{"task", "main", "call", "job", "thread"};

const Wait emptyWait;
const Outcome emptyOutcome;

template <typename Table, typename Row>
std::uint32_t add(Table& table, Row&& row)
{
    table.push_back(std::forward<Row>(row));
    return static_cast<std::uint32_t>(table.size() - 1);
}

}  // namespace

std::string_view wordOf(TaskInfo::Kind kind) noexcept
{
    return taskKindWords[static_cast<std::size_t>(kind)];
}

TaskInfo::Kind taskKindNamed(std::string_view word) noexcept
{
    const auto* const found = std::ranges::find(taskKindWords, word);
    return found == taskKindWords.end()
               ? TaskInfo::Kind::Task
               : static_cast<TaskInfo::Kind>(found - taskKindWords.begin());
}

std::size_t Trace::lowerBound(Ticks time) const
{
    return partitionPoint(size(), [&](std::size_t row) { return timeAt(row) < time; });
}

std::size_t Trace::upperBound(Ticks time) const
{
    return time >= maxTime ? size() : lowerBound(time + Ticks{1});
}

TaskId Trace::addTask(TaskInfo info)
{
    const std::uint32_t texts =
        add(m_taskTexts, TaskTexts{std::move(info.name), std::move(info.label)});
    return {add(m_tasks, TaskRow{info.parent, info.site, texts, info.kind, true})};
}

TaskInfo Trace::task(TaskId id) const
{
    const TaskRow& row = m_tasks[id.value];
    if (!row.hasTexts)
        return {"Task-" + std::to_string(row.name), {}, row.parent, row.kind, row.site};
    const TaskTexts& texts = m_taskTexts[row.name];
    return {texts.name, texts.label, row.parent, row.kind, row.site};
}

void Trace::dropEvents() noexcept
{
    m_events.clear();
    m_waits.clear();
    m_awaited.clear();
    m_stacks.clear();
    m_texts.clear();
    m_outcomes.clear();
    m_uses.clear();
    m_cancels.clear();
}

ObjectId Trace::addObject(std::string name)
{
    return {add(m_objects, std::move(name))};
}

SiteId Trace::addSite(Site site)
{
    return {add(m_sites, std::move(site))};
}

StackId Trace::addFrame(StackId outer, SiteId site)
{
    return {add(m_frames, Frame{outer, site})};
}

void Trace::moveTo(TaskId task, SiteId site)
{
    if (m_stays.size() <= task.value)
        m_stays.resize(std::size_t{task.value} + 1);
    std::vector<Stay>& stays = m_stays[task.value];
    const auto next = static_cast<std::uint32_t>(size());
    if (!stays.empty() && stays.back().firstEvent == next)
        stays.back().site = site;
    else if (stays.empty() || stays.back().site != site)
        stays.push_back({next, site});
}

std::span<const Stay> Trace::stays(TaskId task) const
{
    return task.value < m_stays.size() ? std::span<const Stay>(m_stays[task.value])
                                       : std::span<const Stay>();
}

SiteId Trace::siteAt(TaskId task, std::size_t event) const
{
    const std::span<const Stay> all = stays(task);
    if (all.empty())
        return {};
    const auto later = std::ranges::upper_bound(all, event, {}, &Stay::firstEvent);
    return later == all.begin() ? later->site : std::prev(later)->site;
}

std::uint32_t Trace::addWait(Wait wait, std::span<const TaskId> awaited)
{
    wait.awaitedCount = static_cast<std::uint32_t>(awaited.size());
    if (awaited.size() == 1) {
        wait.awaited = awaited.front();
    } else {
        wait.awaited = {static_cast<std::uint32_t>(m_awaited.size())};
        m_awaited.insert(m_awaited.end(), awaited.begin(), awaited.end());
    }
    return add(m_waits, wait);
}

std::uint32_t Trace::addWait(Wait wait, std::span<const TaskId> awaited, StackId stack)
{
    const std::uint32_t index = addWait(wait, awaited);
    if (stack.isValid()) {
        m_stacks.resize(std::size_t{index} + 1);
        m_stacks[index] = stack;
    }
    return index;
}

std::uint32_t Trace::addText(std::string_view text)
{
    return add(m_texts, std::string(text));
}

std::uint32_t Trace::addOutcome(Outcome outcome)
{
    return add(m_outcomes, std::move(outcome));
}

std::uint32_t Trace::addUse(Use use)
{
    return add(m_uses, use);
}

std::uint32_t Trace::addCancel(CancelRequest request)
{
    return add(m_cancels, std::move(request));
}

TaskId Trace::wokenBy(const Event& ready) const
{
    return {ready.detail};
}

const Wait& Trace::wait(const Event& suspend) const
{
    return suspend.detail == Event::none ? emptyWait : m_waits[suspend.detail];
}

std::vector<SiteId> Trace::stack(const Event& suspend) const
{
    std::vector<SiteId> sites;
    if (suspend.detail < m_stacks.size()) {
        for (StackId at = m_stacks[suspend.detail]; at.isValid(); at = m_frames[at.value].outer)
            sites.push_back(m_frames[at.value].site);
    }
    std::ranges::reverse(sites);
    return sites;
}

std::span<const TaskId> Trace::awaited(const Wait& wait) const
{
    if (wait.awaitedCount == 0)
        return {};
    if (wait.awaitedCount == 1)
        return std::span(&wait.awaited, 1);
    return std::span(m_awaited).subspan(wait.awaited.value, wait.awaitedCount);
}

SiteId Trace::blockSite(const Event& block) const
{
    return {block.detail};
}

const std::string& Trace::text(const Event& printOrMark) const
{
    return m_texts[printOrMark.detail];
}

const Outcome& Trace::outcome(const Event& doneOrEnd) const
{
    return doneOrEnd.detail == Event::none ? emptyOutcome : m_outcomes[doneOrEnd.detail];
}

const Use& Trace::use(const Event& use) const
{
    return m_uses[use.detail];
}

const CancelRequest& Trace::cancel(const Event& cancel) const
{
    return m_cancels[cancel.detail];
}

}  // namespace coroscope
