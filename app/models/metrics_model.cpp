// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/metrics_model.h"

#include <array>
#include <optional>

#include "app/models/event_text.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

struct ColumnSpec {
    const char* title;
    const char* meaning;
    std::optional<Ticks> (*value)(const TaskMetrics&);
};

// In the order of MetricsModel::Column; the name of the task is no value.
constexpr std::array<ColumnSpec, MetricsModel::ColumnCount> columns{{
    {QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Task"),
     QT_TRANSLATE_NOOP("coroscope::MetricsModel", "The row of the chart"), nullptr},
    {QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Waits"),
     QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Waiting for its turn, before it begins"),
     [](const TaskMetrics& row) { return std::optional(row.waiting); }},
    {QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Awaits"),
     QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Suspended, awaiting something"),
     [](const TaskMetrics& row) { return std::optional(row.suspended + row.inCall); }},
    {QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Runs"),
     QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Running"),
     [](const TaskMetrics& row) { return std::optional(row.running); }},
    {QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Blocks"),
     QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Holding the thread"),
     [](const TaskMetrics& row) { return std::optional(row.blocking); }},
    {QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Latency"),
     QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Ready, while the loop was busy elsewhere"),
     [](const TaskMetrics& row) { return std::optional(row.ready); }},
    {QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Total"),
     QT_TRANSLATE_NOOP("coroscope::MetricsModel", "Turnaround: from its creation to its end"),
     [](const TaskMetrics& row) {
         return row.isDone ? std::optional(row.turnaround) : std::nullopt;
     }},
}};

const ColumnSpec& specOf(int column)
{
    return columns[static_cast<std::size_t>(column)];
}

}  // namespace

void MetricsModel::setRun(ProgramRunPtr run)
{
    beginResetModel();
    m_run = std::move(run);
    m_rows = m_run ? taskMetricsOf(*m_run->timeline) : std::vector<TaskMetrics>();
    endResetModel();
}

void MetricsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int MetricsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MetricsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MetricsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TaskMetrics& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isName = index.column() == TaskColumn;
    switch (role) {
    case Qt::DisplayRole: {
        if (isName)
            return rowName(*m_run, row.task);
        const std::optional<Ticks> value = specOf(index.column()).value(row);
        if (!value)
            return QStringLiteral("–");
        return QString::fromStdString(shortTimeText(*value, m_run->total()));
    }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isName ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

QVariant MetricsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole: return tr(specOf(section).title);
    case Qt::ToolTipRole: return tr(specOf(section).meaning);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (section == TaskColumn ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

}  // namespace coroscope
