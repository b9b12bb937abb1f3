// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <optional>
#include <vector>

#include "app/document/program_run.h"
#include "app/models/python_tokens.h"

namespace coroscope {

/// The Python of one program, line by line, and which tasks are at a line at the playhead.
///
/// Cost    setRun reports the lines whose text is another one, and resets only for another program;
///         setEventCount O(tasks · log n) and reports the lines that look different. Lines are
///         highlighted when they are first asked for.
class SourceModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        LightRole = Qt::UserRole,  ///< a SegmentState; Unborn: nobody is there
        TasksRole,                 ///< the names of who is there, in order of creation
    };

    /// Who is at a line.
    struct Guest {
        TaskId task;
        SegmentState state = SegmentState::Unborn;

        friend bool operator==(const Guest&, const Guest&) = default;
    };

    using QAbstractListModel::QAbstractListModel;

    /// Null for no program.
    void setRun(ProgramRunPtr run);
    [[nodiscard]] const ProgramRunPtr& run() const noexcept { return m_run; }
    /// How many events have happened at the playhead.
    void setEventCount(std::size_t count);

    [[nodiscard]] const QString& text(int row) const { return m_lines.at(row); }
    [[nodiscard]] const std::vector<PythonSpan>& spans(int row) const;
    [[nodiscard]] const std::vector<Guest>& guests(int row) const;
    /// The gravest state at a line: blocking, running, what waits; Unborn for a dark one.
    [[nodiscard]] SegmentState light(int row) const;
    /// The first and last row that are lit, and the one that runs, or -1.
    struct Lit {
        int first = -1;
        int last = -1;
        int running = -1;

        friend bool operator==(const Lit&, const Lit&) = default;
    };
    [[nodiscard]] Lit lit() const;

    /// The event with which a task next comes to a line, counted from the playhead and around the
    /// end; none if nobody ever does.
    [[nodiscard]] std::optional<std::size_t> nextVisit(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;

private:
    using Lights = std::vector<std::vector<Guest>>;

    void setLines(const QStringList& lines);
    void setLights(Lights lights);
    [[nodiscard]] Lights lightsNow() const;
    [[nodiscard]] bool hasBegun(TaskId task, SegmentState state) const;
    void highlight() const;

    ProgramRunPtr m_run;
    std::size_t m_eventCount = 0;
    QStringList m_lines;
    Lights m_lights;                                       // beside m_lines
    mutable std::vector<std::vector<PythonSpan>> m_spans;  // beside m_lines, or empty: not made yet
};

}  // namespace coroscope
