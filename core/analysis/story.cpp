// SPDX-License-Identifier: MIT
#include "core/analysis/story.h"

#include <array>
#include <unordered_map>

namespace coroscope {
namespace {

using Kind = StorySentence::Kind;
using Next = StorySentence::Next;

bool isOfLoop(const Trace& trace, TaskId task)
{
    const TaskInfo::Kind kind = trace.task(task).kind;
    return kind == TaskInfo::Kind::Task || kind == TaskInfo::Kind::Main;
}

// Tells event by event, knowing what stands in the ready queue.
class Teller {
public:
    Teller(const Trace& trace, const Moment& start) : m_trace(trace)
    {
        for (const Moment::Ready& entry : start.ready) {
            // Its row may be a call's: the event says whose queue entry it is.
            m_ready[trace.at(entry.event).task.value] = entry.event;
        }
    }

    StorySentence tell(std::uint32_t index, std::uint32_t nextResume)
    {
        const Event event = m_trace.at(index);
        StorySentence sentence;
        sentence.event = index;
        sentence.time = event.time;
        sentence.task = event.task;
        sentence.why = event.word;
        (this->*tellers[static_cast<std::size_t>(event.kind)])(event, sentence);
        const bool givesBack = event.kind == EventKind::Suspend || event.kind == EventKind::Done;
        if (givesBack && isOfLoop(m_trace, event.task))
            tellNext(event, nextResume, sentence);
        return sentence;
    }

private:
    using Tell = void (Teller::*)(const Event&, StorySentence&);

    void create(const Event& event, StorySentence& sentence)
    {
        const TaskInfo& info = m_trace.task(event.task);
        sentence.by = info.parent;
        sentence.site = info.site;
        sentence.text = info.label;
        const bool isCall = info.kind == TaskInfo::Kind::Call;
        sentence.kind = isCall ? Kind::WillBeCalled : Kind::Created;
        if (isOfLoop(m_trace, event.task))
            enqueue(sentence);
    }

    void ready(const Event& event, StorySentence& sentence)
    {
        sentence.kind = Kind::Woken;
        sentence.by = m_trace.wokenBy(event);
        m_ready.erase(event.task.value);
        enqueue(sentence);
    }

    void resume(const Event& event, StorySentence& sentence)
    {
        const bool isCall = m_trace.task(event.task).kind == TaskInfo::Kind::Call;
        sentence.kind = isCall ? Kind::Called : Kind::Resumed;
        sentence.by = isCall ? m_trace.task(event.task).parent : TaskId();
        const auto entry = m_ready.find(event.task.value);
        if (entry == m_ready.end())
            return;
        const Event since = m_trace.at(entry->second);
        sentence.why = since.kind == EventKind::Create ? Word::Created : since.word;
        sentence.by = since.kind == EventKind::Ready ? m_trace.wokenBy(since) : TaskId();
        sentence.length = event.time - since.time;
        m_ready.erase(entry);
    }

    void suspend(const Event& event, StorySentence& sentence)
    {
        const Wait& wait = m_trace.wait(event);
        sentence.object = wait.object;
        sentence.site = wait.site;
        sentence.until = wait.until;
        sentence.length = wait.until == Wait::noDeadline ? Ticks{} : wait.until - event.time;
        const auto awaited = m_trace.awaited(wait);
        sentence.tasks.assign(awaited.begin(), awaited.end());
        sentence.kind = event.word == Word::Sleep ? Kind::Slept : Kind::Suspended;
        if (event.word != Word::Yield)
            return;
        sentence.kind = Kind::Yielded;
        if (isOfLoop(m_trace, event.task))
            enqueue(sentence);
    }

    void block(const Event& event, StorySentence& sentence)
    {
        sentence.kind = Kind::Blocked;
        sentence.site = m_trace.blockSite(event);
        m_blockedSince[event.task.value] = event.time;
    }

    void unblock(const Event& event, StorySentence& sentence)
    {
        sentence.kind = Kind::Unblocked;
        const auto since = m_blockedSince.find(event.task.value);
        if (since != m_blockedSince.end())
            sentence.length = event.time - since->second;
    }

    void use(const Event& event, StorySentence& sentence)
    {
        const Use& use = m_trace.use(event);
        sentence.kind = Kind::Used;
        sentence.object = use.object;
        sentence.level = use.level;
    }

    void cancel(const Event& event, StorySentence& sentence)
    {
        sentence.kind = Kind::CancelAsked;
        sentence.by = m_trace.cancel(event).by;
        sentence.text = m_trace.cancel(event).message;
    }

    void print(const Event& event, StorySentence& sentence)
    {
        sentence.kind = Kind::Printed;
        sentence.text = m_trace.text(event);
    }

    void done(const Event& event, StorySentence& sentence)
    {
        const Outcome& outcome = m_trace.outcome(event);
        sentence.kind = event.word == Word::Raised      ? Kind::Raised
                        : event.word == Word::Cancelled ? Kind::Cancelled
                                                        : Kind::Returned;
        sentence.name = outcome.error;
        sentence.text = outcome.text;
        m_ready.erase(event.task.value);
    }

    void turn(const Event& event, StorySentence& sentence)
    {
        sentence.kind = Kind::TurnBegan;
        sentence.level = m_trace.turn(event).ready;
        sentence.timers = m_trace.turn(event).timers;
    }

    void mark(const Event& event, StorySentence& sentence)
    {
        sentence.kind = Kind::Marked;
        sentence.text = m_trace.text(event);
    }

    void end(const Event& event, StorySentence& sentence)
    {
        const Outcome& outcome = m_trace.outcome(event);
        sentence.kind = Kind::Ended;
        sentence.name = outcome.error;
        sentence.text = outcome.text;
    }

    void enqueue(StorySentence& sentence)
    {
        sentence.position = static_cast<std::uint32_t>(m_ready.size());
        m_ready[sentence.task.value] = sentence.event;
    }

    void tellNext(const Event& event, std::uint32_t nextResume, StorySentence& sentence) const
    {
        sentence.next = Next::Stands;
        if (nextResume == Event::none)
            return;
        const Event resume = m_trace.at(nextResume);
        sentence.next = resume.time > event.time ? Next::Waits : Next::Takes;
        sentence.nextTask = resume.task;
        sentence.nextTime = resume.time;
    }

    // In the order of EventKind.
    static constexpr std::array<Tell, eventKindCount> tellers{
        &Teller::create,  &Teller::ready, &Teller::resume, &Teller::suspend, &Teller::block,
        &Teller::unblock, &Teller::use,   &Teller::cancel, &Teller::print,   &Teller::done,
        &Teller::turn,    &Teller::mark,  &Teller::end};

    const Trace& m_trace;
    std::unordered_map<std::uint32_t, std::uint32_t> m_ready;  // task: since which event
    std::unordered_map<std::uint32_t, Ticks> m_blockedSince;
};

// For each event of [first, last): the next Resume of a task of the loop; Event::none: there is
// none.
std::vector<std::uint32_t> nextResumes(const Trace& trace, std::size_t first, std::size_t last)
{
    const auto isResume = [&](std::size_t i) {
        const Event event = trace.at(i);
        return event.kind == EventKind::Resume && isOfLoop(trace, event.task);
    };
    std::size_t next = last;
    while (next < trace.size() && !isResume(next))
        ++next;
    auto found = next < trace.size() ? static_cast<std::uint32_t>(next) : Event::none;
    std::vector<std::uint32_t> resumes(last - first);
    for (std::size_t i = last; i-- > first;) {
        resumes[i - first] = found;
        if (isResume(i))
            found = static_cast<std::uint32_t>(i);
    }
    return resumes;
}

// A block that began before the range: one before the first event that is told.
std::size_t startOf(const Moment& moment, std::size_t first)
{
    const bool isBlocked = moment.running && moment.running->blocking != Word::None;
    return isBlocked ? moment.running->event : first;
}

}  // namespace

std::vector<StorySentence> storyOf(const MomentIndex& moments, std::size_t first, std::size_t last)
{
    const Trace& trace = moments.trace();
    std::vector<StorySentence> story;
    if (first >= last)
        return story;
    const std::size_t start = startOf(moments.at(first), first);
    const std::vector<std::uint32_t> resumes = nextResumes(trace, start, last);
    Teller teller(trace, moments.at(start));
    for (std::size_t i = start; i < last; ++i) {
        StorySentence sentence = teller.tell(static_cast<std::uint32_t>(i), resumes[i - start]);
        if (i >= first)
            story.push_back(std::move(sentence));
    }
    return story;
}

}  // namespace coroscope
