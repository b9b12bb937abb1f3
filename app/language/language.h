// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>
#include <functional>
#include <span>

#include "core/scenario/scenario.h"

namespace coroscope {

/// A language that the interface speaks.
struct LanguageChoice {
    QString code;  ///< "ko", as ISO 639-1 has it
    QString name;  ///< in the language itself
};

/// The language that the interface speaks now; QLocale() is the one of that language too. To add
/// one: an entry in choices(), a file in resources/translations.
class Language : public QObject {
    Q_OBJECT

public:
    /// The one of this process; made at the first call. Without a QCoreApplication only a
    /// scenario's own texts are translated.
    [[nodiscard]] static Language& current();
    [[nodiscard]] static std::span<const LanguageChoice> choices();

    [[nodiscard]] const QString& code() const noexcept { return m_code; }

    /// Stops following the system. A code that is no choice means English.
    void set(const QString& code);
    /// Speaks the first language of the system's list that is a choice, else English.
    void followSystem();
    [[nodiscard]] bool followsSystem() const noexcept { return m_followsSystem; }

Q_SIGNALS:
    /// After the translators have been replaced.
    void changed();

private:
    explicit Language(QObject* parent);
    void speak(const QString& code);
    void translate();

    QString m_code;
    bool m_followsSystem = false;
    QTranslator m_own;
    QTranslator m_qt;  // dialogs and buttons of Qt's own
};

/// A scenario's text in the current language.
[[nodiscard]] QString localized(const scenario::LocalizedText& text);

/// Calls `setTexts` now, and after each change of the language for as long as `owner` lives.
void keepTranslated(QObject* owner, const std::function<void()>& setTexts);

}  // namespace coroscope
