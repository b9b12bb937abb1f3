// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/task_search.h"

namespace coroscope {

void TaskSearch::setText(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_text)
        return;
    m_text = trimmed;
    Q_EMIT changed();
}

bool TaskSearch::matches(const ProgramRun& run, int row) const
{
    if (!isActive() || run.rows.value(row).contains(m_text, Qt::CaseInsensitive))
        return true;
    const TaskInfo& task = run.trace().task(TaskId{static_cast<std::uint32_t>(row)});
    return QString::fromStdString(task.name).contains(m_text, Qt::CaseInsensitive) ||
           QString::fromStdString(task.label).contains(m_text, Qt::CaseInsensitive);
}

}  // namespace coroscope
