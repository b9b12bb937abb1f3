// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/trace_lines.h"

#include <QCoreApplication>
#include <sstream>

#include "core/trace/chrome_writer.h"
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

TraceHeader headerOf(const ExportContent& what)
{
    if (what.header)
        return *what.header;
    const QString title = what.title + QStringLiteral(" · ") + what.programs.front()->name;
    return {title.toStdString(), what.source.toStdString(), true, std::nullopt};
}

// Refuses what is written to it after a stop: the writers look at the stream after each event.
class StoppableText : public std::stringbuf {
public:
    explicit StoppableText(std::stop_token stop) : m_stop(std::move(stop)) {}

protected:
    std::streamsize xsputn(const char* text, std::streamsize size) override
    {
        return m_stop.stop_requested() ? 0 : std::stringbuf::xsputn(text, size);
    }

private:
    std::stop_token m_stop;
};

using Write = void (*)(std::ostream&, const Trace&, const TraceHeader&);

Result<EncodeJob> prepare(const ExportContent& what, Write write)
{
    if (what.programs.size() != 1)
        return notOneProgram(what);
    return EncodeJob([what, write](const std::stop_token& stop) {
        StoppableText text(stop);
        std::ostream out(&text);
        write(out, what.programs.front()->trace(), headerOf(what));
        return QByteArray::fromStdString(text.str());
    });
}

}  // namespace

Result<EncodeJob> prepareTraceLines(const ExportContent& what, const PictureOptions&)
{
    return prepare(what, writeJsonLines);
}

Result<EncodeJob> prepareChromeTrace(const ExportContent& what, const PictureOptions&)
{
    return prepare(what, writeChromeJson);
}

}  // namespace coroscope
