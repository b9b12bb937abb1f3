// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "app/document/program_run.h"

namespace coroscope {

/// The words for a row's segments: in the bar, in its tooltip, in exported tables.
///
/// Lifetime  keeps a reference to the run
class SegmentText {
    Q_DECLARE_TR_FUNCTIONS(coroscope::SegmentText)

public:
    explicit SegmentText(const ProgramRun& run) : m_run(run) {}

    /// What a person calls the state: "suspended".
    [[nodiscard]] static QString stateName(SegmentState state);

    /// In a bar: "sleep(10)", "awaits A, B", "calls A", "blocking"; empty for other states.
    [[nodiscard]] QString label(const Segment& segment) const;

    /// What the segment does, for tables: "sleep(10)", "gather A, B, C", "lock db", "call A".
    [[nodiscard]] QString detail(const Segment& segment) const;

    /// Rich text: task and state, from and to, what it awaits and where, who woke it.
    [[nodiscard]] QString toolTip(int track, const Segment& segment) const;

private:
    [[nodiscard]] QString nameOf(TaskId task) const;
    [[nodiscard]] QString awaitedNames(const Wait& wait) const;
    [[nodiscard]] QString sleepText(const Event& suspend, const Wait& wait) const;
    [[nodiscard]] QString reason(const Segment& segment) const;
    [[nodiscard]] QString siteText(SiteId site) const;
    [[nodiscard]] QString wakeText(const Segment& segment) const;
    [[nodiscard]] SiteId siteOf(const Event& event) const;

    const ProgramRun& m_run;
};

}  // namespace coroscope
