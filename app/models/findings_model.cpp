// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findings_model.h"

namespace coroscope {

void FindingsModel::setFindings(ProgramRunPtr run, std::vector<Finding> findings)
{
    beginResetModel();
    m_run = std::move(run);
    m_findings = std::move(findings);
    endResetModel();
}

void FindingsModel::retranslate()
{
    if (!m_findings.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Finding& finding = m_findings[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return findingText(*m_run, finding).what;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return findingSentence(*m_run, finding);
    case MoreRole: return findingText(*m_run, finding).more;
    case WhereRole: return findingText(*m_run, finding).where;
    case EventRole: return finding.event;
    case StateRole: return static_cast<int>(stateAtFault(finding.kind));
    default: return {};
    }
}

}  // namespace coroscope
