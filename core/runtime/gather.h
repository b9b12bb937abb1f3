// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/runtime/event_loop.h"

namespace coroscope {

/// What gather does with a child's exception.
enum class GatherErrors {
    Raise,   ///< the first one becomes the gathering's own; the other children go on
    Return,  ///< it stands in the results; the gathering waits for all
};

/// The future that gather returns. Its result is read from the children, in the order of the
/// arguments.
class Gathering final : public Future<void> {
public:
    /// Cancels every child that is not done, in order; true if one accepted. The gathering itself
    /// ends when all children have.
    bool cancel(const CancelMessage& message = {}) override;

    /// One for each argument; a future that was given twice stands here twice.
    [[nodiscard]] std::span<const Ref<FutureBase>> children() const noexcept { return m_children; }

    [[nodiscard]] Word awaitedAs() const override { return Word::Gather; }
    [[nodiscard]] Wait describeWait(std::vector<TaskId>& tasks) const override;

private:
    friend Ref<Gathering> gather(EventLoop&, std::vector<Ref<FutureBase>>, GatherErrors);
    class Watch;

    Gathering(EventLoop& loop, std::vector<Ref<FutureBase>> children, GatherErrors errors);
    void watchChildren();
    void childIsDone(FutureBase& child);

    const std::vector<Ref<FutureBase>> m_children;
    const GatherErrors m_errors;
    std::size_t m_distinct = 0;
    std::size_t m_finished = 0;
    bool m_isCancelRequested = false;
};

/// asyncio.gather of futures and tasks. No children: done at once. Children that are done already
/// are counted here and now (CPython 3.12 and later), the others when their callback runs.
///
/// Resume  the last child's end, then one callback, then the waiter: two passes.
/// Source  asyncio/tasks.py, gather()
[[nodiscard]] Ref<Gathering> gather(EventLoop& loop, std::vector<Ref<FutureBase>> children,
                                    GatherErrors errors = GatherErrors::Raise);

}  // namespace coroscope
