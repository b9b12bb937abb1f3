// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/events_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "app/document/stepper.h"
#include "app/panels/event_delegate.h"
#include "app/panels/panel_margins.h"
#include "app/panels/text_label.h"
#include "app/style/draw_time.h"

namespace coroscope {
namespace {

// Wide enough for the texts of most programs; the detail takes what is left.
constexpr int leastTaskWidth = 48;
constexpr int mostTaskWidth = 112;
constexpr int eventWidth = 80;
constexpr int leastSectionWidth = 24;

int widthFor(const QString& text)
{
    const double width = timeWidth(fontFor(TextRole::Story), text);
    return static_cast<int>(width) + 1 + 2 * EventDelegate::padding;
}

}  // namespace

EventsPanel::EventsPanel(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeading();
    buildTable();
    setRun(nullptr);
}

void EventsPanel::buildHeading()
{
    m_name = new TextLabel(TextRole::Heading, &Palette::ink);
    m_count = new TextLabel(TextRole::Label, &Palette::ink3);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(panelMargin, 4, panelMargin, 4);
    row->setSpacing(8);
    row->addWidget(m_name);
    row->addWidget(m_count);
    row->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void EventsPanel::buildTable()
{
    m_table = new QTableView;
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new EventDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(EventDelegate::rowHeight);
    m_table->verticalHeader()->setDefaultSectionSize(EventDelegate::rowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setFont(fontFor(TextRole::Label));
    m_table->horizontalHeader()->setMinimumSectionSize(leastSectionWidth);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(EventTableModel::DetailColumn,
                                                      QHeaderView::Stretch);
    layout()->addWidget(m_table);
    connect(m_table, &QTableView::clicked, this, &EventsPanel::activate);
    connect(m_table, &QTableView::activated, this, &EventsPanel::activate);
}

void EventsPanel::setRun(const ProgramRunPtr& run)
{
    const bool isFirst = !m_model.run() && run;
    m_model.setRun(run);
    m_shownCount = -1;
    if (isFirst)
        fitColumns();
    const QString name = run ? run->name : QString();
    const int events = m_model.rowCount();
    m_name->setText(name);
    m_count->setText(events == 1 ? tr("1 event") : tr("%1 events").arg(QLocale().toString(events)));
    m_table->setAccessibleName(run ? tr("Events of %1").arg(name) : tr("Events"));
}

void EventsPanel::setPosition(const PlayPosition& position)
{
    if (!m_model.run())
        return;
    m_model.setEventCount(m_model.run()->eventsAt(position));
    if (m_model.eventCount() != m_shownCount)
        showCurrent();
}

// A table that is hidden has no rows to scroll to yet.
void EventsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showCurrent();
}

void EventsPanel::showCurrent()
{
    m_shownCount = m_model.eventCount();
    m_table->scrollTo(m_model.index(std::max(m_shownCount - 1, 0), 0));
}

void EventsPanel::fitColumns()
{
    const auto textAt = [this](int row, int column) {
        return m_model.index(row, column).data().toString();
    };
    const int last = m_model.rowCount() - 1;
    for (const int column : {EventTableModel::NumberColumn, EventTableModel::TimeColumn}) {
        const QString title = m_model.headerData(column, Qt::Horizontal).toString();
        m_table->setColumnWidth(column, std::max(widthFor(textAt(last, column)), widthFor(title)));
    }
    constexpr qsizetype looked = 100;
    int taskWidth = leastTaskWidth;
    for (const QString& name : m_model.run()->rows.mid(0, looked))
        taskWidth = std::max(taskWidth, widthFor(name));
    m_table->setColumnWidth(EventTableModel::TaskColumn, std::min(taskWidth, mostTaskWidth));
    m_table->setColumnWidth(EventTableModel::EventColumn, eventWidth);
}

void EventsPanel::activate(const QModelIndex& index)
{
    Q_EMIT activated(positionAfter(*m_model.run(), static_cast<std::size_t>(index.row())));
}

}  // namespace coroscope
