// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/random_user.h"

#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QPointer>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include "app/window/actions.h"

namespace coroscope::test {
namespace {

constexpr qsizetype longestMemory = 40;
constexpr QSize leastSize(1024, 640);
constexpr QSize mostSize(1900, 1100);

// A menu or a dialog, the innermost one; null: there is none.
QWidget* activeDialog()
{
    QWidget* const popup = QApplication::activePopupWidget();
    return popup != nullptr ? popup : QApplication::activeModalWidget();
}

}  // namespace

struct RandomUser::Action {
    int weight;
    void (RandomUser::*act)();
};

const std::vector<RandomUser::Action>& RandomUser::actions()
{
    static const std::vector<Action> table{
        {30, &RandomUser::pressShortcut},
        {8, &RandomUser::pressKey},
        {4, &RandomUser::type},
        {25, &RandomUser::click},
        {12, &RandomUser::drag},
        {8, &RandomUser::hover},
        {12, &RandomUser::wheel},
        {3, &RandomUser::resize},
        {6, &RandomUser::chooseCommand},
        {15, &RandomUser::useControl},
        {4, &RandomUser::search},
        {6, &RandomUser::select},
        {6, &RandomUser::followDetails},
        {4, &RandomUser::openSomething},
        {1, &RandomUser::dropSomething},
        {2, &RandomUser::record},
        {3, &RandomUser::exportPicture},
        {1, &RandomUser::stopRecording},
        {5, &RandomUser::changeParameter},
        {2, &RandomUser::changeLook},
        {2, &RandomUser::toggleStart},
        {6, &RandomUser::letTimePass},
    };
    return table;
}

RandomUser::RandomUser(MainWindow& window, Ticks& now, RandomMaterial material, unsigned seed)
    : m_window(window), m_now(now), m_material(std::move(material)), m_random(seed)
{
    m_window.findChild<QAction*>(QStringLiteral("quit"))->setEnabled(false);
    watch();
}

void RandomUser::act()
{
    actSomehow();
    ++m_action;
}

void RandomUser::leave()
{
    do {
        m_window.close();
        ++m_action;
    } while (m_window.isVisible());
}

// A dialog may come at any time, also between two actions: of a file that has been opened
// meanwhile. A timer of its own each time: one does not fire again while its own slot waits for a
// dialog.
void RandomUser::watch()
{
    QTimer::singleShot(20, this, [this, action = m_action] {
        watch();
        QWidget* const dialog = activeDialog();
        if (m_action == action && dialog != nullptr)
            useDialog(*dialog);
    });
}

void RandomUser::actSomehow()
{
    if (QWidget* const dialog = activeDialog())
        return useDialog(*dialog);
    m_inDialog = 0;
    int all = 0;
    for (const Action& action : actions())
        all += action.weight;
    int rest = between(1, all);
    for (const Action& action : actions()) {
        rest -= action.weight;
        if (rest > 0)
            continue;
        return (this->*action.act)();
    }
}

void RandomUser::remember(const QString& text)
{
    if (qEnvironmentVariableIsSet("COROSCOPE_RANDOM_LOG"))
        qInfo("%s", qPrintable(text));
    m_memory << text;
    if (m_memory.size() > longestMemory)
        m_memory.removeFirst();
}

QPoint RandomUser::pointIn(const QWidget& widget)
{
    return {between(0, std::max(1, widget.width()) - 1),
            between(0, std::max(1, widget.height()) - 1)};
}

// What is there at a random place, or at one of a random widget: small ones get their turn.
QWidget* RandomUser::someWidget(QWidget& top, QPoint& at)
{
    QPoint place = pointIn(top);
    const QList<QWidget*> widgets = top.findChildren<QWidget*>();
    if (!widgets.isEmpty() && below(2) == 0) {
        const QWidget* const widget = oneOf(widgets);
        if (widget->isVisible() && widget->window() == &top)
            place = widget->mapTo(&top, pointIn(*widget));
    }
    QWidget* const there = top.childAt(place);
    QWidget* const found = there != nullptr ? there : &top;
    at = found->mapFrom(&top, place);
    remember(QStringLiteral("  at %1,%2: %3 %4")
                 .arg(place.x())
                 .arg(place.y())
                 .arg(QLatin1String(found->metaObject()->className()), found->accessibleName()));
    return found;
}

Qt::KeyboardModifiers RandomUser::someModifiers()
{
    static constexpr std::array choices{Qt::NoModifier,      Qt::NoModifier,    Qt::NoModifier,
                                        Qt::ControlModifier, Qt::ShiftModifier, Qt::AltModifier};
    return oneOf(choices);
}

void RandomUser::pressShortcut()
{
    const ActionSpec& spec = oneOf(actionTable());
    const QList<QKeySequence> keys = spec.shortcuts();
    if (std::string_view(spec.id) == "quit" || keys.isEmpty())
        return;
    const QKeySequence key = oneOf(keys);
    remember(QStringLiteral("shortcut ") + QLatin1String(spec.id) + QLatin1Char(' ') +
             key.toString());
    QWidget* const focus = QApplication::focusWidget();
    QTest::keySequence(focus != nullptr && focus->window() == &m_window ? focus : &m_window, key);
}

void RandomUser::pressKey()
{
    static constexpr std::array keys{
        Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Space,
        Qt::Key_Up,     Qt::Key_Down,    Qt::Key_Left,   Qt::Key_Right,
        Qt::Key_Home,   Qt::Key_End,     Qt::Key_PageUp, Qt::Key_PageDown,
        Qt::Key_Delete, Qt::Key_Escape,  Qt::Key_F10,    Qt::Key_Menu};
    const Qt::Key key = oneOf(keys);
    const Qt::KeyboardModifiers modifiers = someModifiers();
    remember(QStringLiteral("key ") + QKeySequence(key | modifiers).toString());
    QWidget* const focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : &m_window, key, modifiers);
}

void RandomUser::type()
{
    static const QStringList texts{QStringLiteral("main"),         QStringLiteral("A"),
                                   QStringLiteral("12.5"),         QStringLiteral("-1e308"),
                                   QStringLiteral("배달"),         QStringLiteral("is:blocking"),
                                   QStringLiteral("ready>10ms"),   QStringLiteral(">1s"),
                                   QStringLiteral("conn is:done"), QStringLiteral("((*")};
    const QString text = oneOf(texts);
    remember(QStringLiteral("types ") + text);
    const QPointer<QWidget> focus = QApplication::focusWidget();
    for (const QChar letter : text) {
        const auto key = static_cast<Qt::Key>(letter.toUpper().unicode());
        if (focus)
            QTest::sendKeyEvent(QTest::Click, focus, key, QString(letter), Qt::NoModifier);
    }
}

void RandomUser::click()
{
    remember(QStringLiteral("click"));
    QPoint at;
    QWidget* const widget = someWidget(m_window, at);
    const std::size_t how = below(8);
    const Qt::MouseButton button = how == 0   ? Qt::RightButton
                                   : how == 1 ? Qt::MiddleButton
                                              : Qt::LeftButton;
    if (how == 2)
        QTest::mouseDClick(widget, button, someModifiers(), at);
    else
        QTest::mouseClick(widget, button, someModifiers(), at);
}

void RandomUser::drag()
{
    remember(QStringLiteral("drag"));
    QPoint at;
    QPointer<QWidget> widget = someWidget(m_window, at);
    const Qt::KeyboardModifiers modifiers = someModifiers();
    const Qt::MouseButton button = below(4) == 0 ? Qt::MiddleButton : Qt::LeftButton;
    QTest::mousePress(widget, button, modifiers, at);
    for (int i = between(1, 5); i > 0 && widget; --i) {
        at += QPoint(between(-120, 120), between(-60, 60));
        QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, button,
                         modifiers);
        QApplication::sendEvent(widget, &move);
        if (below(6) == 0)
            QTest::keyClick(&m_window, Qt::Key_Escape);
    }
    if (widget)
        QTest::mouseRelease(widget, button, modifiers, at);
}

// Goes there, waits for what a tool tip says, and leaves.
void RandomUser::hover()
{
    remember(QStringLiteral("hover"));
    QPoint at;
    const QPointer<QWidget> widget = someWidget(m_window, at);
    const QPoint inScreen = widget->mapToGlobal(at);
    QMouseEvent move(QEvent::MouseMove, at, inScreen, Qt::NoButton, Qt::NoButton, someModifiers());
    QApplication::sendEvent(widget, &move);
    QHelpEvent help(QEvent::ToolTip, at, inScreen);
    if (widget)
        QApplication::sendEvent(widget, &help);
    QEvent leave(QEvent::Leave);
    if (widget && below(2) == 0)
        QApplication::sendEvent(widget, &leave);
}

void RandomUser::wheel()
{
    remember(QStringLiteral("wheel"));
    QPoint at;
    QWidget* const widget = someWidget(m_window, at);
    const int by = between(-4, 4) * 120;
    const QPoint angle = below(4) == 0 ? QPoint(by, 0) : QPoint(0, by);
    QWheelEvent event(at, widget->mapToGlobal(at), {}, angle, Qt::NoButton, someModifiers(),
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

void RandomUser::resize()
{
    const QSize size(between(leastSize.width(), mostSize.width()),
                     between(leastSize.height(), mostSize.height()));
    remember(QStringLiteral("size %1 x %2").arg(size.width()).arg(size.height()));
    m_window.resize(size);
}

}  // namespace coroscope::test
