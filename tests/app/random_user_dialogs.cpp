// SPDX-License-Identifier: GPL-3.0-or-later
// What a random user does with dialogs and menus.
#include <QAbstractButton>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>

#include "app/window/export_dialog.h"
#include "app/window/record_dialog.h"
#include "tests/app/random_user.h"

namespace coroscope::test {
namespace {

constexpr int patienceWithDialogs = 6;  // actions

}  // namespace

void RandomUser::useDialog(QWidget& dialog)
{
    m_inDialog = m_dialog == &dialog ? m_inDialog + 1 : 0;
    m_dialog = &dialog;
    QWidget* const focus = dialog.focusWidget() != nullptr ? dialog.focusWidget() : &dialog;
    remember(QStringLiteral("in ") + QLatin1String(dialog.metaObject()->className()));
    if (m_inDialog > patienceWithDialogs) {
        m_inDialog = 0;
        dialog.close();
        return;
    }
    if (fillIn(dialog))
        return;
    switch (below(4)) {
    case 0: QTest::keyClick(focus, Qt::Key_Escape); break;
    case 1: {
        static constexpr std::array keys{Qt::Key_Tab,   Qt::Key_Down,   Qt::Key_Up,
                                         Qt::Key_Space, Qt::Key_Return, Qt::Key_A};
        QTest::keyClick(focus, oneOf(keys));
        break;
    }
    case 2: pressButton(dialog); break;
    default: {
        QPoint at;
        QWidget* const widget = someWidget(dialog, at);
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
    }
    }
}

// Dialogs of files could do harm elsewhere than in the user's folder; a program's name, or the way
// through a dialog to its end, is rarely found by chance. True if there is nothing else to be done.
bool RandomUser::fillIn(QWidget& dialog)
{
    if (auto* const files = qobject_cast<QFileDialog*>(&dialog)) {
        chooseFile(*files);
        return true;
    }
    if (below(2) == 0)
        return false;
    if (qobject_cast<ExportDialog*>(&dialog) != nullptr) {
        QTest::keyClick(&dialog, Qt::Key_Return);
        return true;
    }
    if (qobject_cast<RecordDialog*>(&dialog) == nullptr)
        return false;
    auto* const source = dialog.findChild<QLineEdit*>(QStringLiteral("source"));
    source->setText(oneOf(m_material.programs));
    QTest::keyClick(source, Qt::Key_Return);
    return true;
}

void RandomUser::chooseFile(QFileDialog& dialog)
{
    if (below(3) == 0) {
        QTest::keyClick(&dialog, Qt::Key_Escape);
        return;
    }
    static const QStringList endings{QStringLiteral("png"),     QStringLiteral("svg"),
                                     QStringLiteral("pdf"),     QStringLiteral("csv"),
                                     QStringLiteral("json"),    QStringLiteral("trace.jsonl"),
                                     QStringLiteral("unknown"), QStringLiteral("nowhere/a.png")};
    const bool isToSave = dialog.acceptMode() == QFileDialog::AcceptSave;
    const QString file = isToSave
                             ? QStringLiteral("%1/export.").arg(m_material.folder) + oneOf(endings)
                             : oneOf(m_material.files);
    remember(QStringLiteral("  ") + file);
    dialog.selectFile(file);
    static_cast<QDialog&>(dialog).accept();
}

void RandomUser::pressButton(QWidget& dialog)
{
    QList<QAbstractButton*> buttons = dialog.findChildren<QAbstractButton*>();
    buttons.removeIf(
        [](const QAbstractButton* button) { return !button->isVisible() || !button->isEnabled(); });
    if (buttons.isEmpty())
        return;
    QAbstractButton* const button = oneOf(buttons);
    remember(QStringLiteral("  ") + button->text() + QLatin1Char(' ') + button->accessibleName());
    button->click();
}

}  // namespace coroscope::test
