// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace coroscope {

class EventLoop;

/// What locks, semaphores, events, conditions, queues and barriers have in common: a name in the
/// trace, by which it tells what was done to them and who waits for them.
///
/// Trace  Use, for what the running task does to the object. Without a trace: one branch.
class SharedObject {
public:
    /// `kind`: why a task waits that waits for it (Word::Lock, ...).
    SharedObject(EventLoop& loop, Word kind, const std::string& name);
    SharedObject(const SharedObject&) = delete;
    SharedObject& operator=(const SharedObject&) = delete;
    virtual ~SharedObject() = default;

    [[nodiscard]] EventLoop& loop() const noexcept { return m_loop; }
    [[nodiscard]] ObjectId id() const noexcept { return m_id; }
    [[nodiscard]] Word kind() const noexcept { return m_kind; }

    /// The tasks that a waiter waits for besides, if any: for objects that have no name.
    virtual void describeWait(std::vector<TaskId>& tasks) const;

    /// Whether the use of a part of an object is shown as use of the whole.
    enum class PartUse { Shown, Hidden };

protected:
    /// A part of `whole`: who waits for it waits for the whole.
    SharedObject(const SharedObject& whole, PartUse use);
    /// An object without a name, whose use is not shown.
    SharedObject(EventLoop& loop, Word kind);

    /// `level`: how full it is now.
    void recordUse(Word what, std::int64_t level) const;

private:
    EventLoop& m_loop;
    const Word m_kind;
    const ObjectId m_id;
    const bool m_showsUse;
};

}  // namespace coroscope
