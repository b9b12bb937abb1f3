// SPDX-License-Identifier: MIT
#include "core/replay/replay.h"

#include <deque>
#include <optional>
#include <utility>

#include "core/replay/permits.h"
#include "core/replay/waits.h"
#include "core/runtime/await.h"
#include "core/runtime/executor.h"

namespace coroscope::replay {
namespace {

using Kind = Action::Kind;

// What a task raised when it was recorded.
class RecordedError final : public NamedError {
public:
    explicit RecordedError(Outcome outcome) : m_outcome(std::move(outcome)) {}
    [[nodiscard]] Outcome outcome() const override { return m_outcome; }

private:
    Outcome m_outcome;
};

class Stage {
public:
    Stage(const RecordedProgram& program, const ReplayOptions& options, EventLoop& loop)
        : m_program(program),
          m_options(options),
          m_loop(loop),
          m_futures(program.tasks.size()),
          m_births(program.tasks.size()),
          m_signals(program.signals)
    {
        addObjects();
    }

    Ref<FutureBase> start()
    {
        for (std::uint32_t task = 0; task < m_program.tasks.size(); ++task) {
            if (const auto arrival = m_program.tasks[task].arrival) {
                m_arrivals.emplace_back(*this, TaskId{task});
                m_loop.callAt(*arrival, m_arrivals.back());
            }
        }
        create(m_program.main);
        return m_futures[m_program.main.value];
    }

    [[nodiscard]] const std::string& interruption() const noexcept { return m_interruption; }

private:
    // A task that nobody in the program created.
    class Arrival final : public Timer {
    public:
        Arrival(Stage& stage, TaskId task) noexcept
            : Timer([](Timer& timer) {
                  auto& arrival = static_cast<Arrival&>(timer);
                  arrival.m_stage.create(arrival.m_task);
              }),
              m_stage(stage),
              m_task(task)
        {}

    private:
        Stage& m_stage;
        const TaskId m_task;
    };

    // With the numbers that they have in the recording.
    void addObjects()
    {
        for (std::uint32_t i = 0; i < m_program.objects.size(); ++i) {
            const std::string& name = m_program.trace->objectName({i});
            m_objects.emplace_back();
            if (m_program.objects[i].isReliable)
                m_objects.back() = std::make_unique<Permits>(m_loop, m_program.objects[i], name);
            else
                m_loop.trace()->addObject(name);
        }
    }

    void create(TaskId task)
    {
        Ref<FutureBase>& future = m_futures[task.value];
        if (future)
            return;
        const RecordedTask& recorded = m_program.tasks[task.value];
        TaskNames names;
        names.name = recorded.info.name;
        names.label = recorded.info.label;
        names.site = recorded.info.site;
        if (recorded.info.kind == TaskInfo::Kind::Job)
            future = pool(m_jobs, m_program.threads).submit(performJob(recorded.actions), names);
        else
            future = m_loop.createTask(perform(task), names);
        if (m_births[task.value])
            m_births[task.value]->setResult();
    }

    Executor& pool(std::optional<Executor>& pool, int threads)
    {
        return pool ? *pool : pool.emplace(m_loop, threads);
    }

    Coroutine<void> performJob(const std::vector<Action>& actions)
    {
        for (const Action& action : actions) {
            if (action.kind == Kind::Print)
                act(action, JobBase::running()->row());
            else
                co_await holdThread(action);
        }
    }

    // For what is no computing, a thread does not need the interpreter.
    Coroutine<void> holdThread(const Action& action)
    {
        const Word why = action.word == Word::Work ? Word::Work : Word::Sleep;
        const TaskId nobody;  // a job has its own row
        co_await hold(m_loop, action.length, why, nobody);
    }

    // Until it is created that is to be awaited.
    Ref<RecordedWait> birthOf(TaskId task, const Action& action)
    {
        Ref<RecordedWait>& birth = m_births[task.value];
        if (!birth)
            birth = new RecordedWait(m_loop, action);
        return birth;
    }

    Ref<RecordedWait> signalOf(const Action& action)
    {
        Ref<RecordedWait>& signal = m_signals[action.signal.value];
        if (!signal)
            signal = new RecordedWait(m_loop, action);
        return signal;
    }

    Coroutine<void> perform(TaskId task)
    {
        const RecordedTask& recorded = m_program.tasks[task.value];
        const TaskId row = m_loop.currentTask()->id();
        for (const Action& action : recorded.actions) {
            if (isStopped())
                break;
            if (action.site.isValid())
                m_loop.trace()->moveTo(row, action.site);
            if (action.isWait() || action.kind == Kind::Acquire)
                co_await wait(action);
            else
                act(action, row);
        }
        end(recorded);
    }

    Coroutine<void> wait(const Action& action)
    {
        switch (action.kind) {
        case Kind::Yield: co_await yield(); break;
        case Kind::Acquire: co_await m_objects[action.object.value]->take(); break;
        case Kind::Await: co_await awaitAll(action); break;
        case Kind::Offload: {
            const Ref<FutureBase> job = offload(action);
            co_await awaitOne(job, action);
            break;
        }
        case Kind::Sleep: {
            const Ref<OutsideWait> outside(new OutsideWait(m_loop, action));
            co_await outside;
            break;
        }
        default: {
            Ref<RecordedWait> other;
            if (action.kind == Kind::WaitFor)
                other = signalOf(action);
            else
                other = new RecordedWait(m_loop, action);
            co_await other;
            break;
        }
        }
    }

    Coroutine<void> awaitAll(const Action& action)
    {
        std::vector<Ref<FutureBase>> futures;
        for (const TaskId task : action.tasks) {
            if (!m_futures[task.value]) {
                const Ref<RecordedWait> birth = birthOf(task, action);
                co_await birth;
            }
            futures.push_back(m_futures[task.value]);
        }
        co_await awaitThese(std::move(futures), action);
    }

    Coroutine<void> awaitOne(Ref<FutureBase> future, const Action& action)
    {
        std::vector<Ref<FutureBase>> futures;
        futures.push_back(std::move(future));
        co_await awaitThese(std::move(futures), action);
    }

    Coroutine<void> awaitThese(std::vector<Ref<FutureBase>> futures, const Action& action)
    {
        bool areDone = true;
        for (const Ref<FutureBase>& future : futures)
            areDone = areDone && future->isDone();
        if (areDone)
            co_return;
        const Ref<AllDone> all(new AllDone(m_loop, action, futures));
        co_await all;
    }

    Ref<FutureBase> offload(const Action& action)
    {
        TaskNames names;
        if (action.site.isValid()) {
            const Site& site = m_program.trace->site(action.site);
            names.label =
                site.file.substr(site.file.find_last_of('/') + 1) + ':' + std::to_string(site.line);
            names.site = action.site;
        }
        return pool(m_offloaded, RecordedProgram::mostThreads).submit(holdThread(action), names);
    }

    void act(const Action& action, TaskId row)
    {
        switch (action.kind) {
        case Kind::Compute: m_loop.block(action.length, Word::Work, row); break;
        case Kind::Block: m_loop.block(action.length, action.word, row, action.site); break;
        case Kind::Create: create(action.tasks.front()); break;
        case Kind::Release: m_objects[action.object.value]->give(); break;
        case Kind::Set: set(action); break;
        case Kind::Print:
            m_loop.record(EventKind::Print, action.word, row,
                          m_loop.trace()->addText(textOf(action)));
            break;
        default: break;
        }
    }

    void set(const Action& action)
    {
        const Ref<RecordedWait> signal = signalOf(action);
        if (!signal->isDone())
            signal->setResult();
    }

    const std::string& textOf(const Action& print) const
    {
        Event event;
        event.detail = print.detail;
        return m_program.trace->text(event);
    }

    // As it was recorded.
    void end(const RecordedTask& recorded) const
    {
        Event done;
        done.detail = recorded.outcome;
        if (recorded.how == Word::Cancelled)
            throw CancelledError();
        if (recorded.how == Word::Raised)
            throw RecordedError(m_program.trace->outcome(done));
    }

    bool isStopped()
    {
        if (m_options.stop.stop_requested())
            m_interruption = "it was stopped";
        else if (m_loop.trace()->size() > m_options.maxEvents)
            m_interruption = "it made more than " + std::to_string(m_options.maxEvents) + " events";
        else
            return false;
        m_loop.abandon();
        return true;
    }

    const RecordedProgram& m_program;
    const ReplayOptions& m_options;
    EventLoop& m_loop;
    std::vector<std::unique_ptr<Permits>> m_objects;  // null: not reliable
    std::vector<Ref<FutureBase>> m_futures;           // of tasks and jobs that were created
    std::vector<Ref<RecordedWait>> m_births;          // that somebody waits for
    std::vector<Ref<RecordedWait>> m_signals;
    std::deque<Arrival> m_arrivals;
    std::optional<Executor> m_jobs;
    std::optional<Executor> m_offloaded;
    std::string m_interruption;
};

void judge(Replay& result, LoopEnd end, const FutureBase& main, const std::string& interruption)
{
    if (end == LoopEnd::Deadlock) {
        result.how = Word::Deadlock;
    } else if (end != LoopEnd::Done) {
        result.how = Word::Interrupted;
        result.outcome.text = interruption.empty() ? "it takes too long" : interruption;
    } else if (const std::exception_ptr error = main.exception()) {
        result.how = Word::Raised;
        result.outcome = describe(error);
    }
}

}  // namespace

Replay replay(const RecordedProgram& program, const ReplayOptions& options)
{
    const auto trace = std::make_shared<Trace>();
    for (std::uint32_t i = 0; i < program.trace->siteCount(); ++i)
        trace->addSite(program.trace->site({i}));
    VirtualClock clock;
    clock.passUntil(program.begin);
    Replay result;
    {
        EventLoop loop(clock, trace.get());
        Stage stage(program, options, loop);
        const Ref<FutureBase> main = stage.start();
        LoopEnd end = loop.runUntilDone(*main);
        if (end == LoopEnd::Done)
            end = loop.cancelRemaining();
        judge(result, end, *main, stage.interruption());
    }
    const Ticks end = std::min(trace->lastTime() + program.tail, Trace::maxTime);
    trace->append(end, EventKind::End, result.how, {}, trace->addOutcome(result.outcome));
    result.trace = trace;
    return result;
}

}  // namespace coroscope::replay
