// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/task_search.h"

#include <algorithm>

namespace coroscope {

void TaskSearch::setText(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_text)
        return;
    m_text = trimmed;
    m_query = RowQuery(trimmed);
    m_found.clear();
    Q_EMIT changed();
}

bool TaskSearch::matches(const ProgramRunPtr& run, int row) const
{
    return !isActive() || std::ranges::binary_search(matchesIn(run), row);
}

const std::vector<int>& TaskSearch::matchesIn(const ProgramRunPtr& run) const
{
    static const std::vector<int> none;
    if (!isActive())
        return none;
    const auto known = m_found.find(run);
    if (known != m_found.end())
        return known->second;
    std::erase_if(m_found, [](const auto& entry) { return entry.first.expired(); });
    std::vector<int>& rows = m_found[run];
    for (int row = 0; row < run->rows.size(); ++row) {
        if (m_query.fits(*run, row))
            rows.push_back(row);
    }
    return rows;
}

}  // namespace coroscope
