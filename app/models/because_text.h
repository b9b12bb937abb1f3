// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <span>

#include "app/document/program_run.h"
#include "core/analysis/because.h"

namespace coroscope {

/// The words for why a segment lasted.
///
/// Lifetime  keeps a reference to the run
class BecauseText {
    Q_DECLARE_TR_FUNCTIONS(coroscope::BecauseText)

public:
    explicit BecauseText(const ProgramRun& run) : m_run(run) {}

    /// "Waited 558 ms"
    [[nodiscard]] QString headline(const BecauseLink& link) const;
    /// One sentence: "A waited 300 ms for the lock db, held by B."
    [[nodiscard]] QString sentence(const BecauseLink& link) const;
    /// One sentence for each link.
    [[nodiscard]] QString sentences(std::span<const BecauseLink> chain) const;
    /// Under a link's task: "lock db, line 5".
    [[nodiscard]] QString detail(const BecauseLink& link) const;
    [[nodiscard]] QString task(TaskId task) const;
    [[nodiscard]] QString time(Ticks time) const;

private:
    [[nodiscard]] QString body(const BecauseLink& link) const;
    [[nodiscard]] QString object(const BecauseLink& link) const;
    [[nodiscard]] QString site(SiteId site) const;

    const ProgramRun& m_run;
};

}  // namespace coroscope
