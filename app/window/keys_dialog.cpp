// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/keys_dialog.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/panels/text_label.h"
#include "app/window/actions.h"

namespace coroscope {
namespace {

QString keysOf(const ActionSpec& action)
{
    QStringList texts;
    for (const QKeySequence& key : action.shortcuts())
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral("   "));
}

void addGroup(QGridLayout& grid, ActionGroup group)
{
    const int top = grid.rowCount();
    grid.setRowMinimumHeight(top, 32);
    auto* title = new TextLabel(TextRole::Heading, &Palette::ink2, titleOf(group));
    grid.addWidget(title, top, 0, 1, 2, Qt::AlignBottom);
    for (const ActionSpec& action : actionTable()) {
        if (action.group != group || action.shortcuts().isEmpty())
            continue;
        const int row = grid.rowCount();
        grid.addWidget(new TextLabel(TextRole::Body, &Palette::ink, action.text()), row, 0);
        grid.addWidget(new TextLabel(TextRole::Code, &Palette::ink2, keysOf(action)), row, 1);
    }
}

QLayout* column(std::initializer_list<ActionGroup> groups)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    for (const ActionGroup group : groups)
        addGroup(*grid, group);
    grid->setRowStretch(grid->rowCount(), 1);
    return grid;
}

}  // namespace

KeysDialog::KeysDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(48);
    columns->addLayout(column({ActionGroup::Play, ActionGroup::Select}));
    columns->addLayout(column({ActionGroup::View, ActionGroup::File, ActionGroup::Help}));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 4, 24, 16);
    rows->setSpacing(20);
    rows->addLayout(columns);
    rows->addWidget(buttons);
    rows->setSizeConstraint(QLayout::SetFixedSize);
}

}  // namespace coroscope
