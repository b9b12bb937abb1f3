// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>
#include <span>
#include <vector>

#include "app/document/program_run.h"
#include "app/document/run_worker.h"
#include "app/document/value_history.h"
#include "app/document/view_state.h"
#include "app/document/what_if.h"

namespace coroscope {

/// One open scenario: its parameters' values, the programs of it that are shown, their runs, and
/// where one looks. Runs are real ones and replaced as a whole; when one fails or is cancelled, the
/// old runs stay and the settings go back to those that the runs were made with.
class Comparison : public QObject {
    Q_OBJECT

public:
    explicit Comparison(scenario::Scenario scenario, QObject* parent = nullptr);
    Comparison(scenario::Scenario scenario, Runner runner, QObject* parent = nullptr);

    [[nodiscard]] const scenario::Scenario& scenario() const noexcept { return m_scenario; }

    /// Of a recording: what can be tried on it, by the runner as well.
    void setWhatIfs(std::shared_ptr<WhatIfs> whatIfs) { m_whatIfs = std::move(whatIfs); }
    /// What could be tried where that segment of a run begins; nothing while it is being recorded.
    [[nodiscard]] std::vector<replay::Change> changesAt(const ProgramRun& run,
                                                        const Segment& segment) const;
    /// Shows what a change would bring, as one more program. Precondition: it came from
    /// changesAt().
    void tryOut(const replay::Change& change, const ProgramRun& run);

    /// Those of the scenario, and what was tried on them.
    [[nodiscard]] std::span<const scenario::ProgramInfo> programs() const noexcept
    {
        return m_programs;
    }

    /// Runs the programs for the first time; to be called once everybody is connected.
    void start();

    /// Runs the programs again with the same values: what they give has changed by itself.
    void reload();

    /// All parameters with their values, as the runs have or will have them.
    [[nodiscard]] const scenario::ParameterValues& parameters() const noexcept;
    /// Whole numbers become ints where the file's value is one: Python prints 10, not 10.0.
    void setParameter(const QString& name, double value);
    void resetParameters();

    /// The end of a bar is being dragged that lasts as long as scenario().parameters()[parameter]
    /// says: until endStretch(), the runs of this moment stay behind as ghosts(), and the axis gets
    /// longer when it must, never shorter. What changes in between is one step of undo.
    void beginStretch(int parameter);
    /// From where it stood; rounded to the parameter's steps and kept in its range.
    void stretchBy(Ticks by);
    void endStretch();
    /// The parameters go back to what they were.
    void cancelStretch();
    [[nodiscard]] bool isStretching() const noexcept { return m_stretch.has_value(); }
    /// Empty while nothing is being stretched.
    [[nodiscard]] std::span<const ProgramRunPtr> ghosts() const noexcept { return m_ghosts; }

    /// Of the parameters' values.
    [[nodiscard]] bool canUndo() const noexcept { return m_values.canUndo(); }
    [[nodiscard]] bool canRedo() const noexcept { return m_values.canRedo(); }
    void undo();
    void redo();

    [[nodiscard]] bool isShown(const QString& program) const;
    /// The last one that is shown stays.
    void setShown(const QString& program, bool isShown);

    /// Of the programs shown, in the scenario's order; empty until the first runs are done.
    [[nodiscard]] std::span<const ProgramRunPtr> runs() const noexcept { return m_runs; }
    [[nodiscard]] Ticks longestTotal() const;
    /// All of the programs' time; a second where they take none.
    [[nodiscard]] TimeSpan wholeSpan() const;

    /// The same on the order axis, for the program with most events.
    [[nodiscard]] TimeSpan wholeOrderSpan() const;
    /// Of the axis that is shown.
    [[nodiscard]] TimeSpan wholeAxisSpan() const;

    [[nodiscard]] ViewState& view() noexcept { return m_view; }
    [[nodiscard]] Playhead& playhead() noexcept { return m_view.playhead; }
    /// Of time; that of the axis which is shown is view().range().
    [[nodiscard]] VisibleRange& visibleRange() noexcept { return m_view.timeRange; }

    [[nodiscard]] bool isBusy() const noexcept { return m_worker.isBusy(); }
    void cancel();

Q_SIGNALS:
    /// Comes last: the playhead and the visible range have their new places by then. Also after
    /// the language has changed, since what is said of the runs changes with it.
    void runsChanged();
    /// A parameter's value or what is shown, also when a run failed and they went back.
    void settingsChanged();
    void failed(const QString& message);
    void busyChanged(bool isBusy);
    void stretchingChanged(bool isStretching);

private:
    struct Settings {
        scenario::ParameterValues parameters;
        std::vector<bool> shown;  // beside programs()
        int generation = 0;       // of the parameters
    };
    struct Stretch {
        int parameter = 0;
        scenario::ParameterValues before;
    };
    struct StoredRun {
        ProgramRunPtr run;
        int generation = -1;  // of the parameters it was made with
    };

    void change(Settings settings);
    void goBack();
    void run();
    void take(const RunResult& result);
    void show();
    void refresh();
    [[nodiscard]] scenario::ParameterValues takeStretch();
    void keepPlace(Ticks oldTotal, Ticks newTotal);
    void keepRange(VisibleRange& range, TimeSpan oldWhole, TimeSpan newWhole);
    void keepSelection(std::span<const ProgramRunPtr> oldRuns);
    void changeTo(const scenario::ParameterValues& values);
    [[nodiscard]] std::vector<std::size_t> missing() const;
    [[nodiscard]] std::optional<std::size_t> indexOf(const QString& program) const;

    const scenario::Scenario m_scenario;
    Settings m_wanted;
    Settings m_applied;  // those of m_runs
    int m_lastGeneration = 0;
    std::vector<scenario::ProgramInfo> m_programs;
    std::shared_ptr<WhatIfs> m_whatIfs;    // null: of no recording
    std::vector<StoredRun> m_stored;       // beside m_programs
    std::vector<std::size_t> m_requested;  // what the worker runs: indices into m_stored
    std::vector<ProgramRunPtr> m_runs;
    std::vector<ProgramRunPtr> m_ghosts;
    std::optional<Stretch> m_stretch;
    ValueHistory<scenario::ParameterValues> m_values;
    ViewState m_view;
    RunWorker m_worker;
};

}  // namespace coroscope
