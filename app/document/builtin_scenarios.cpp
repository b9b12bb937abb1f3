// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/builtin_scenarios.h"

#include <QFile>

#include "app/language/language.h"

namespace coroscope {
namespace {

QByteArray builtinText(const QString& name)
{
    QFile file(QStringLiteral(":/scenarios/%1.scenario.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string_view view(const QByteArray& text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

}  // namespace

const QStringList& builtinScenarios()
{
    static const QStringList names{
        QStringLiteral("delivery"),
        QStringLiteral("async-but-sequential"),
        QStringLiteral("impatient-customers"),
        QStringLiteral("await-or-task"),
        QStringLiteral("cafe"),
        QStringLiteral("breakfast"),
        QStringLiteral("cpu-bound"),
        QStringLiteral("io-bound"),
        QStringLiteral("blocking-call"),
        QStringLiteral("run-in-executor"),
        QStringLiteral("control-transfer"),
        QStringLiteral("generator-coroutine"),
        QStringLiteral("first-event-loop"),
        QStringLiteral("awaitables"),
        QStringLiteral("gather-errors"),
        QStringLiteral("fetcher"),
        QStringLiteral("barista"),
        QStringLiteral("as-completed"),
        QStringLiteral("timeout"),
        QStringLiteral("cancel-a-task"),
        QStringLiteral("task-group"),
        QStringLiteral("producer-consumer"),
        QStringLiteral("dining-philosophers"),
        QStringLiteral("forgotten-await"),
        QStringLiteral("starvation"),
        QStringLiteral("thundering-herd"),
        QStringLiteral("rate-limit"),
        QStringLiteral("retry-backoff"),
    };
    return names;
}

QStringList builtinTitles()
{
    QStringList titles;
    for (const QString& name : builtinScenarios()) {
        const QByteArray text = builtinText(name);
        const auto title = scenario::readTitle(view(text), name.toStdString());
        titles << (title ? localized(title.value()) : name);
    }
    return titles;
}

Result<scenario::Scenario> openScenario(const QString& nameOrFile)
{
    if (builtinScenarios().contains(nameOrFile)) {
        const QByteArray text = builtinText(nameOrFile);
        return scenario::readScenario(view(text), nameOrFile.toStdString());
    }
    auto opened = scenario::loadScenario(nameOrFile.toStdString());
    const bool isName =
        !nameOrFile.contains(QLatin1Char('/')) && !nameOrFile.contains(QLatin1Char('.'));
    if (!opened && isName && opened.error().kind == Error::Kind::NotFound) {
        const QString known = builtinScenarios().join(QStringLiteral(", "));
        return Error{Error::Kind::NotFound,
                     "there is no such file or built-in scenario; built in: " + known.toStdString(),
                     nameOrFile.toStdString()};
    }
    return opened;
}

}  // namespace coroscope
