// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <algorithm>
#include <array>

namespace coroscope {
namespace {

const QString english = QStringLiteral("en");

bool isChoice(const QString& code)
{
    return std::ranges::count(Language::choices(), code, &LanguageChoice::code) > 0;
}

}  // namespace

Language& Language::current()
{
    static Language* const language = new Language(QCoreApplication::instance());
    return *language;
}

std::span<const LanguageChoice> Language::choices()
{
    static const std::array table{
        LanguageChoice{english, QStringLiteral("English")},
        LanguageChoice{QStringLiteral("ko"), QStringLiteral("한국어")},
    };
    return table;
}

Language::Language(QObject* parent) : QObject(parent)
{
    followSystem();
}

void Language::set(const QString& code)
{
    m_followsSystem = false;
    speak(isChoice(code) ? code : english);
}

void Language::followSystem()
{
    m_followsSystem = true;
    for (const QString& name : QLocale::system().uiLanguages()) {
        const QString code = name.section(u'-', 0, 0);
        if (isChoice(code))
            return speak(code);
    }
    speak(english);
}

void Language::speak(const QString& code)
{
    if (code == m_code)
        return;
    m_code = code;
    QLocale::setDefault(QLocale(code));
    if (QCoreApplication::instance() != nullptr)
        translate();
    Q_EMIT changed();
}

void Language::translate()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(QStringLiteral("qtbase_%1").arg(m_code), qtFolder))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/translations/coroscope_%1").arg(m_code)))
        QCoreApplication::installTranslator(&m_own);
}

QString localized(const scenario::LocalizedText& text)
{
    return QString::fromStdString(text.in(Language::current().code().toStdString()));
}

void keepTranslated(QObject* owner, const std::function<void()>& setTexts)
{
    setTexts();
    QObject::connect(&Language::current(), &Language::changed, owner, setTexts);
}

}  // namespace coroscope
