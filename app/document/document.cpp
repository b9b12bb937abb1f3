// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document.h"

#include <QFile>
#include <QFileInfo>

#include "app/document/builtin_scenarios.h"
#include "core/scenario/definition.h"

namespace coroscope {
namespace {

// "run" of "/home/a/run.trace.jsonl".
std::string shortName(const QString& file)
{
    return QFileInfo(file).baseName().toStdString();
}

scenario::Scenario scenarioOf(const std::string& title, const std::string& name,
                              const QString& path, const QString& subtitle)
{
    auto definition = std::make_shared<scenario::Definition>();
    definition->source = path.toStdString();
    definition->title.byLanguage[""] = title;
    scenario::ProgramInfo program;
    program.name = name;
    if (!subtitle.isEmpty())
        program.title.byLanguage[""] = subtitle.toStdString();
    definition->programInfos.push_back(std::move(program));
    return scenario::Scenario(std::move(definition));
}

// The Python file that a recording's sites speak of; empty if it is not there, or is none.
scenario::PythonSource sourceOf(const QString& script)
{
    constexpr qint64 largest = 4 * 1024 * 1024;
    QFile file(script);
    if (!script.endsWith(QLatin1String(".py")) || file.size() > largest ||
        !file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    scenario::PythonSource source;
    source.file = script.toStdString();
    source.text = file.readAll().toStdString();
    if (!source.text.ends_with('\n'))
        source.text += '\n';
    return source;
}

Runner runnerOf(TraceSource trace, const QString& script, std::shared_ptr<const WhatIfs> whatIfs)
{
    return [trace = std::move(trace), source = sourceOf(script), whatIfs = std::move(whatIfs)](
               const scenario::Scenario& scenario, std::string_view program,
               const scenario::RunOptions& options) -> Result<scenario::Run> {
        const std::string& name = scenario.programs().front().name;
        const auto change = whatIfs->changeFor(program);
        if (program != name && !change)
            return Error{Error::Kind::Usage, "the trace holds one program, \"" + name + '"',
                         scenario.source()};
        if (!options.parameters.empty())
            return Error{Error::Kind::Usage, "a trace has no parameters to set", scenario.source()};
        scenario::Run run;
        if (change) {
            auto tried = runWhatIf(trace(), *change, options);
            if (!tried)
                return tried.error();
            run = std::move(tried).value();
        } else {
            run.trace = trace();
        }
        run.source = source;
        return run;
    };
}

// "python app.py --fast · CPython 3.12.1 · pid 4121": of a recording.
QString subtitleOf(const TraceHeader& header)
{
    QStringList parts;
    if (!header.command.empty()) {
        QStringList words{QStringLiteral("python")};
        for (const std::string& word : header.command)
            words << QString::fromStdString(word);
        parts << words.join(QLatin1Char(' '));
    }
    if (!header.python.empty())
        parts << QStringLiteral("CPython %1").arg(QString::fromStdString(header.python));
    if (header.pid)
        parts << QStringLiteral("pid %1").arg(*header.pid);
    return parts.join(QStringLiteral(" \u00b7 "));
}

Document traceDocument(const std::string& title, const std::string& name, const QString& path,
                       const TraceHeader& header, TraceSource trace)
{
    Document document{scenarioOf(title, name, path, subtitleOf(header)), {}};
    document.whatIfs = std::make_shared<WhatIfs>();
    document.runner =
        runnerOf(std::move(trace), QString::fromStdString(header.source), document.whatIfs);
    document.header = header;
    return document;
}

Result<Document> openTrace(const QString& path, const LoadProgress& progress)
{
    const auto file = loadTrace(path.toStdString(), progress);
    if (!file)
        return file.error();
    const TraceHeader& header = file.value().header;
    const std::string title = header.title.empty() ? shortName(path) : header.title;
    const std::string name =
        shortName(header.source.empty() ? path : QString::fromStdString(header.source));
    Document document =
        traceDocument(title, name, path, header, [trace = file.value().trace] { return trace; });
    document.problems = file.value().problems;
    document.lost = file.value().lost;
    return document;
}

// What a file says that it is; Unknown if it cannot be read.
FileFormat formatOfFile(const QString& path)
{
    constexpr qint64 enough = 1 << 16;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return FileFormat::Unknown;
    const QByteArray head = file.read(enough);
    return formatOf({head.constData(), static_cast<std::size_t>(head.size())});
}

}  // namespace

bool isTraceFile(const QString& path)
{
    switch (formatOfFile(path)) {
    case FileFormat::JsonLines:
    case FileFormat::Chrome: return true;
    case FileFormat::Scenario: return false;
    case FileFormat::Unknown: break;
    }
    return path.endsWith(QLatin1String(".jsonl"));
}

ClockKind Document::clock() const
{
    if (!header)
        return ClockKind::Simulated;
    return header->isVirtual ? ClockKind::Virtual : ClockKind::Real;
}

Document recordedDocument(const QString& name, const QString& file, const TraceHeader& header,
                          TraceSource trace)
{
    return traceDocument(name.toStdString(), name.toStdString(), file, header, std::move(trace));
}

Result<Document> openDocument(const QString& nameOrFile, const LoadProgress& progress)
{
    if (!builtinScenarios().contains(nameOrFile) && isTraceFile(nameOrFile))
        return openTrace(nameOrFile, progress);
    auto scenario = openScenario(nameOrFile);
    if (!scenario)
        return scenario.error();
    return Document{std::move(scenario).value(), &scenario::run};
}

}  // namespace coroscope
