// SPDX-License-Identifier: MIT
#include "core/trace/event_line_reader.h"

#include <initializer_list>
#include <string>

namespace coroscope {
namespace {

using Key = TraceLine::Key;
using Kind = TraceProblem::Kind;

std::uint32_t countIn(const TraceLine& line, Key key)
{
    const std::int64_t count = line.number(key).value_or(0);
    return count < 0 || count > UINT32_MAX ? 0 : static_cast<std::uint32_t>(count);
}

Word oneOf(std::string_view text, std::initializer_list<Word> words, Word otherwise)
{
    for (const Word word : words) {
        if (wordOf(word) == text)
            return word;
    }
    return otherwise;
}

Word wordFor(const TraceLine& line, EventKind kind)
{
    switch (kind) {
    case EventKind::Ready:
    case EventKind::Suspend:
    case EventKind::Block: return wordNamed(line.text(Key::Why));
    case EventKind::Use: return wordNamed(line.text(Key::Op));
    case EventKind::Print: return oneOf(line.text(Key::Stream), {Word::Stderr}, Word::Stdout);
    case EventKind::Done:
        return oneOf(line.text(Key::How), {Word::Raised, Word::Cancelled}, Word::Returned);
    case EventKind::End:
        return oneOf(line.text(Key::How), {Word::Raised, Word::Deadlock, Word::Interrupted},
                     Word::Ok);
    default: return Word::None;
    }
}

}  // namespace

std::optional<EventDraft> EventLineReader::draftOf(const TraceLine& line, std::uint32_t number,
                                                   SiteId site)
{
    const auto refuse = [&](Kind why) {
        m_problems.add(why, number);
        return std::nullopt;
    };
    const auto time = line.number(Key::Time);
    if (!time || !Trace::isTime(Ticks(*time)))
        return refuse(Kind::Time);
    const auto kind = eventKindNamed(line.text(Key::Kind));
    if (!kind)
        return refuse(Kind::UnknownKind);
    EventDraft draft;
    draft.setTime(Ticks(*time));
    draft.line = number;
    draft.kind = *kind;
    draft.word = wordFor(line, *kind);
    if (!takeTask(line, draft))
        return refuse(Kind::NoTask);
    if (draft.kind == EventKind::Ready && draft.word == Word::Created)
        return std::nullopt;  // create says so already
    takeDetail(line, draft, site);
    return draft;
}

bool EventLineReader::takeTask(const TraceLine& line, EventDraft& draft)
{
    switch (draft.kind) {
    case EventKind::Turn: draft.task = {countIn(line, Key::Timers)}; return true;
    case EventKind::Mark:
    case EventKind::End: return true;
    default: draft.task = slotIn(line, Key::Task); return draft.task.isValid();
    }
}

void EventLineReader::takeDetail(const TraceLine& line, EventDraft& draft, SiteId site)
{
    Trace& trace = m_assembler.trace();
    switch (draft.kind) {
    case EventKind::Create: draft.detail = keepTask(line, site); break;
    case EventKind::Ready: draft.detail = slotIn(line, Key::By).value; break;
    case EventKind::Suspend: draft.detail = keepWait(line, site); break;
    case EventKind::Block: draft.detail = siteIn(line, site).value; break;
    case EventKind::Use:
        draft.detail = trace.addUse(
            {m_assembler.objectNamed(line.text(Key::Object)), line.number(Key::Level).value_or(0)});
        break;
    case EventKind::Cancel: draft.detail = keepRequest(line); break;
    case EventKind::Print:
    case EventKind::Mark: draft.detail = trace.addText(line.text(Key::Text)); break;
    case EventKind::Done:
    case EventKind::End: draft.detail = addOutcome(line); break;
    case EventKind::Turn: draft.detail = countIn(line, Key::Ready); break;
    default: break;
    }
}

std::uint32_t EventLineReader::keepTask(const TraceLine& line, SiteId site)
{
    const TaskSlot parent = slotIn(line, Key::Parent);
    const std::uint32_t index = m_assembler.keep();
    DraftDetail& detail = m_assembler.detail(index);
    detail.name = line.text(Key::Name);
    detail.text = line.text(Key::Label);
    detail.other = parent;
    detail.taskKind = taskKindNamed(line.text(Key::TaskKind));
    detail.wait.site = siteIn(line, site);
    return index;
}

std::uint32_t EventLineReader::keepWait(const TraceLine& line, SiteId site)
{
    const std::uint32_t index = m_assembler.keep();
    DraftDetail& detail = m_assembler.detail(index);
    const std::int64_t until = line.number(Key::Until).value_or(-1);
    if (Trace::isTime(Ticks(until)))
        detail.wait.until = Ticks(until);
    detail.wait.site = siteIn(line, site);
    if (line.hasText(Key::On))
        detail.wait.object = m_assembler.objectNamed(line.text(Key::On));
    else {
        for (const std::int64_t task : line.awaited())
            detail.awaited.push_back(m_assembler.slotOf(task));
    }
    return index;
}

std::uint32_t EventLineReader::keepRequest(const TraceLine& line)
{
    const std::uint32_t index = m_assembler.keep();
    m_assembler.detail(index).other = slotIn(line, Key::By);
    m_assembler.detail(index).text = line.text(Key::Message);
    return index;
}

std::uint32_t EventLineReader::addOutcome(const TraceLine& line)
{
    Outcome outcome;
    outcome.error = line.text(Key::Error);
    outcome.text = line.text(outcome.error.empty() ? Key::Value : Key::Message);
    return m_assembler.trace().addOutcome(std::move(outcome));
}

TaskSlot EventLineReader::slotIn(const TraceLine& line, Key key)
{
    const auto number = line.number(key);
    return number ? m_assembler.slotOf(*number) : TaskSlot{};
}

StackId EventLineReader::stackIn(const TraceLine& line, TraceAssembler& assembler,
                                 const SiteFor& siteFor)
{
    StackId innermost;
    for (const TraceLine::Frame& frame : line.stack()) {
        const TraceLine::Place& place = frame.place;
        SiteId at;
        if (frame.size >= 2)
            at = assembler.siteAt(place.file, place.line, place.function);
        else if (frame.number && siteFor)
            at = siteFor(*frame.number);
        if (at.isValid())
            innermost = assembler.frameIn(innermost, at);
    }
    return innermost;
}

void EventLineReader::keepStack(const TraceLine& line, const EventDraft& draft,
                                const SiteFor& siteFor)
{
    if (draft.kind == EventKind::Suspend && !line.stack().empty())
        m_assembler.detail(draft.detail).stack = stackIn(line, m_assembler, siteFor);
}

SiteId EventLineReader::siteIn(const TraceLine& line, SiteId site)
{
    const TraceLine::Place* const place = line.place();
    return place == nullptr ? site : m_assembler.siteAt(place->file, place->line, place->function);
}

}  // namespace coroscope
