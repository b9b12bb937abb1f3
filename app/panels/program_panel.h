// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "app/document/program_run.h"

namespace coroscope {

/// A panel of the bottom dock: what one program tells at the playhead.
class ProgramPanel : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Null for no program.
    virtual void setRun(const ProgramRunPtr& run) = 0;
    virtual void setPosition(const PlayPosition& position) = 0;
    /// After all panels of the row have their position: what makes them line up.
    virtual void lineUpWith(const std::vector<ProgramPanel*>& /*row*/) {}

Q_SIGNALS:
    /// Somebody chose a moment.
    void activated(const coroscope::PlayPosition& position);
};

}  // namespace coroscope
