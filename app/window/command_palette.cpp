// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/command_palette.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/style/fonts.h"
#include "app/style/icons.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr QSize usualSize(520, 380);
constexpr int keysWidth = 140;

enum Column { TextColumn, KeysColumn };

// The text and, in whatever language, the English name of the action.
constexpr int SearchRole = Qt::UserRole;

}  // namespace

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent, Qt::Popup), m_field(new QLineEdit), m_list(new QTreeView)
{
    setWindowTitle(tr("Commands"));
    addActions(actions);
    m_shown.setSourceModel(&m_model);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown.setFilterRole(SearchRole);
    build();
    filter({});
    resize(usualSize);
    move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, parent->height() / 8)));
}

void CommandPalette::addActions(const QList<QAction*>& actions)
{
    for (QAction* const action : actions) {
        if (!action->isEnabled() || action->isSeparator() || action->text().isEmpty())
            continue;
        auto* const keys = new QStandardItem(action->shortcut().toString(QKeySequence::NativeText));
        keys->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        keys->setFont(fontFor(TextRole::Label));
        auto* const text = new QStandardItem(action->text());
        text->setData(QString(action->text() + u' ' + action->objectName()), SearchRole);
        m_model.appendRow({text, keys});
        m_actions << action;
    }
}

void CommandPalette::build()
{
    m_field->setObjectName(QStringLiteral("commandField"));
    m_field->setMinimumHeight(32);
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setAccessibleName(tr("What do you want to do?"));
    m_field->addAction(themeIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->setModel(&m_shown);
    m_list->setAccessibleName(windowTitle());
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->hide();
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(TextColumn, QHeaderView::Stretch);
    m_list->header()->resizeSection(KeysColumn, keysWidth);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { trigger(m_list->currentIndex()); });
    connect(m_list, &QTreeView::clicked, this, &CommandPalette::trigger);
    m_field->setFocus();
}

void CommandPalette::filter(const QString& text)
{
    m_shown.setFilterFixedString(text.trimmed());
    m_list->setCurrentIndex(m_shown.index(0, TextColumn));
}

// Closed first: what is done may open a dialog of its own.
void CommandPalette::trigger(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    QAction* const action = m_actions[m_shown.mapToSource(index).row()];
    accept();
    action->trigger();
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), palette.ctl);
    painter.fillRect(rect().adjusted(1, 1, -1, -1), palette.card);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return QDialog::eventFilter(watched, event);
    const QModelIndex next = m_shown.index(m_list->currentIndex().row() + step, TextColumn);
    if (next.isValid())
        m_list->setCurrentIndex(next);
    return true;
}

}  // namespace coroscope
