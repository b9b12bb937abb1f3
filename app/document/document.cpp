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

scenario::Scenario scenarioOf(const TraceFile& file, const QString& path)
{
    auto definition = std::make_shared<scenario::Definition>();
    definition->source = path.toStdString();
    const std::string title = file.header.title.empty() ? shortName(path) : file.header.title;
    definition->title.byLanguage[""] = title;
    scenario::ProgramInfo program;
    program.name = file.header.source.empty()
                       ? shortName(path)
                       : shortName(QString::fromStdString(file.header.source));
    definition->programInfos.push_back(std::move(program));
    return scenario::Scenario(std::move(definition));
}

Runner runnerOf(const std::shared_ptr<const Trace>& trace)
{
    return [trace](const scenario::Scenario& scenario, std::string_view program,
                   const scenario::RunOptions& options) -> Result<scenario::Run> {
        const std::string& name = scenario.programs().front().name;
        if (program != name)
            return Error{Error::Kind::Usage, "the trace holds one program, \"" + name + '"',
                         scenario.source()};
        if (!options.parameters.empty())
            return Error{Error::Kind::Usage, "a trace has no parameters to set", scenario.source()};
        scenario::Run run;
        run.trace = trace;
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
    return Document{scenarioOf(file.value(), path), runnerOf(file.value().trace), problems,
                    file.value().header};
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
