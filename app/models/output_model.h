// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "app/document/program_run.h"

namespace coroscope {

/// What one program has printed at the playhead, line by line: a print of several lines is several
/// rows. Moving the playhead inserts and removes rows at the end and never resets the model.
///
/// Cost    setRun O(events); a move O(log n + rows that change)
class OutputModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TimeTextRole = Qt::UserRole,  ///< in the unit of the program's total, without it: "3.00"
        TimeNsRole,
        IsFreshRole,  ///< printed in the playhead's instant
    };

    using QAbstractListModel::QAbstractListModel;

    /// Null for no program. Shows all that it prints, none of it fresh, until setPosition().
    void setRun(ProgramRunPtr run);
    void setPosition(const PlayPosition& position);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;

private:
    struct Line {
        std::uint32_t event;  // its Print
        std::uint32_t begin;  // in the text of that: bytes
        std::uint32_t length;
    };

    void setShown(int count);
    void reportFreshness(Ticks time);
    [[nodiscard]] Ticks timeOf(const Line& line) const { return m_run->trace().timeAt(line.event); }
    [[nodiscard]] QString textOf(const Line& line) const;
    [[nodiscard]] QString timeTextOf(const Line& line) const;

    static constexpr Ticks never{-1};

    ProgramRunPtr m_run;
    std::vector<Line> m_lines;  // all that the program prints
    int m_shown = 0;
    Ticks m_now = never;
};

}  // namespace coroscope
