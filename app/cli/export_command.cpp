// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <algorithm>
#include <array>
#include <iostream>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/picture_arguments.h"
#include "app/cli/scenario_arguments.h"
#include "app/export/comparison_picture.h"
#include "app/export/export_format.h"
#include "app/language/language.h"

namespace coroscope::cli {
namespace {

struct Arguments {
    ScenarioArguments scenario;
    PictureArguments picture;
    std::vector<std::string> programs;
    std::string output;
    std::string language;  // empty: the system's
};

// Standard error is for the program's own words; what Qt says about the machine is not an error.
void dropWarnings(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::cerr << qFormatLogMessage(type, context, message).toStdString() << '\n';
}

// What pictures need for their fonts. Never the display's platform: an unreachable display would
// end the process, and a desktop's scale factor would change the picture.
class OffscreenApplication {
public:
    OffscreenApplication()
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        for (const char* name : {"QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_USE_PHYSICAL_DPI"})
            qunsetenv(name);
        qInstallMessageHandler(dropWarnings);
        m_application = std::make_unique<QApplication>(m_count, m_arguments.data());
    }

private:
    int m_count = 1;
    char m_name[10] = "coroscope";
    std::array<char*, 2> m_arguments{m_name, nullptr};
    std::unique_ptr<QApplication> m_application;
};

// Those that were named, in that order; else those that the file lists.
std::vector<std::string> programsOf(const scenario::Scenario& scenario, const Arguments& arguments)
{
    std::vector<std::string> names;
    for (const std::string& name : arguments.programs) {
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
    }
    if (!names.empty())
        return names;
    for (const scenario::ProgramInfo& program : scenario.programs()) {
        if (program.isListed)
            names.push_back(program.name);
    }
    return names;
}

Status checkProgramCount(const ExportFormat& format, const std::vector<std::string>& names)
{
    if (format.kind != ExportFormat::Kind::Trace || names.size() == 1)
        return success();
    std::string known;
    for (const std::string& name : names)
        known += (known.empty() ? "" : ", ") + name;
    return Error{Error::Kind::Usage,
                 "a trace holds exactly one program; choose it with --program: " + known, ""};
}

Result<ExportContent> runAll(const Document& document, const std::vector<std::string>& names,
                             const Arguments& arguments)
{
    auto parameters = arguments.scenario.parameters();
    if (!parameters)
        return parameters.error();
    scenario::RunOptions options;
    options.parameters = std::move(parameters).value();
    const scenario::Scenario& scenario = document.scenario;
    ExportContent content{localized(scenario.title()),
                          {},
                          QString::fromStdString(scenario.source()),
                          document.header};
    for (const std::string& name : names) {
        const auto run = document.runner(scenario, name, options);
        if (!run)
            return run.error();
        const auto& all = scenario.programs();
        const auto info = std::ranges::find(all, name, &scenario::ProgramInfo::name);
        content.programs.push_back(programRunOf(*info, run.value()));
    }
    return content;
}

// A size that was asked for is met exactly or not at all.
Status checkSize(const ExportContent& content, const PictureOptions& options)
{
    const QSize least = ComparisonPicture(content, options).size();
    const QSize asked(options.width, options.height > 0 ? options.height : least.height());
    if (least == asked)
        return success();
    return Error{Error::Kind::Usage,
                 "too small for these programs; they need at least " +
                     std::to_string(least.width()) + 'x' + std::to_string(least.height()),
                 "--size"};
}

Result<ExportContent> contentOf(const Arguments& arguments, const ExportFormat& format)
{
    const auto document = arguments.scenario.openDocument();
    if (!document)
        return document.error();
    for (const TraceProblem& problem : document.value().problems)
        std::cerr << "coroscope: " << problemText(problem, document.value().scenario.source())
                  << '\n';
    const std::vector<std::string> names = programsOf(document.value().scenario, arguments);
    if (const Status count = checkProgramCount(format, names); !count)
        return count.error();
    return runAll(document.value(), names, arguments);
}

Status exportScenario(const Arguments& arguments)
{
    const QString output = QString::fromStdString(arguments.output);
    const auto format = exportFormatFor(output);
    if (!format)
        return format.error();
    std::unique_ptr<OffscreenApplication> application;
    if (format.value()->isPicture())
        application = std::make_unique<OffscreenApplication>();
    if (!arguments.language.empty())
        Language::current().set(QString::fromStdString(arguments.language));
    const auto content = contentOf(arguments, *format.value());
    if (!content)
        return content.error();
    const auto options = arguments.picture.options(content.value().longestTotal());
    if (!options)
        return options.error();
    if (application) {
        if (const Status size = checkSize(content.value(), options.value()); !size)
            return size;
    }
    return exportTo(output, content.value(), options.value());
}

}  // namespace

std::function<ExitStatus()> declareExport(CLI::App& app)
{
    const auto arguments = std::make_shared<Arguments>();
    arguments->scenario.declare(app, "INPUT");
    app.add_option("-o,--output", arguments->output,
                   "The file: .png, .svg, .pdf, .csv (segments), .jsonl (trace of one program) or "
                   ".json (the same for Chrome and Perfetto)")
        ->type_name("FILE")
        ->required();
    app.add_option("--program", arguments->programs,
                   "Export this one; can be repeated, the first is the baseline")
        ->type_name("P")
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--language", arguments->language, "Language of titles and words")
        ->type_name("en|ko")
        ->check(CLI::IsMember({"en", "ko"}));
    arguments->picture.declare(app);
    return [arguments] {
        const Status status = exportScenario(*arguments);
        return status ? Success : fail(status.error());
    };
}

}  // namespace coroscope::cli
