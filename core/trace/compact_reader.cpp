// SPDX-License-Identifier: MIT
#include "core/trace/compact_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/trace/base64.h"
#include "core/trace/event_line_reader.h"

namespace coroscope {
namespace {

using Key = TraceLine::Key;
using Kind = TraceProblem::Kind;

// What `w` of a record is, if it is no spawn and no await point.
enum What : std::uint32_t {
    Wake = 0,
    ReturnedNone = 1,
    Target = 2,
    LastStep = 3,
    Turn = 4,
    Idle = 5,
    firstPoint = 16
};

constexpr std::size_t recordSize = 20;

// Little endian, wherever this runs.
template <typename T>
T take(const char*& at)
{
    T value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value |= static_cast<T>(static_cast<T>(static_cast<unsigned char>(at[i])) << (8 * i));
    at += sizeof value;
    return value;
}

}  // namespace

const CompactReader::Entry* CompactReader::entryFor(std::string_view word)
{
    static constexpr std::array table{
        Entry{"steps", &CompactReader::takeRecords},
        Entry{"watermark", &CompactReader::takeWatermark},
        Entry{"site", &CompactReader::takeSite},
        Entry{"spawn", &CompactReader::takeSpawn},
        Entry{"await", &CompactReader::takeAwait},
        Entry{"name", &CompactReader::takeName},
        Entry{"lost", &CompactReader::takeLost},
        Entry{"idle", &CompactReader::takeNothing},
        Entry{"forked", &CompactReader::takeNothing},
    };
    const auto* const found = std::ranges::find(table, word, &Entry::word);
    return found == table.end() ? nullptr : found;
}

bool CompactReader::take(const TraceLine& line, std::uint32_t number)
{
    const Entry* const entry = entryFor(line.text(Key::Kind));
    if (entry == nullptr) {
        m_lost = std::max(m_lost, line.number(Key::Lost).value_or(0));  // the end tells the total
        return false;
    }
    m_line = number;
    (this->*entry->take)(line);
    return true;
}

SiteId CompactReader::site(std::optional<std::int64_t> number) const
{
    const std::uint32_t index = number ? m_siteNumbers.find(*number) : NumberMap::none;
    return index == NumberMap::none ? SiteId{} : m_sites[index];
}

void CompactReader::takeSite(const TraceLine& line)
{
    const auto id = line.number(Key::Id);
    const TraceLine::Place* const place = line.place();
    if (!id || place == nullptr)
        return report(Kind::Definition);
    const std::uint32_t index = m_siteNumbers.indexOf(*id);
    m_sites.resize(m_siteNumbers.size());
    m_sites[index] = m_assembler.siteAt(place->file, place->line, place->function);
}

void CompactReader::takeSpawn(const TraceLine& line)
{
    Point point;
    point.isSpawn = true;
    point.taskKind = taskKindNamed(line.text(Key::TaskKind));
    point.label = line.text(Key::Label);
    define(line, std::move(point));
}

void CompactReader::takeAwait(const TraceLine& line)
{
    Point point;
    point.why = wordNamed(line.text(Key::Why));
    if (const auto name = line.text(Key::On); !name.empty())
        point.object = m_assembler.objectNamed(name);
    if (const auto delay = line.number(Key::Delay); delay && Trace::isTime(Ticks(*delay)))
        point.delay = Ticks(*delay);
    point.stack = EventLineReader::stackIn(line, m_assembler,
                                           [this](std::int64_t number) { return site(number); });
    define(line, std::move(point));
}

void CompactReader::define(const TraceLine& line, Point point)
{
    const auto id = line.number(Key::Id);
    if (!id || *id < firstPoint || *id > UINT32_MAX)
        return report(Kind::Definition);
    const TraceLine::Place* const place = line.place();
    point.site = place == nullptr ? site(line.number(Key::At))
                                  : m_assembler.siteAt(place->file, place->line, place->function);
    if (!point.isSpawn && !point.delay)
        point.wait = m_assembler.trace().addWait(waitOf(point), {}, point.stack);
    const std::uint32_t index = m_pointNumbers.indexOf(*id);
    m_points.resize(m_pointNumbers.size());
    m_points[index] = std::move(point);
}

void CompactReader::takeName(const TraceLine& line)
{
    if (const auto task = line.number(Key::Task))
        m_assembler.nameTask(m_assembler.slotOf(*task), std::string(line.text(Key::Name)));
    else
        report(Kind::NoTask);
}

void CompactReader::takeWatermark(const TraceLine& line)
{
    const auto time = line.number(Key::Time);
    if (time && Trace::isTime(Ticks(*time)))
        m_sorter.promise(Ticks(*time));
    else
        report(Kind::Time);
}

void CompactReader::takeLost(const TraceLine& line)
{
    const std::int64_t lost = std::max(line.number(Key::Count).value_or(0), std::int64_t{0});
    m_lost += std::min(lost, INT64_MAX - m_lost);
    m_assembler.missEvents();
}

void CompactReader::takeRecords(const TraceLine& line)
{
    const bool isWhole = decodeBase64(line.text(Key::Payload), m_bytes);
    if (!isWhole || m_bytes.empty() || m_bytes.size() % recordSize != 0)
        report(Kind::Payload);
    const char* at = m_bytes.data();
    for (std::size_t i = 0; i < m_bytes.size() / recordSize; ++i) {
        Record record;
        record.begin = Ticks(static_cast<std::int64_t>(coroscope::take<std::uint64_t>(at) -
                                                       static_cast<std::uint64_t>(m_zero)));
        record.other = coroscope::take<std::uint32_t>(at);
        record.length = Ticks(record.other);
        record.task = coroscope::take<std::uint32_t>(at);
        record.what = coroscope::take<std::uint32_t>(at);
        take(record);
    }
}

void CompactReader::take(const Record& record)
{
    if (record.what != Target &&
        (!Trace::isTime(record.begin) || !Trace::isTime(record.begin + record.length)))
        return report(Kind::Time);
    EventDraft draft;
    draft.setTime(record.begin);
    draft.line = m_line;
    if (record.what == Turn)
        return takeTurn(record, draft);
    if (record.what == Idle)
        return;
    if (record.task == 0)
        return report(Kind::NoTask);
    draft.task = m_assembler.slotOf(record.task);
    switch (record.what) {
    case Wake: return takeWake(record, draft);
    case Target: m_targets[draft.task.value].push_back(m_assembler.slotOf(record.other)); return;
    case ReturnedNone:
    case LastStep: return takeLastStep(record, draft);
    default: break;
    }
    const std::uint32_t index = m_pointNumbers.find(record.what);
    if (index == NumberMap::none)
        return report(Kind::Undefined);
    const Point& point = m_points[index];
    if (point.isSpawn)
        takeCreation(record, point, draft);
    else
        takeStep(record, point, draft);
}

void CompactReader::takeTurn(const Record& record, EventDraft& draft)
{
    draft.kind = EventKind::Turn;
    draft.detail = record.other;
    draft.task = {record.task};
    m_sorter.add(draft);
}

void CompactReader::takeWake(const Record& record, EventDraft& draft)
{
    draft.kind = EventKind::Ready;
    if (record.other != 0)
        draft.detail = m_assembler.slotOf(record.other).value;
    m_sorter.add(draft);
}

void CompactReader::takeCreation(const Record& record, const Point& point, EventDraft& draft)
{
    draft.kind = EventKind::Create;
    const TaskSlot parent = record.other == 0 ? TaskSlot{} : m_assembler.slotOf(record.other);
    draft.detail = m_assembler.keep();
    DraftDetail& detail = m_assembler.detail(draft.detail);
    detail.text = point.label;
    detail.other = parent;
    detail.taskKind = point.taskKind;
    detail.wait.site = point.site;
    m_sorter.add(draft);
}

void CompactReader::takeStep(const Record& record, const Point& point, EventDraft& resume)
{
    resume.kind = EventKind::Resume;
    EventDraft suspend = resume;
    suspend.kind = EventKind::Suspend;
    suspend.setTime(record.begin + record.length);
    suspend.word = point.why;
    const auto targets = m_targets.find(resume.task.value);
    suspend.hasWait = targets == m_targets.end();
    if (suspend.hasWait) {
        suspend.detail = waitAt(point, suspend.time());
    } else {
        suspend.detail = m_assembler.keep();
        DraftDetail& detail = m_assembler.detail(suspend.detail);
        detail.wait = waitOf(point);
        detail.stack = point.stack;
        if (point.delay && suspend.time() + *point.delay <= Trace::maxTime)
            detail.wait.until = suspend.time() + *point.delay;
        detail.awaited = std::move(targets->second);
        m_targets.erase(targets);
    }
    m_sorter.addStep(resume, suspend);
}

Wait CompactReader::waitOf(const Point& point)
{
    Wait wait;
    wait.site = point.site;
    wait.object = point.object;
    return wait;
}

std::uint32_t CompactReader::waitAt(const Point& point, Ticks from)
{
    if (!point.delay)
        return point.wait;
    Wait wait = waitOf(point);
    if (from + *point.delay <= Trace::maxTime)
        wait.until = from + *point.delay;
    return m_assembler.trace().addWait(wait, {}, point.stack);
}

void CompactReader::takeLastStep(const Record& record, EventDraft& resume)
{
    m_targets.erase(resume.task.value);
    resume.kind = EventKind::Resume;
    const Ticks end = record.begin + record.length;
    if (record.what == LastStep)
        return m_sorter.addLastStep(resume, end);
    EventDraft done = resume;
    done.kind = EventKind::Done;
    done.setTime(end);
    done.word = Word::Returned;
    if (m_none == Event::none)
        m_none = m_assembler.trace().addOutcome({"None", ""});
    done.detail = m_none;
    m_sorter.addStep(resume, done);
}

}  // namespace coroscope
