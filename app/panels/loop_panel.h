// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/models/loop_model.h"
#include "app/panels/program_panel.h"

class QListView;

namespace coroscope {

class PanelHeading;

/// The event loop of one program at the playhead.
class LoopPanel : public ProgramPanel {
    Q_OBJECT

public:
    explicit LoopPanel(QWidget* parent = nullptr);

    void setRun(const ProgramRunPtr& run) override;
    void setPosition(const PlayPosition& position) override;
    /// As many lines of timers and waits in each, so that one reads across.
    void lineUpWith(const std::vector<ProgramPanel*>& row) override;

    [[nodiscard]] QListView& list() const noexcept { return *m_list; }
    [[nodiscard]] const LoopModel& model() const noexcept { return m_model; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    LoopModel m_model;
    PanelHeading* m_heading;
    QListView* m_list;
};

}  // namespace coroscope
