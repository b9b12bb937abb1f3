// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document.h"

#include <QFile>
#include <QFileInfo>

#include "app/document/builtin_scenarios.h"
#include "core/scenario/definition.h"
#include "core/trace/trace_file.h"

namespace coroscope {
namespace {

// "run" of "/home/a/run.trace.jsonl".
std::string shortName(const QString& file)
{
    return QFileInfo(file).baseName().toStdString();
}

scenario::Scenario scenarioOf(const std::string& title, const std::string& name,
                              const QString& path)
{
    auto definition = std::make_shared<scenario::Definition>();
    definition->source = path.toStdString();
    definition->title.byLanguage[""] = title;
    scenario::ProgramInfo program;
    program.name = name;
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

Runner runnerOf(TraceSource trace, const QString& script)
{
    return [trace = std::move(trace), source = sourceOf(script)](
               const scenario::Scenario& scenario, std::string_view program,
               const scenario::RunOptions& options) -> Result<scenario::Run> {
        const std::string& name = scenario.programs().front().name;
        if (program != name)
            return Error{Error::Kind::Usage, "the trace holds one program, \"" + name + '"',
                         scenario.source()};
        if (!options.parameters.empty())
            return Error{Error::Kind::Usage, "a trace has no parameters to set", scenario.source()};
        scenario::Run run;
        run.trace = trace();
        run.source = source;
        return run;
    };
}

Result<Document> openTrace(const QString& path)
{
    const auto file = loadTrace(path.toStdString());
    if (!file)
        return file.error();
    QStringList problems;
    for (const TraceProblem& problem : file.value().problems)
        problems << QString::fromStdString(problemText(problem, path.toStdString()));
    const TraceHeader& header = file.value().header;
    const std::string title = header.title.empty() ? shortName(path) : header.title;
    const std::string name =
        shortName(header.source.empty() ? path : QString::fromStdString(header.source));
    return Document{scenarioOf(title, name, path),
                    runnerOf([trace = file.value().trace] { return trace; },
                             QString::fromStdString(header.source)),
                    problems, header};
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

bool isTrace(const QString& nameOrFile)
{
    if (builtinScenarios().contains(nameOrFile))
        return false;
    switch (formatOfFile(nameOrFile)) {
    case FileFormat::JsonLines:
    case FileFormat::Chrome: return true;
    case FileFormat::Scenario: return false;
    case FileFormat::Unknown: break;
    }
    return nameOrFile.endsWith(QLatin1String(".jsonl"));
}

}  // namespace

ClockKind Document::clock() const
{
    if (!header)
        return ClockKind::Simulated;
    return header->isVirtual ? ClockKind::Virtual : ClockKind::Real;
}

Document recordedDocument(const QString& name, const QString& file, const QString& script,
                          bool isVirtual, TraceSource trace)
{
    return Document{scenarioOf(name.toStdString(), name.toStdString(), file),
                    runnerOf(std::move(trace), script),
                    {},
                    TraceHeader{name.toStdString(), script.toStdString(), isVirtual, {}}};
}

Result<Document> openDocument(const QString& nameOrFile)
{
    if (isTrace(nameOrFile))
        return openTrace(nameOrFile);
    auto scenario = openScenario(nameOrFile);
    if (!scenario)
        return scenario.error();
    return Document{std::move(scenario).value(), &scenario::run, {}};
}

}  // namespace coroscope
