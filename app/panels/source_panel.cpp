// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/source_panel.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "app/document/stepper.h"
#include "app/panels/panel_margins.h"
#include "app/panels/source_delegate.h"
#include "app/panels/text_label.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int verticalMargin = 3;
constexpr int contextLines = 3;

}  // namespace

SourcePanel::SourcePanel(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, verticalMargin, 0, verticalMargin);
    layout->setSpacing(0);
    m_nothing = new TextLabel(TextRole::Story, &Palette::ink3);
    m_nothing->setContentsMargins(panelMargin, 0, panelMargin, 0);
    m_nothing->hide();
    layout->addWidget(m_nothing, 0, Qt::AlignCenter);
    buildList();
    retranslate();
}

int SourcePanel::heightFor(int lines)
{
    return lines * lineHeight(TextRole::Code) + 2 * verticalMargin;
}

void SourcePanel::buildList()
{
    m_list = new QListView;
    m_list->setItemDelegate(new SourceDelegate(m_list));
    m_list->setModel(&m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumHeight(lineHeight(TextRole::Code));
    m_list->viewport()->setAutoFillBackground(false);
    m_copy = new QAction(m_list);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(m_copy);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    layout()->addWidget(m_list);

    connect(m_copy, &QAction::triggered, this, &SourcePanel::copySelection);
    connect(m_list, &QListView::clicked, this, &SourcePanel::activate);
    connect(m_list, &QListView::activated, this, &SourcePanel::activate);
    const QScrollBar* const bar = m_list->verticalScrollBar();
    // The value has not been taken over yet while this signal is sent.
    connect(bar, &QScrollBar::actionTriggered, this, &SourcePanel::noteScrolling,
            Qt::QueuedConnection);
    connect(bar, &QScrollBar::rangeChanged, this, &SourcePanel::follow);
}

void SourcePanel::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_nothing->setText(tr("There is no source to show."));
    const ProgramRunPtr& run = m_model.run();
    m_list->setAccessibleName(run ? tr("Source of %1").arg(run->name) : tr("Source"));
}

void SourcePanel::setRun(const ProgramRunPtr& run)
{
    m_model.setRun(run);
    const bool isEmpty = m_model.rowCount() == 0;
    m_nothing->setVisible(run && isEmpty);
    m_list->setVisible(!isEmpty);
    retranslate();
}

void SourcePanel::setPosition(const PlayPosition& position)
{
    if (!m_model.run())
        return;
    m_model.setEventCount(m_model.run()->eventsAt(position));
    const SourceModel::Lit lit = m_model.lit();
    m_isFollowing = m_isFollowing || isInView(lit.running >= 0 ? lit.running : lit.first);
    follow();
}

int SourcePanel::visibleLines() const
{
    return std::max(m_list->viewport()->height() / lineHeight(TextRole::Code), 1);
}

bool SourcePanel::isInView(int row) const
{
    const int top = row * lineHeight(TextRole::Code) - m_list->verticalScrollBar()->value();
    return row >= 0 && top >= 0 && top + lineHeight(TextRole::Code) <= m_list->viewport()->height();
}

void SourcePanel::noteScrolling()
{
    const SourceModel::Lit lit = m_model.lit();
    const int row = lit.running >= 0 ? lit.running : lit.first;
    m_isFollowing = row < 0 || isInView(row);
}

// All lit lines with the lines around them if they fit, else the one that runs; scrolls no further
// than it must.
void SourcePanel::follow()
{
    const SourceModel::Lit lit = m_model.lit();
    if (!m_isFollowing || lit.first < 0)
        return;
    int first = lit.first;
    int last = lit.last;
    const int visible = visibleLines();
    if (last - first >= visible)
        first = last = lit.running >= 0 ? lit.running : lit.first;
    const int context = std::clamp((visible - (last - first + 1)) / 2, 0, contextLines);
    QScrollBar* const bar = m_list->verticalScrollBar();
    const int line = lineHeight(TextRole::Code);
    const int least = (last + context + 1) * line - m_list->viewport()->height();
    const int most = (first - context) * line;
    // From the top of a line: half ones look untidy.
    const int wanted = std::min(std::max(bar->value(), (least + line - 1) / line * line), most);
    bar->setValue(std::max(wanted, 0));
}

void SourcePanel::activate(const QModelIndex& index)
{
    if (QGuiApplication::keyboardModifiers() != Qt::NoModifier)
        return;
    if (const auto event = m_model.nextVisit(index.row()))
        Q_EMIT activated(positionAfter(*m_model.run(), *event));
}

void SourcePanel::copySelection() const
{
    QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(selected, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex& index : selected)
        lines << index.data().toString();
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void SourcePanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), Style::current().palette().code);
}

void SourcePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    follow();
}

void SourcePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace coroscope
