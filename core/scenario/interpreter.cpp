// SPDX-License-Identifier: MIT
#include "core/scenario/interpreter.h"

#include <utility>

#include "core/scenario/future_handle.h"
#include "core/scenario/objects.h"
#include "core/scenario/python_error.h"
#include "core/scenario/unit.h"

namespace coroscope::scenario {
namespace {

// CPython's limit for calls within calls is 1000 frames, of which some are asyncio's own.
constexpr int deepestCall = 990;

// What a task usually comes to; each costs memory, and half as many is the least.
constexpr std::size_t eventsOfATask = 8;

constexpr std::size_t mostText = std::size_t{1} << 30;

// What comes out of a function's body by the exception that is being handled. A coroutine ends by
// StopIteration: one that is raised inside must not look like that.
[[noreturn]] void leaveBody(const Frame& frame, const PythonError& error)
{
    if (frame.isPlain() || error.type() != "StopIteration")
        throw;
    throw PythonError("RuntimeError", "coroutine raised StopIteration");
}

}  // namespace

Interpreter::Interpreter(EventLoop& loop, const Definition& definition, const Program& program,
                         const RunOptions& options, std::vector<SiteId> sites)
    : m_loop(loop),
      m_definition(definition),
      m_program(program),
      m_options(options),
      m_sites(std::move(sites))
{
    for (const Parameter& parameter : definition.parameters) {
        const auto given = options.parameters.find(parameter.name);
        const Value& value = given != options.parameters.end() ? given->second : parameter.value;
        m_globals.push_back(inSeconds(value, parameter.unit));
        m_globals.back().setParameter(static_cast<int>(m_globals.size()) - 1);
    }
    for (const ObjectDefinition& object : definition.objects) {
        const std::int64_t number =
            object.parameter ? *m_globals[*object.parameter].as<std::int64_t>() : object.number;
        m_globals.push_back(object.make(loop, number));
    }
}

Interpreter::~Interpreter()
{
    for (const Value& global : m_globals)
        dropItems(global);
    FutureHandle::dropOutcomes(m_loop);
}

Coroutine<Value> Interpreter::runMain()
{
    m_start = m_loop.now();
    const Place place = m_program.info.isAsync ? Place::Coroutine : Place::Plain;
    Frame frame(*this, m_program.scope, place, m_loop.currentTask()->id(), nullptr);
    announceRows(frame);
    tellPlace(frame.row(), m_program.head);
    try {
        co_await executeBlock(m_program.main, frame);
    } catch (const PythonError& error) {
        leaveBody(frame, error);
    }
    co_return std::move(frame.returned);
}

void Interpreter::announceRows(Frame& frame)
{
    for (const Call& row : m_program.rows)
        m_rows.push_back(addRow(row.evaluate(frame), frame.row()));
}

TaskId Interpreter::addRow(const Invocation& invocation, TaskId parent)
{
    TaskInfo info;
    info.label = invocation.label();
    info.parent = parent;
    info.kind = TaskInfo::Kind::Call;
    const TaskId row = m_loop.trace()->addTask(std::move(info));
    m_loop.record(EventKind::Create, Word::None, row);
    return row;
}

Coroutine<Value> Interpreter::runBody(Invocation invocation, Place place, TaskId row,
                                      const Frame* caller)
{
    const Function& called = function(invocation);
    if (place == Place::Coroutine && !called.isAsync)
        place = Place::Plain;
    Frame frame(*this, called.scope, place, row, caller);
    if (frame.depth() > deepestCall)
        throw PythonError("RecursionError", "maximum recursion depth exceeded");
    for (std::size_t i = 0; i < called.parameters.size(); ++i)
        frame.set(called.parameters[i], invocation.arguments()[i]);
    tellPlace(row, called.head);
    try {
        co_await executeBlock(called.body, frame);
    } catch (const PythonError& error) {
        leaveBody(frame, error);
    }
    co_return std::move(frame.returned);
}

Coroutine<Value> Interpreter::call(Invocation invocation, const Frame& caller)
{
    return runBody(std::move(invocation), caller.place(), caller.row(), &caller);
}

Coroutine<Value> Interpreter::runTask(Invocation invocation)
{
    const TaskId task = m_loop.currentTask()->id();
    co_return co_await runBody(std::move(invocation), Place::Coroutine, task, nullptr);
}

Coroutine<Value> Interpreter::runInJob(Invocation invocation)
{
    const TaskId row = JobBase::running()->row();
    try {
        co_return co_await runBody(std::move(invocation), Place::Thread, row, nullptr);
    } catch (const PythonError& error) {
        if (error.type() != "StopIteration")
            throw;
        throw PythonError("RuntimeError", stopIterationInFuture);
    }
}

Executor& Interpreter::threadPool()
{
    if (!m_threadPool)
        m_threadPool.emplace(m_loop, m_definition.workers);
    return *m_threadPool;
}

Executor& Interpreter::processPool()
{
    if (!m_processPool)
        m_processPool.emplace(m_loop, m_definition.workers, m_definition.cores);
    return *m_processPool;
}

LoopEnd Interpreter::shutDownExecutors()
{
    for (std::optional<Executor>* const pool : {&m_processPool, &m_threadPool}) {
        if (!*pool)
            continue;
        const LoopEnd end = m_loop.runUntilDone(*(*pool)->shutdown());
        if (end != LoopEnd::Done)
            return end;
    }
    return LoopEnd::Done;
}

Coroutine<Value> Interpreter::callInRow(Invocation invocation, const Frame& caller, TaskId row)
{
    m_loop.record(EventKind::Resume, Word::None, row);
    Coroutine<Value> body = runBody(std::move(invocation), caller.place(), row, &caller);
    try {
        Value value = co_await std::move(body);
        m_loop.record(EventKind::Done, Word::Returned, row,
                      m_loop.trace()->addOutcome({value.repr(), ""}));
        co_return value;
    } catch (const Interrupted&) {
        throw;
    } catch (const CancelledError& error) {
        m_loop.record(EventKind::Done, Word::Cancelled, row,
                      m_loop.trace()->addOutcome({error.message(), "CancelledError"}));
        throw;
    } catch (...) {
        m_loop.record(EventKind::Done, Word::Raised, row,
                      m_loop.trace()->addOutcome(describe(std::current_exception())));
        throw;
    }
}

void Interpreter::noteLength(const Value& length)
{
    if (length.parameter() != Value::noParameter)
        m_parameterUses.push_back(
            {static_cast<std::uint32_t>(m_loop.trace()->size()), length.parameter()});
}

// A length of 0 may end without an event of its own, and on a thread others may come before it.
std::vector<ParameterUse> Interpreter::takeParameterUses()
{
    const Trace& trace = *m_loop.trace();
    std::erase_if(m_parameterUses, [&](const ParameterUse& use) {
        if (use.event >= trace.size())
            return true;
        const EventKind kind = trace.at(use.event).kind;
        return kind != EventKind::Suspend && kind != EventKind::Block;
    });
    return std::move(m_parameterUses);
}

void Interpreter::tellPlace(TaskId row, StatementId statement)
{
    if (!statement.isValid() || m_sites.empty())
        return;
    const SiteId site = m_sites[statement.value];
    if (site.isValid())
        m_loop.trace()->moveTo(row, site);
}

void Interpreter::print(TaskId row, const std::string& text)
{
    m_loop.record(EventKind::Print, Word::Stdout, row, m_loop.trace()->addText(text));
    if (m_options.onPrint)
        m_options.onPrint(text);
}

void Interpreter::warnNeverAwaited(const Invocation& coroutine, TaskId row)
{
    const std::string text =
        "RuntimeWarning: coroutine '" + coroutine.name() + "' was never awaited";
    m_loop.record(EventKind::Print, Word::Stderr, row, m_loop.trace()->addText(text));
}

void Interpreter::countLongText(std::size_t size)
{
    m_textSize += size;
    if (m_textSize > mostText)
        throw PythonError("MemoryError", std::string("more than 1 GiB of text in all"));
}

void Interpreter::checkpoint()
{
    if (m_options.stop.stop_requested())
        m_interruption = "it was stopped";
    else if (m_loop.trace()->size() >= m_options.maxEvents)
        m_interruption = "it made more than " + std::to_string(m_options.maxEvents) + " events";
    else if (m_loop.trace()->taskCount() > m_options.maxEvents / eventsOfATask)
        m_interruption = "it made more than " + std::to_string(m_options.maxEvents / eventsOfATask) +
                         " tasks";
    else if (++m_statements > m_options.maxStatements)
        m_interruption = "it executed more than " + std::to_string(m_options.maxStatements) +
                         " statements";
    else if (m_loop.isAbandoned())
        m_interruption = outOfTime;
    else
        return;
    m_loop.abandon();
    throw Interrupted{};
}

}  // namespace coroscope::scenario
