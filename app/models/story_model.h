// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <memory>

#include "app/document/program_run.h"
#include "core/timeline/moment.h"

namespace coroscope {

/// What has happened in one program up to the playhead, a sentence for each event. Moving the
/// playhead inserts and removes rows at the end.
///
/// Cost    setRun O(events); a sentence is made when it is asked for, as storyOf() of one event
class StoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole,  ///< of the event, from 1
        TimeTextRole,               ///< in the unit of the program's total, with it
        IsCurrentRole,              ///< the last that has happened
    };

    using QAbstractListModel::QAbstractListModel;

    /// Null for no program. Nothing has happened yet, until setEventCount().
    void setRun(ProgramRunPtr run);
    [[nodiscard]] const ProgramRunPtr& run() const noexcept { return m_run; }
    void setEventCount(std::size_t count);
    /// The language is another one.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString sentence(int row) const;

    ProgramRunPtr m_run;
    std::unique_ptr<MomentIndex> m_moments;
    int m_count = 0;
};

}  // namespace coroscope
