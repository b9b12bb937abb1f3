// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/events_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "app/document/stepper.h"
#include "app/panels/event_delegate.h"
#include "app/panels/event_filter_bar.h"
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

EventsPanel::EventsPanel(QWidget* parent) : ProgramPanel(parent)
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
    row->setContentsMargins(panelMargin, 0, panelRightMargin, 0);
    row->setSpacing(8);
    m_filterBar = new EventFilterBar(m_filter);
    row->addWidget(m_name);
    row->addWidget(m_count, 1);
    row->addWidget(m_filterBar);
    connect(m_filterBar, &EventFilterBar::changed, this, &EventsPanel::applyFilter);
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
    m_filterBar->setRun(run);
    retranslate();
}

void EventsPanel::retranslate()
{
    const ProgramRunPtr& run = m_model.run();
    const QString name = run ? run->name : QString();
    const int events = m_model.rowCount();
    const int shown = shownEvents();
    m_name->setText(name);
    if (shown < events)
        m_count->setText(tr("%1 of %2 events").arg(shown).arg(events));
    else
        m_count->setText(events == 1 ? tr("1 event")
                                     : tr("%1 events").arg(QLocale().toString(events)));
    m_table->setAccessibleName(run ? tr("Events of %1").arg(name) : tr("Events"));
}

int EventsPanel::shownEvents() const
{
    return m_table->model()->rowCount();
}

// While nothing is left out, the filter would only cost a copy of all row numbers.
void EventsPanel::applyFilter()
{
    QAbstractItemModel* const wanted =
        m_filter.isActive() ? static_cast<QAbstractItemModel*>(&m_filter) : &m_model;
    m_filter.setSourceModel(m_filter.isActive() ? &m_model : nullptr);
    if (m_table->model() != wanted) {
        m_table->setModel(wanted);
        m_table->horizontalHeader()->setSectionResizeMode(EventTableModel::DetailColumn,
                                                          QHeaderView::Stretch);
        fitColumns();
    }
    retranslate();
    showCurrent();
}

void EventsPanel::changeEvent(QEvent* event)
{
    ProgramPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
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
    ProgramPanel::showEvent(event);
    showCurrent();
}

void EventsPanel::showCurrent()
{
    m_shownCount = m_model.eventCount();
    const QModelIndex current = m_model.index(std::max(m_shownCount - 1, 0), 0);
    if (m_table->model() == &m_model) {
        m_table->scrollTo(current);
        return;
    }
    // The last one shown that has happened.
    for (QModelIndex row = current; row.isValid(); row = row.siblingAtRow(row.row() - 1)) {
        const QModelIndex shown = m_filter.mapFromSource(row);
        if (shown.isValid()) {
            m_table->scrollTo(shown);
            return;
        }
    }
}

void EventsPanel::fitColumns()
{
    const auto textAt = [this](int row, int column) {
        return m_model.index(row, column).data().toString();
    };
    if (!m_model.run())
        return;
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
    const int event = index.data(EventTableModel::EventIndexRole).toInt();
    Q_EMIT activated(positionAfter(*m_model.run(), static_cast<std::size_t>(event)));
}

}  // namespace coroscope
