// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/models/story_model.h"
#include "app/panels/program_panel.h"

class QListView;

namespace coroscope {

class PanelHeading;
class StoryDelegate;

/// What has happened in one program up to the playhead, in sentences; the newest is in view.
/// Choosing one goes there.
class StoryPanel : public ProgramPanel {
    Q_OBJECT

public:
    explicit StoryPanel(QWidget* parent = nullptr);

    void setRun(const ProgramRunPtr& run) override;
    void setPosition(const PlayPosition& position) override;

    [[nodiscard]] QListView& list() const noexcept { return *m_list; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void activate(const QModelIndex& index);

    StoryModel m_model;
    PanelHeading* m_heading;
    QListView* m_list;
    StoryDelegate* m_delegate;
};

}  // namespace coroscope
