// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/segments_csv.h"

#include <QStringList>
#include <array>

#include "app/charts/segment_text.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr std::array<const char*, segmentStateCount> stateWords{
    "unborn", "waiting", "ready", "running", "blocking", "suspended", "in_call", "done"};

QString quoted(QString field)
{
    static constexpr QLatin1String special(",\"\r\n");
    const auto isSpecial = [](QChar c) { return special.contains(c); };
    if (std::none_of(field.cbegin(), field.cend(), isSpecial))
        return field;
    field.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + field + QLatin1Char('"');
}

void appendLine(QByteArray& csv, const QStringList& fields)
{
    QStringList line;
    for (const QString& field : fields)
        line << quoted(field);
    csv += line.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

void appendTrack(QByteArray& csv, const ProgramRun& program, const Track& track,
                 const std::stop_token& stop)
{
    const TaskInfo& task = program.trace().task(track.task);
    const SegmentText words(program);
    const auto seconds = [](Ticks t) { return QString::fromStdString(secondsText(t)); };
    for (std::size_t i = 0; i < track.segments.size() && !stop.stop_requested(); ++i) {
        const Segment segment = program.timeline->segment(track, i);
        if (segment.state == SegmentState::Done)
            continue;
        appendLine(csv, {program.name, program.rows.value(track.task.value),
                         QString::fromStdString(task.name.empty() ? task.label : task.name),
                         QLatin1String(stateWords[static_cast<std::size_t>(segment.state)]),
                         seconds(segment.span.begin), seconds(segment.span.end),
                         seconds(segment.span.length()), words.detail(segment)});
    }
}

}  // namespace

QByteArray segmentsCsv(const ExportContent& what, const std::stop_token& stop)
{
    QByteArray csv = "program,row,task,state,begin_s,end_s,duration_s,detail\r\n";
    for (const ProgramRunPtr& program : what.programs) {
        for (const Track& track : program->timeline->tracks())
            appendTrack(csv, *program, track, stop);
    }
    return csv;
}

}  // namespace coroscope
