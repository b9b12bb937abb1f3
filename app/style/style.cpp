// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/style.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QPointer>
#include <QStyle>
#include <QToolTip>

#include "app/style/control_style.h"
#include "app/style/focus_ring.h"
#include "app/style/fonts.h"
#include "app/style/style_sheet.h"

namespace coroscope {
namespace {

Theme themeOf(const QPalette& system)
{
    const bool isDark =
        system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness();
    return isDark ? Theme::Dark : Theme::Light;
}

QPalette qtPalette(const Palette& p)
{
    QPalette result(p.card, p.ground);
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, p.ground},
        {QPalette::WindowText, p.ink},
        {QPalette::Base, p.card},
        {QPalette::AlternateBase, p.zebra},
        {QPalette::Text, p.ink},
        {QPalette::Button, p.card},
        {QPalette::ButtonText, p.ink},
        {QPalette::BrightText, p.onBar},
        {QPalette::ToolTipBase, p.card},
        {QPalette::ToolTipText, p.ink2},
        {QPalette::PlaceholderText, p.ink3},
        {QPalette::Highlight, p.nowTint},
        {QPalette::HighlightedText, p.ink},
        {QPalette::Link, p.ink},
        {QPalette::LinkVisited, p.ink2},
        {QPalette::Light, p.card},
        {QPalette::Midlight, p.line},
        {QPalette::Mid, p.ctl},
        {QPalette::Dark, p.suspendedEdge},
        {QPalette::Shadow, p.line},
    };
    for (const auto& [role, colour] : roles)
        result.setColor(role, colour);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor pale = result.color(role);
        pale.setAlphaF(0.4F);
        result.setColor(QPalette::Disabled, role, pale);
    }
    return result;
}

}  // namespace

Style& Style::current()
{
    static QPointer<Style> style;
    if (!style)
        style = new Style(qApp);
    return *style;
}

Style::Style(QObject* parent)
    : QObject(parent),
      m_theme(themeOf(QApplication::palette())),
      m_systemTheme(m_theme)
{
}

Style::~Style() = default;

void Style::install()
{
    if (m_isInstalled)
        return;
    m_isInstalled = true;
    QApplication::setStyle(new ControlStyle);
    setFonts();
    m_focusRing = std::make_unique<FocusRing>();
    dress();
    qApp->installEventFilter(this);
}

void Style::setFonts()
{
    QApplication::setFont(fontFor(TextRole::Body));
    for (const char* button : {"QPushButton", "QToolButton", "QComboBox", "QTabBar"})
        QApplication::setFont(fontFor(TextRole::Button), button);
    QToolTip::setFont(fontFor(TextRole::Label));
}

void Style::setTheme(Theme theme)
{
    m_followsSystem = false;
    apply(theme);
}

void Style::followSystem()
{
    m_followsSystem = true;
    apply(m_systemTheme);
}

void Style::apply(Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    if (m_isInstalled)
        dress();
    Q_EMIT changed();
}

void Style::dress()
{
    const QPalette colours = qtPalette(palette());
    QApplication::setPalette(colours);
    QToolTip::setPalette(colours);
    qApp->setStyleSheet(styleSheet(palette()));
}

bool Style::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange) {
        m_systemTheme = themeOf(QApplication::style()->standardPalette());
        if (m_followsSystem)
            apply(m_systemTheme);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace coroscope
