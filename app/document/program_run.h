// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "app/document/playhead.h"
#include "app/document/run_facts.h"
#include "core/scenario/run.h"
#include "core/timeline/held_spans.h"
#include "core/timeline/resource_track.h"
#include "core/timeline/timeline.h"

namespace coroscope {

/// One program that has run, with all that its column shows. Never changes once it is made.
struct ProgramRun {
    QString name;                   ///< "gather"
    scenario::LocalizedText title;  ///< "await asyncio.gather(…)"
    QStringList rows;               ///< a name for each track
    std::shared_ptr<const Timeline> timeline;
    std::vector<ResourceTrack> resources;
    RunFacts facts;
    std::vector<HeldSpan> held;  ///< when the loop was held for longer than people notice
    std::vector<scenario::ParameterUse> parameterUses;  ///< by event; none for a recording
    std::string sourceFile;  ///< whose sites are lines of `source`; empty: all of them are
    QStringList source;      ///< its Python, line by line; empty if nobody can tell

    [[nodiscard]] Ticks total() const { return timeline->end(); }
    [[nodiscard]] const Trace& trace() const { return timeline->trace(); }
    /// Neither by an exception nor in a deadlock: its time can be compared.
    [[nodiscard]] bool endedWell() const;

    /// The parameter that says how long a segment lasts; none: the segment cannot be stretched.
    [[nodiscard]] std::optional<int> parameterOf(const Segment& segment) const;

    /// How many events of the trace have happened at `position`.
    [[nodiscard]] std::size_t eventsAt(const PlayPosition& position) const;
};

using ProgramRunPtr = std::shared_ptr<const ProgramRun>;

/// What `program` did.
[[nodiscard]] ProgramRunPtr programRunOf(const scenario::ProgramInfo& program,
                                         const scenario::Run& run);

}  // namespace coroscope
