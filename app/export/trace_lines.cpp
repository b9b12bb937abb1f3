// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/trace_lines.h"

#include <QCoreApplication>
#include <sstream>

#include "core/trace/json_lines_writer.h"

namespace coroscope {
namespace {

Error notOneProgram(const ExportContent& what)
{
    QStringList names;
    for (const ProgramRunPtr& program : what.programs)
        names << program->name;
    const QString message =
        QCoreApplication::translate("coroscope::ExportFormat",
                                    "a trace holds exactly one program; choose it among: %1")
            .arg(names.join(QStringLiteral(", ")));
    return {Error::Kind::Usage, message.toStdString(), ""};
}

}  // namespace

Result<EncodeJob> prepareTraceLines(const ExportContent& what, const PictureOptions&)
{
    if (what.programs.size() != 1)
        return notOneProgram(what);
    return EncodeJob([what](const std::stop_token&) {
        const ProgramRun& program = *what.programs.front();
        const TraceHeader header{(what.title + QStringLiteral(" · ") + program.name).toStdString(),
                                 what.source.toStdString(), true, std::nullopt};
        std::ostringstream lines;
        writeJsonLines(lines, program.trace(), header);
        return QByteArray::fromStdString(lines.str());
    });
}

}  // namespace coroscope
