// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/output_panel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "app/language/language.h"
#include "app/panels/output_delegate.h"
#include "app/panels/panel_margins.h"
#include "app/panels/text_label.h"

namespace coroscope {
namespace {

constexpr int headerPadding = 4;
constexpr int bottomMargin = 8;

}  // namespace

OutputPanel::OutputPanel(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, bottomMargin);
    layout->setSpacing(0);
    buildHeader();
    buildList();
}

int OutputPanel::heightFor(int lines)
{
    return lineHeight(TextRole::Heading) + 2 * headerPadding + lines * lineHeight(TextRole::Code) +
           bottomMargin;
}

void OutputPanel::buildHeader()
{
    m_header = new QWidget;
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(panelMargin, headerPadding, panelMargin, headerPadding);
    auto* const title = new TextLabel(TextRole::Heading, &Palette::ink2);
    keepTranslated(title, [title] { title->setText(tr("Output")); });
    row->addWidget(title);
    layout()->addWidget(m_header);
}

void OutputPanel::setHeaderShown(bool isShown)
{
    m_header->setVisible(isShown);
}

void OutputPanel::buildList()
{
    m_list = new QListView;
    m_delegate = new OutputDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setModel(&m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumHeight(lineHeight(TextRole::Code));

    auto* const copy = new QAction(m_list);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(copy);
    keepTranslated(this, [this, copy] {
        copy->setText(tr("Copy"));
        showName();
    });
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    layout()->addWidget(m_list);

    connect(copy, &QAction::triggered, this, &OutputPanel::copySelection);
    const QScrollBar* bar = m_list->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &OutputPanel::rememberWhetherAtEnd);
    connect(bar, &QScrollBar::rangeChanged, this, &OutputPanel::followEnd);
}

void OutputPanel::setRun(const ProgramRunPtr& run)
{
    m_delegate->setTotal(run ? run->total() : Ticks{0});
    m_model.setRun(run);
    m_name = run ? run->name : QString();
    showName();
}

void OutputPanel::showName()
{
    m_list->setAccessibleName(m_name.isEmpty() ? tr("Output") : tr("Output of %1").arg(m_name));
}

void OutputPanel::rememberWhetherAtEnd()
{
    const QScrollBar* bar = m_list->verticalScrollBar();
    m_isAtEnd = bar->value() >= bar->maximum();
}

void OutputPanel::followEnd()
{
    QScrollBar* bar = m_list->verticalScrollBar();
    if (m_isAtEnd)
        bar->setValue(bar->maximum());
    else
        rememberWhetherAtEnd();
}

void OutputPanel::copySelection() const
{
    QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(selected, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex& index : selected)
        lines << index.data().toString();
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

}  // namespace coroscope
