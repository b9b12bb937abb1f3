// SPDX-License-Identifier: MIT
#include "core/replay/change.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace coroscope::replay {
namespace {

using Kind = Action::Kind;

// Waits of which several can be begun at once: for one thing each, and for no turn.
bool isForOneThing(const Trace& trace, const Event& suspend)
{
    switch (suspend.word) {
    case Word::Sleep:
    case Word::Io:
    case Word::Future:
    case Word::Executor: return true;
    case Word::Task: return trace.wait(suspend).awaitedCount == 1;
    default: return false;
    }
}

// What stands around one suspension of a task.
class Neighbours {
public:
    Neighbours(const Trace& trace, std::uint32_t event)
        : m_trace(trace), m_task(trace.at(event).task)
    {
        for (std::uint32_t i = 0; i < trace.size(); ++i) {
            const Event other = trace.at(i);
            if (other.kind != EventKind::Suspend || other.task != m_task)
                continue;
            if (i == event)
                m_here = m_all.size();
            m_all.push_back(i);
        }
    }

    // Tasks, each made after the one before was done.
    [[nodiscard]] std::optional<Change> chainOfTasks() const
    {
        std::size_t begin = m_here;
        std::size_t end = m_here + 1;
        if (!isTaskMadeJustBefore(m_here))
            return {};
        while (begin > 0 && isTaskMadeJustBefore(begin - 1))
            --begin;
        while (end < m_all.size() && isTaskMadeJustBefore(end))
            ++end;
        Change change;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t event = m_all[i];
            change.parts.push_back({event, event, m_trace.wait(m_trace.at(event)).site});
        }
        return withTask(std::move(change));
    }

    // Awaits at different lines of the coroutine that is `depth` calls deep.
    [[nodiscard]] std::optional<Change> chainOfCalls(std::size_t depth) const
    {
        std::size_t begin = m_here;
        std::size_t end = m_here + 1;
        if (!canBePart(m_here, depth))
            return {};
        while (begin > 0 && canFollow(begin - 1, begin, depth))
            --begin;
        while (end < m_all.size() && canFollow(end - 1, end, depth))
            ++end;
        Change change;
        for (std::size_t i = begin; i < end; ++i) {
            const SiteId site = stackOf(i)[depth];
            if (change.parts.empty() || change.parts.back().site != site)
                change.parts.push_back({m_all[i], m_all[i], site});
            change.parts.back().last = m_all[i];
        }
        return withTask(std::move(change));
    }

    [[nodiscard]] std::size_t depth() const { return stackOf(m_here).size(); }

private:
    [[nodiscard]] std::optional<Change> withTask(Change change) const
    {
        if (change.parts.size() < 2)
            return {};
        change.task = m_task;
        return change;
    }

    [[nodiscard]] bool isTaskMadeJustBefore(std::size_t i) const
    {
        const Event suspend = m_trace.at(m_all[i]);
        const auto awaited = m_trace.awaited(m_trace.wait(suspend));
        if (suspend.word != Word::Task || awaited.size() != 1)
            return false;
        const std::uint32_t before = i == 0 ? 0 : m_all[i - 1];
        for (std::uint32_t event = m_all[i]; event-- > before;) {
            const Event other = m_trace.at(event);
            if (other.kind == EventKind::Create && other.task == awaited.front())
                return m_trace.task(other.task).parent == m_task;
        }
        return false;
    }

    // One place alone needs no stack to be told.
    [[nodiscard]] std::vector<SiteId> stackOf(std::size_t i) const
    {
        const Event suspend = m_trace.at(m_all[i]);
        std::vector<SiteId> stack = m_trace.stack(suspend);
        const SiteId site = m_trace.wait(suspend).site;
        if (stack.empty() && site.isValid())
            stack.push_back(site);
        return stack;
    }

    [[nodiscard]] bool canBePart(std::size_t i, std::size_t depth) const
    {
        const std::size_t size = stackOf(i).size();
        const bool isLeaf = size == depth + 1 && isForOneThing(m_trace, m_trace.at(m_all[i]));
        return size > depth + 1 || isLeaf;
    }

    [[nodiscard]] bool canFollow(std::size_t earlier, std::size_t later, std::size_t depth) const
    {
        if (!canBePart(earlier, depth) || !canBePart(later, depth))
            return false;
        const std::vector<SiteId> a = stackOf(earlier);
        const std::vector<SiteId> b = stackOf(later);
        if (!std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(depth), b.begin()))
            return false;
        const Site& from = m_trace.site(a[depth]);
        const Site& to = m_trace.site(b[depth]);
        return from.file == to.file && from.function == to.function && from.line <= to.line &&
               !blocksBetween(m_all[earlier], m_all[later], from);
    }

    // Whether the coroutine itself did something lengthy there, which belongs to neither await.
    [[nodiscard]] bool blocksBetween(std::uint32_t begin, std::uint32_t end,
                                     const Site& caller) const
    {
        for (std::uint32_t i = begin + 1; i < end; ++i) {
            const Event event = m_trace.at(i);
            if (event.kind != EventKind::Block || event.task != m_task)
                continue;
            const SiteId id = m_trace.blockSite(event);
            if (id.isValid() && m_trace.site(id).file == caller.file &&
                m_trace.site(id).function == caller.function)
                return true;
        }
        return false;
    }

    const Trace& m_trace;
    const TaskId m_task;
    std::vector<std::uint32_t> m_all;  // the task's suspensions
    std::size_t m_here = 0;
};

// Takes a task's actions apart and puts them together again.
class Gatherer {
public:
    Gatherer(const Change& change, RecordedProgram& program) : m_change(change), m_program(program)
    {}

    bool gather()
    {
        if (!findParts())
            return false;
        // Taken out: new tasks move those that there are.
        std::vector<Action> all = std::move(m_program.tasks[m_change.task.value].actions);
        const auto at = [&](std::size_t index) {
            return std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(index));
        };
        const bool areTasks = std::ranges::all_of(
            m_ranges, [&](const Range& range) { return awaitsOnlyTasks(all, range); });
        std::vector<Action> result(at(0), at(m_ranges.front().begin));
        Action together;
        together.kind = Kind::Await;
        together.word = Word::Gather;
        together.site = m_change.parts.front().site;
        together.event = m_change.parts.front().first;
        for (std::size_t i = 0; i < m_ranges.size(); ++i) {
            const Range& range = m_ranges[i];
            std::vector<Action> part(at(range.begin), at(range.end));
            if (areTasks)
                keepTasks(std::move(part), result, together);
            else
                becomeTask(std::move(part), m_change.parts[i], result, together);
        }
        result.push_back(std::move(together));
        result.insert(result.end(), at(m_ranges.back().end), at(all.size()));
        m_program.tasks[m_change.task.value].actions = std::move(result);
        return true;
    }

private:
    struct Range {
        std::size_t begin = 0;  // of actions
        std::size_t end = 0;
    };

    // Where each part's actions begin and end. What lies between two parts belongs to the first,
    // from where it must belong to the second.
    bool findParts()
    {
        const std::vector<Action>& all = m_program.tasks[m_change.task.value].actions;
        for (const Change::Part& part : m_change.parts) {
            const auto isOfPart = [&](const Action& action) {
                return action.isWait() && action.event >= part.first && action.event <= part.last;
            };
            const auto first = std::ranges::find_if(all, isOfPart);
            if (first == all.end())
                return false;
            const auto last = std::find_if(all.rbegin(), all.rend(), isOfPart);
            m_ranges.push_back({static_cast<std::size_t>(first - all.begin()),
                                static_cast<std::size_t>(last.base() - all.begin())});
        }
        for (std::size_t i = 1; i < m_ranges.size(); ++i) {
            if (m_ranges[i].begin < m_ranges[i - 1].end)
                return false;
            std::size_t split = m_ranges[i - 1].end;
            while (split < m_ranges[i].begin && !isOfNext(all[split], all[m_ranges[i].begin]))
                ++split;
            m_ranges[i - 1].end = m_ranges[i].begin = split;
        }
        return m_ranges.size() >= 2;
    }

    [[nodiscard]] bool isOfNext(const Action& action, const Action& firstWait) const
    {
        if (action.kind == Kind::Create || action.kind == Kind::Acquire)
            return true;
        if (!action.site.isValid() || !firstWait.site.isValid())
            return false;
        const Site& site = m_program.trace->site(action.site);
        const Site& next = m_program.trace->site(firstWait.site);
        return site.file == next.file && site.function == next.function && site.line < next.line;
    }

    static bool awaitsOnlyTasks(const std::vector<Action>& all, const Range& range)
    {
        return std::all_of(all.begin() + static_cast<std::ptrdiff_t>(range.begin),
                           all.begin() + static_cast<std::ptrdiff_t>(range.end),
                           [](const Action& action) {
                               return !action.isWait() ||
                                      (action.kind == Kind::Await && action.word == Word::Task);
                           });
    }

    static void keepTasks(std::vector<Action> part, std::vector<Action>& result, Action& together)
    {
        for (Action& action : part) {
            if (action.kind == Kind::Await)
                std::ranges::move(action.tasks, std::back_inserter(together.tasks));
            else
                result.push_back(std::move(action));
        }
    }

    void becomeTask(std::vector<Action> part, const Change::Part& from, std::vector<Action>& result,
                    Action& together)
    {
        const TaskId id{static_cast<std::uint32_t>(m_program.tasks.size())};
        RecordedTask task;
        task.info.parent = m_change.task;
        task.info.site = from.site;
        task.info.label = nameOf(from);
        task.actions = std::move(part);
        m_program.tasks.push_back(std::move(task));
        Action create;
        create.kind = Kind::Create;
        create.event = from.first;
        create.tasks = {id};
        result.push_back(std::move(create));
        together.tasks.push_back(id);
    }

    // As what it calls, or else where that is.
    [[nodiscard]] std::string nameOf(const Change::Part& part) const
    {
        const Trace& trace = *m_program.trace;
        const std::vector<SiteId> stack = trace.stack(trace.at(part.first));
        const auto caller = std::ranges::find(stack, part.site);
        if (caller != stack.end() && std::next(caller) != stack.end())
            return trace.site(*std::next(caller)).function + "()";
        return part.site.isValid() ? "line " + std::to_string(trace.site(part.site).line)
                                   : std::string();
    }

    const Change& m_change;
    RecordedProgram& m_program;
    std::vector<Range> m_ranges;
};

bool offload(const Change& change, RecordedProgram& program)
{
    bool hasChanged = false;
    for (std::uint32_t task = 0; task < program.tasks.size(); ++task) {
        for (Action& action : program.tasks[task].actions) {
            const bool isMeant =
                change.site.isValid() ? action.site == change.site : TaskId{task} == change.task;
            if (action.kind == Kind::Block && isMeant) {
                action.kind = Kind::Offload;
                hasChanged = true;
            }
        }
    }
    return hasChanged;
}

}  // namespace

std::vector<Change> changesAt(const Trace& trace, std::uint32_t event)
{
    const Event at = trace.at(event);
    std::vector<Change> changes;
    const bool isOfTask = at.task.isValid() && trace.task(at.task).kind != TaskInfo::Kind::Job &&
                          trace.task(at.task).kind != TaskInfo::Kind::Thread;
    if (!isOfTask)
        return changes;
    if (at.kind == EventKind::Block) {
        Change change;
        change.kind = Change::Kind::Offload;
        change.task = at.task;
        change.site = trace.blockSite(at);
        changes.push_back(std::move(change));
    }
    if (at.kind != EventKind::Suspend)
        return changes;
    const Neighbours neighbours(trace, event);
    if (auto tasks = neighbours.chainOfTasks())
        changes.push_back(*std::move(tasks));
    for (std::size_t depth = 0; depth < neighbours.depth(); ++depth) {
        auto calls = neighbours.chainOfCalls(depth);
        if (calls && std::ranges::find(changes, *calls) == changes.end())
            changes.push_back(*std::move(calls));
    }
    return changes;
}

bool apply(const Change& change, RecordedProgram& program)
{
    if (change.task.value >= program.tasks.size())
        return false;
    return change.kind == Change::Kind::Offload ? offload(change, program)
                                                : Gatherer(change, program).gather();
}

}  // namespace coroscope::replay
