// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

#include "app/style/palette.h"

namespace coroscope {

class FocusRing;

/// How the whole program looks now. What is painted by hand asks it for the palette in each paint
/// event; Qt's own widgets get theirs from install().
class Style : public QObject {
    Q_OBJECT

public:
    /// The one of this application; made at the first call, which needs a QApplication.
    [[nodiscard]] static Style& current();
    ~Style() override;

    /// Dresses every widget of the application: base style, palette, style sheet, fonts, focus
    /// ring. To be called once, before the first window is shown, and best when it has been built:
    /// a widget that moves to another parent is dressed again each time.
    void install();
    /// The fonts only: for windows that are built before they are dressed.
    void setFonts();

    [[nodiscard]] Theme theme() const noexcept { return m_theme; }
    [[nodiscard]] const Palette& palette() const { return coroscope::palette(m_theme); }

    /// Stops following the system.
    void setTheme(Theme theme);
    /// The default. Light where the system does not say.
    void followSystem();
    [[nodiscard]] bool followsSystem() const noexcept { return m_followsSystem; }

Q_SIGNALS:
    /// After palette and style sheet have been replaced.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit Style(QObject* parent);
    void apply(Theme theme);
    void dress();

    Theme m_theme;
    Theme m_systemTheme;
    bool m_followsSystem = true;
    bool m_isInstalled = false;
    std::unique_ptr<FocusRing> m_focusRing;
};

}  // namespace coroscope
