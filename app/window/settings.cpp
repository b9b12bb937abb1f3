// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

#include <QMainWindow>
#include <QSettings>

#include "app/language/language.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString themeKey = QStringLiteral("window/theme");
const QString languageKey = QStringLiteral("window/language");
const QString darkTheme = QStringLiteral("dark");
const QString lightTheme = QStringLiteral("light");

}  // namespace

void restoreWindow(QMainWindow& window)
{
    const QSettings settings;
    const QByteArray geometry = settings.value(geometryKey).toByteArray();
    // Qt takes one that was cut short for a window without a size.
    if (geometry.size() == window.saveGeometry().size())
        window.restoreGeometry(geometry);
    const QString theme = settings.value(themeKey).toString();
    if (theme == darkTheme || theme == lightTheme)
        Style::current().setTheme(theme == darkTheme ? Theme::Dark : Theme::Light);
    const QString language = settings.value(languageKey).toString();
    if (!language.isEmpty())
        Language::current().set(language);
}

void saveWindow(const QMainWindow& window)
{
    QSettings settings;
    settings.setValue(geometryKey, window.saveGeometry());
    const Style& style = Style::current();
    if (style.followsSystem())
        settings.remove(themeKey);
    else
        settings.setValue(themeKey, style.theme() == Theme::Dark ? darkTheme : lightTheme);
    const Language& language = Language::current();
    if (language.followsSystem())
        settings.remove(languageKey);
    else
        settings.setValue(languageKey, language.code());
}

}  // namespace coroscope
