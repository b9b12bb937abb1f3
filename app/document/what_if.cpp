// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/what_if.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

#include "core/replay/replay.h"

namespace coroscope {
namespace {

struct WhatIfWords {
    Q_DECLARE_TR_FUNCTIONS(coroscope::WhatIf)
};

QString place(const Trace& trace, SiteId id)
{
    if (!id.isValid())
        return {};
    const Site& site = trace.site(id);
    return QStringLiteral("%1:%2")
        .arg(QFileInfo(QString::fromStdString(site.file)).fileName())
        .arg(site.line);
}

QString nameOf(const replay::Change& change)
{
    return change.kind == replay::Change::Kind::Gather ? WhatIfWords::tr("gathered")
                                                       : WhatIfWords::tr("in a thread");
}

// What is changed, and where.
QString titleOf(const replay::Change& change, const ProgramRun& recorded)
{
    const Trace& trace = recorded.trace();
    if (change.kind == replay::Change::Kind::Offload)
        return WhatIfWords::tr("predicted: if the call at %1 were made in a thread")
            .arg(change.site.isValid() ? place(trace, change.site)
                                       : recorded.rows.value(static_cast<int>(change.task.value)));
    return WhatIfWords::tr("predicted: if %n awaits from %1 on were gathered", nullptr,
                           static_cast<int>(change.parts.size()))
        .arg(place(trace, change.parts.front().site));
}

}  // namespace

scenario::ProgramInfo WhatIfs::programFor(const replay::Change& change, const ProgramRun& recorded)
{
    const std::lock_guard lock(m_mutex);
    const auto known = std::ranges::find(m_entries, change, &Entry::change);
    if (known != m_entries.end())
        return known->program;
    const QString name = nameOf(change);
    QString unique = name;
    const auto isTaken = [&](const Entry& entry) {
        return entry.program.name == unique.toStdString();
    };
    for (int number = 2; std::ranges::any_of(m_entries, isTaken); ++number)
        unique = QStringLiteral("%1 %2").arg(name).arg(number);
    scenario::ProgramInfo program;
    program.name = unique.toStdString();
    program.title.byLanguage[""] = titleOf(change, recorded).toStdString();
    m_entries.push_back({program, change});
    return program;
}

std::optional<replay::Change> WhatIfs::changeFor(std::string_view program) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_entries, program,
                                         [](const Entry& entry) { return entry.program.name; });
    return found == m_entries.end() ? std::nullopt : std::optional(found->change);
}

QString whatIfText(const replay::Change& change, const Trace& trace)
{
    if (change.kind == replay::Change::Kind::Offload) {
        return change.site.isValid()
                   ? WhatIfWords::tr("Move %1 to a thread").arg(place(trace, change.site))
                   : WhatIfWords::tr("Move its blocking calls to a thread");
    }
    const auto count = static_cast<int>(change.parts.size());
    const SiteId first = change.parts.front().site;
    const SiteId last = change.parts.back().site;
    if (!first.isValid() || !last.isValid())
        return WhatIfWords::tr("Gather these %n awaits", nullptr, count);
    const QString function = QString::fromStdString(trace.site(first).function);
    if (first == last)
        return WhatIfWords::tr("Gather %n awaits of %1, line %2", nullptr, count)
            .arg(function)
            .arg(trace.site(first).line);
    return WhatIfWords::tr("Gather %n awaits of %1, lines %2 to %3", nullptr, count)
        .arg(function)
        .arg(trace.site(first).line)
        .arg(trace.site(last).line);
}

QString whatIfToolTip(const replay::Change& change)
{
    if (change.kind == replay::Change::Kind::Offload)
        return WhatIfWords::tr(
            "Runs the recording again, beside the real one, as if this call had "
            "been made in a thread each time. What waited for input and output "
            "meanwhile takes as long as it took.");
    return WhatIfWords::tr(
        "Runs the recording again, beside the real one, as if these awaits had "
        "been gathered this one time. Whether one of them needs what another "
        "found out, a recording does not tell.");
}

Result<scenario::Run> runWhatIf(const std::shared_ptr<const Trace>& trace,
                                const replay::Change& change, const scenario::RunOptions& options)
{
    auto program = replay::recordedProgram(trace);
    if (!program)
        return program.error();
    if (!replay::apply(change, program.value()))
        return Error{Error::Kind::Usage, "the recording has nothing of the kind to change", {}};
    replay::Replay replayed = replay::replay(program.value(), {options.stop, options.maxEvents});
    scenario::Run run;
    run.trace = std::move(replayed.trace);
    run.how = replayed.how;
    run.outcome = std::move(replayed.outcome);
    return run;
}

std::optional<Ticks> replayedGain(const std::shared_ptr<const Trace>& trace,
                                  const replay::Change& change)
{
    auto program = replay::recordedProgram(trace);
    if (!program)
        return {};
    const replay::Replay before = replay::replay(program.value());
    if (before.how != Word::Ok || !replay::apply(change, program.value()))
        return {};
    const replay::Replay after = replay::replay(program.value());
    if (after.how != Word::Ok)
        return {};
    return before.trace->lastTime() - after.trace->lastTime();
}

}  // namespace coroscope
