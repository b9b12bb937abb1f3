// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/program_run.h"

#include <algorithm>

namespace coroscope {
namespace {

constexpr Ticks leastHeld = std::chrono::milliseconds(20);

}  // namespace

std::optional<int> ProgramRun::parameterOf(const Segment& segment) const
{
    const auto found = std::ranges::lower_bound(parameterUses, segment.beginEvent, {},
                                                &scenario::ParameterUse::event);
    const bool isStretch =
        segment.state == SegmentState::Suspended || segment.state == SegmentState::Blocking;
    if (!isStretch || found == parameterUses.end() || found->event != segment.beginEvent)
        return {};
    return found->parameter;
}

bool ProgramRun::endedWell() const
{
    const Trace& all = trace();
    const Event last = all.size() == 0 ? Event{} : all.at(all.size() - 1);
    return last.kind != EventKind::End || last.word == Word::Ok;
}

std::size_t ProgramRun::eventsAt(const PlayPosition& position) const
{
    const Trace& all = trace();
    const std::size_t whole = all.upperBound(position.time);
    if (position.stop == PlayPosition::wholeInstant)
        return whole;
    int stop = 0;
    for (std::size_t event = all.lowerBound(position.time); event < whole; ++event) {
        if (haltsBefore(all.at(event).kind, position.unit) && stop++ == position.stop)
            return event;
    }
    return whole;
}

ProgramRunPtr programRunOf(const scenario::ProgramInfo& program, const scenario::Run& run)
{
    auto made = std::make_shared<ProgramRun>();
    made->name = QString::fromStdString(program.name);
    made->title = program.title;
    for (const std::string& row : rowNames(*run.trace))
        made->rows.push_back(QString::fromStdString(row));
    made->source = QString::fromStdString(run.source.text).split(u'\n');
    made->source.removeLast();  // behind the last line's end
    made->sourceFile = run.source.file;
    made->timeline = std::make_shared<const Timeline>(run.trace);
    made->resources = resourcesOf(*run.trace);
    made->facts = factsOf(*made->timeline);
    made->held = heldSpans(*run.trace, leastHeld);
    made->parameterUses = run.parameterUses;
    return made;
}

}  // namespace coroscope
