// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "app/document/program_run.h"

namespace coroscope {

/// The rows of one program's chart and what each does at the playhead: what row headers show and
/// screen readers say. The first eventCount events of the trace have happened.
class TrackModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        LabelRole = Qt::UserRole,  ///< "delivery('A', 10)"
        StateRole,                 ///< int of SegmentState
        KindRole,                  ///< int of TaskInfo::Kind
        OutcomeRole,      ///< int of Word: None until it is done, then Returned, Raised, Cancelled
        OutcomeTextRole,  ///< "returned 10"; empty until it is done
    };

    using QAbstractListModel::QAbstractListModel;

    /// Null for no program. All events of a new run have happened, until setEventCount().
    void setRun(ProgramRunPtr run);

    /// Only rows whose state is another after it are reported as changed.
    void setEventCount(std::size_t count);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] std::vector<SegmentState> statesAt(std::size_t eventCount) const;
    [[nodiscard]] QString spokenText(int row) const;
    [[nodiscard]] QString outcome(const Track& track) const;

    ProgramRunPtr m_run;
    std::vector<SegmentState> m_states;
};

}  // namespace coroscope
