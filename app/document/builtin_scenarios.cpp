// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/builtin_scenarios.h"

#include <QFile>

#include "app/language/language.h"

namespace coroscope {

QStringList builtinScenarios()
{
    return {QStringLiteral("delivery")};
}

QStringList builtinTitles()
{
    QStringList titles;
    for (const QString& name : builtinScenarios()) {
        const auto scenario = openScenario(name);
        titles << (scenario ? localized(scenario.value().title()) : name);
    }
    return titles;
}

Result<scenario::Scenario> openScenario(const QString& nameOrFile)
{
    if (builtinScenarios().contains(nameOrFile)) {
        QFile file(QStringLiteral(":/scenarios/%1.scenario.json").arg(nameOrFile));
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray text = file.readAll();
            return scenario::readScenario({text.constData(), static_cast<std::size_t>(text.size())},
                                          nameOrFile.toStdString());
        }
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
