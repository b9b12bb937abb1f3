// SPDX-License-Identifier: MIT
#include "core/runtime/shared_object.h"

#include "core/runtime/event_loop.h"

namespace coroscope {
namespace {

ObjectId announce(const EventLoop& loop, const std::string& name)
{
    return loop.trace() != nullptr ? loop.trace()->addObject(name) : ObjectId{};
}

}  // namespace

SharedObject::SharedObject(EventLoop& loop, Word kind, const std::string& name)
    : m_loop(loop),
      m_kind(kind),
      m_id(announce(loop, name)),
      m_showsUse(true)
{
}

SharedObject::SharedObject(const SharedObject& whole, PartUse use)
    : m_loop(whole.m_loop),
      m_kind(whole.m_kind),
      m_id(whole.m_id),
      m_showsUse(use == PartUse::Shown && whole.m_showsUse)
{
}

SharedObject::SharedObject(EventLoop& loop, Word kind)
    : m_loop(loop),
      m_kind(kind),
      m_showsUse(false)
{
}

void SharedObject::describeWait(std::vector<TaskId>&) const {}

void SharedObject::recordUse(Word what, std::int64_t level) const
{
    Trace* const trace = m_loop.trace();
    const TaskId task = m_loop.cause();
    if (trace != nullptr && m_showsUse && task.isValid())
        m_loop.record(EventKind::Use, what, task, trace->addUse({m_id, level}));
}

}  // namespace coroscope
