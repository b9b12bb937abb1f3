// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/key_guard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace coroscope {
namespace {

bool isUpOrDown(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Home || key == Qt::Key_End;
}

bool isMove(int key)
{
    return isUpOrDown(key) || key == Qt::Key_Left || key == Qt::Key_Right;
}

bool needs(const QObject* control, int key)
{
    if (qobject_cast<const QLineEdit*>(control) != nullptr)
        return key == Qt::Key_Escape;
    if (qobject_cast<const QAbstractSlider*>(control) != nullptr)
        return isMove(key);
    if (qobject_cast<const QAbstractItemView*>(control) != nullptr)
        return isUpOrDown(key);
    if (qobject_cast<const QComboBox*>(control) != nullptr)
        return isUpOrDown(key) || key == Qt::Key_Space;
    return qobject_cast<const QAbstractButton*>(control) != nullptr && key == Qt::Key_Space;
}

}  // namespace

KeyGuard::KeyGuard(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool KeyGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* const key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() != Qt::NoModifier || !needs(watched, key->key()))
        return false;
    event->accept();
    return true;
}

}  // namespace coroscope
