// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/document/insights.h"
#include "app/models/findings_model.h"
#include "app/panels/program_panel.h"

class QListView;

namespace coroscope {

class PanelHeading;

/// What is wrong with one program; choosing one goes there.
class FindingsPanel : public ProgramPanel {
    Q_OBJECT

public:
    /// The insights must outlive the panel.
    explicit FindingsPanel(Insights& insights, QWidget* parent = nullptr);

    void setRun(const ProgramRunPtr& run) override;
    void setPosition(const PlayPosition&) override {}

    [[nodiscard]] QListView& list() const noexcept { return *m_list; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showFindings();
    void retranslate();
    void activate(const QModelIndex& index);

    Insights& m_insights;
    FindingsModel m_model;
    ProgramRunPtr m_run;
    PanelHeading* m_heading;
    QListView* m_list;
};

}  // namespace coroscope
