// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/document/program_run.h"
#include "core/analysis/metrics.h"

namespace coroscope {

/// How the tasks of one program spent their time, a row each, in order of creation.
///
/// Cost    setRun O(segments); a cell is made when it is asked for
class MetricsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        TaskColumn,
        WaitingColumn,
        SuspendedColumn,
        RunningColumn,
        BlockingColumn,
        LatencyColumn,
        TurnaroundColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null for no program.
    void setRun(ProgramRunPtr run);
    [[nodiscard]] const ProgramRunPtr& run() const noexcept { return m_run; }
    /// The language is another one.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    ProgramRunPtr m_run;
    std::vector<TaskMetrics> m_rows;
};

}  // namespace coroscope
