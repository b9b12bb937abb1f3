// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "app/document/program_run.h"
#include "core/timeline/moment.h"

namespace coroscope {

/// What a line of the loop's panel tells of.
enum class LoopSection : std::uint8_t { Running, Ready, Timers, Waiting, Jobs, Objects };
inline constexpr int loopSectionCount = 6;

/// A task, as it is at the playhead.
struct LoopChip {
    QString name;
    SegmentState state = SegmentState::Unborn;

    friend bool operator==(const LoopChip&, const LoopChip&) = default;
};

/// One line: chips, an arrow to further chips, then words. Empty parts are not there.
struct LoopLine {
    LoopSection section = LoopSection::Running;
    bool isFirst = true;  ///< of its section, which it names
    std::vector<LoopChip> chips;
    std::vector<LoopChip> targets;
    std::optional<double> share;  ///< of the longest timer, what is left of this one
    QString code;
    QString text;
    QString value;    ///< behind the text, stronger
    QString end;      ///< at the right
    QString nothing;  ///< why there is nobody, instead of all else

    friend bool operator==(const LoopLine&, const LoopLine&) = default;
};

/// The event loop of one program at the playhead: who runs, who is ready, which timers are pending,
/// who waits for whom, the executors' jobs, the locks and queues.
///
/// Cost    setRun O(events); setPosition as MomentIndex::at(), and the tasks shown: at most
///         `mostLines` a section and `mostChips` a line
class LoopModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        SectionRole = Qt::UserRole,
        ChipsRole,  ///< the names of all chips of the line
    };

    static constexpr std::size_t mostLines = 50;
    static constexpr std::size_t mostChips = 40;

    using QAbstractListModel::QAbstractListModel;

    /// Null for no program. Shows nothing until setPosition().
    void setRun(ProgramRunPtr run);
    [[nodiscard]] const ProgramRunPtr& run() const noexcept { return m_run; }
    void setPosition(const PlayPosition& position);
    /// Makes all lines again: the language is another one.
    void retranslate();

    [[nodiscard]] const LoopLine& line(int row) const
    {
        return m_lines[static_cast<std::size_t>(row)];
    }
    /// The first line of a section, null if it has none.
    [[nodiscard]] const LoopLine* find(LoopSection section) const;
    [[nodiscard]] int countOf(LoopSection section) const;
    /// Blank lines are added until the section has as many: so programs side by side line up.
    void setLeast(LoopSection section, int lines);

    /// "event loop, turn 4"; "no event loop, one thread".
    [[nodiscard]] QString headline() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;

private:
    void show(std::vector<LoopLine> lines);
    void setLines(std::vector<LoopLine> lines);

    ProgramRunPtr m_run;
    std::unique_ptr<MomentIndex> m_moments;
    std::vector<std::size_t> m_turns;  // the Turn events
    std::size_t m_eventCount = 0;
    Ticks m_time{};
    std::vector<LoopLine> m_own;    // without blank lines
    std::vector<LoopLine> m_lines;  // as shown
    std::array<int, loopSectionCount> m_least{};
};

/// "Running", "Ready", ...
[[nodiscard]] QString sectionText(LoopSection section);

}  // namespace coroscope
