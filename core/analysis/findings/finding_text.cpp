// SPDX-License-Identifier: MIT
#include "core/analysis/findings/finding_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/time_text.h"

namespace coroscope::analysis {
namespace {

constexpr std::size_t mostNames = 5;

struct Words {
    const Trace& trace;
    std::span<const std::string> names;

    [[nodiscard]] const std::string& operator()(TaskId task) const { return names[task.value]; }

    // "A, B and C".
    [[nodiscard]] std::string list(const std::vector<TaskId>& tasks) const
    {
        const std::size_t shown = tasks.size() > mostNames ? mostNames - 1 : tasks.size();
        std::string text;
        for (std::size_t i = 0; i < shown; ++i)
            text += (i == 0 ? "" : i + 1 == tasks.size() ? " and " : ", ") + (*this)(tasks[i]);
        if (shown < tasks.size())
            text += " and " + std::to_string(tasks.size() - shown) + " others";
        return text;
    }

    // In the order of their creation.
    [[nodiscard]] std::string affected(const Finding& finding) const
    {
        std::vector<TaskId> tasks;
        for (const Finding::Affected& other : finding.affected)
            tasks.push_back(other.task);
        std::ranges::sort(tasks);
        return list(tasks);
    }
};

std::string times(std::uint32_t count)
{
    return count == 2 ? "twice" : std::to_string(count) + " times";
}

std::string deadlock(const Words& words, const Finding& finding)
{
    if (!finding.isCircle)
        return "deadlock";
    std::string text = "deadlock: ";
    for (std::size_t i = 0; i < finding.tasks.size(); ++i) {
        const TaskId next = finding.tasks[(i + 1) % finding.tasks.size()];
        text += (i == 0 ? "" : ", ") + words(finding.tasks[i]) +
                (i == 0 ? " waits for " : " for ") +
                (finding.tasks.size() == 1 ? "itself" : words(next));
    }
    return text;
}

std::string exception(const Words&, const Finding& finding)
{
    return finding.name + (finding.detail.empty() ? "" : ": " + finding.detail);
}

std::string neverAwaited(const Words& words, const Finding& finding)
{
    return finding.task.isValid()
               ? words(finding.task) + " was never awaited: it is cut off when main ends"
               : "coroutine " + finding.name + " was never awaited: it never runs";
}

std::string exceptionNotRetrieved(const Words& words, const Finding& finding)
{
    return "nobody looks at the " + finding.name + " that " + words(finding.task) + " raises";
}

std::string blockingCall(const Words& words, const Finding& finding)
{
    const std::string length = timeText(finding.cost).joined();
    std::string text = words(finding.task) + " blocks the loop ";
    text += finding.count > 1 ? times(finding.count) + ", " + length + " in all," : "for " + length;
    text += " and holds up " + words.affected(finding);
    if (finding.gain)
        text += ": run_in_executor would save " + shortTimeText(*finding.gain, *finding.gain);
    return text;
}

std::string starvation(const Words& words, const Finding& finding)
{
    return words(finding.task) + " holds the loop for " + timeText(finding.cost).joined() +
           " without giving way and starves " + words.affected(finding);
}

std::string longStep(const Words& words, const Finding& finding)
{
    return words(finding.task) + " computes for " + timeText(finding.cost).joined() +
           " without a pause" + (finding.count > 1 ? ", " + times(finding.count) + "," : "") +
           " and holds up " + words.affected(finding);
}

std::string sequentialAwaits(const Words&, const Finding& finding)
{
    const std::string text = "awaited one after the other";
    return finding.gain
               ? text + ": gather would save " + shortTimeText(*finding.gain, *finding.gain)
               : text;
}

std::string lockConvoy(const Words& words, const Finding& finding)
{
    return "up to " + std::to_string(finding.count) + " tasks queue for lock " +
           words.trace.objectName(finding.object) + " and wait " + timeText(finding.cost).joined() +
           " in all";
}

std::string unboundedFanOut(const Words& words, const Finding& finding)
{
    return words(finding.task) + " sets " + std::to_string(finding.count) +
           " tasks going at once, without a limit";
}

std::string cancelledInCleanUp(const Words& words, const Finding& finding)
{
    return words(finding.task) + " is cancelled again while it cleans up";
}

// In the order of Finding::Kind.
constexpr std::array<std::string (*)(const Words&, const Finding&), findingKindCount> texts{
    deadlock, exception,        neverAwaited, exceptionNotRetrieved, blockingCall,      starvation,
    longStep, sequentialAwaits, lockConvoy,   unboundedFanOut,       cancelledInCleanUp};

}  // namespace

std::string englishText(const Trace& trace, std::span<const std::string> names,
                        const Finding& finding)
{
    return texts[static_cast<std::size_t>(finding.kind)]({trace, names}, finding);
}

}  // namespace coroscope::analysis
