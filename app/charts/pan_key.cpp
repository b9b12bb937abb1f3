// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/pan_key.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QCursor>
#include <QKeyEvent>
#include <QLineEdit>
#include <utility>

#include "app/charts/chart_view.h"

namespace coroscope {
namespace {

bool isKeyHeld = false;
bool wasUsed = false;

// They need Space themselves.
bool isControl(const QObject* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr;
}

bool isOverChart()
{
    const QWidget* const under = QApplication::widgetAt(QCursor::pos());
    return under != nullptr && qobject_cast<const ChartView*>(under->parent()) != nullptr;
}

}  // namespace

PanKey::PanKey(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

PanKey::~PanKey()
{
    isKeyHeld = false;
}

bool PanKey::isHeld() noexcept
{
    return isKeyHeld;
}

void PanKey::use() noexcept
{
    wasUsed = true;
}

bool PanKey::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    const bool isKey =
        type == QEvent::ShortcutOverride || type == QEvent::KeyPress || type == QEvent::KeyRelease;
    if (!isKey || !watched->isWidgetType())
        return false;
    const auto* const key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier)
        return false;
    if (type == QEvent::ShortcutOverride) {
        if (!isKeyHeld && (isControl(watched) || !isOverChart()))
            return false;
        event->accept();
        if (!std::exchange(isKeyHeld, true))
            wasUsed = false;
        return true;
    }
    if (!isKeyHeld)
        return false;
    if (type == QEvent::KeyRelease && !key->isAutoRepeat()) {
        isKeyHeld = false;
        if (!wasUsed)
            Q_EMIT tapped();
    }
    return true;
}

}  // namespace coroscope
