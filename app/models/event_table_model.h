// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "app/document/program_run.h"

namespace coroscope {

/// The events of one program's trace, one a row; the first eventCount() of them have happened.
///
/// Cost    nothing is stored for an event: every cell is made when it is asked for
class EventTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NumberColumn, TimeColumn, TaskColumn, EventColumn, DetailColumn, ColumnCount };
    enum Role {
        TimeNsRole = Qt::UserRole,
        EventIndexRole,
        HasHappenedRole,  ///< false: show it dimmed
        IsCurrentRole,    ///< the last that has happened
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null for no program. All events of a new run have happened, until setEventCount().
    void setRun(ProgramRunPtr run);
    [[nodiscard]] const ProgramRunPtr& run() const noexcept { return m_run; }

    /// Only rows that look different after it are reported as changed.
    void setEventCount(std::size_t count);
    [[nodiscard]] int eventCount() const noexcept { return m_eventCount; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    ProgramRunPtr m_run;
    int m_eventCount = 0;
};

}  // namespace coroscope
