// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "app/models/finding_text.h"

namespace coroscope {

/// What is wrong with one program, the gravest first.
class FindingsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        MoreRole = Qt::UserRole,  ///< whom it hurts, what would cure it
        WhereRole,                ///< "line 5"
        EventRole,                ///< where to look, in the trace
        StateRole,                ///< a SegmentState: what the guilty task does
    };

    using QAbstractListModel::QAbstractListModel;

    /// Null for no program.
    void setFindings(ProgramRunPtr run, std::vector<Finding> findings);
    [[nodiscard]] const ProgramRunPtr& run() const noexcept { return m_run; }
    /// The language is another one.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;

private:
    ProgramRunPtr m_run;
    std::vector<Finding> m_findings;
};

}  // namespace coroscope
