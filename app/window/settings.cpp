// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

#include <QCryptographicHash>
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
constexpr auto sealKind = QCryptographicHash::Md5;

}  // namespace

void restoreWindow(QMainWindow& window)
{
    const QSettings settings;
    window.restoreGeometry(unsealed(settings.value(geometryKey).toByteArray()));
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
    settings.setValue(geometryKey, sealed(window.saveGeometry()));
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

QByteArray sealed(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, sealKind) + bytes;
}

QByteArray unsealed(const QByteArray& bytes)
{
    const QByteArray inside = bytes.mid(QCryptographicHash::hashLength(sealKind));
    return sealed(inside) == bytes ? inside : QByteArray();
}

}  // namespace coroscope
