// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/models/metrics_model.h"
#include "app/panels/program_panel.h"

class QTableView;

namespace coroscope {

class PanelHeading;
class TotalsChart;

/// One program in numbers: its total as a bar, and how its tasks spent their time.
class SummaryPanel : public ProgramPanel {
    Q_OBJECT

public:
    explicit SummaryPanel(QWidget* parent = nullptr);

    void setRun(const ProgramRunPtr& run) override;
    void setPosition(const PlayPosition&) override {}
    /// Bars on one scale.
    void lineUpWith(const std::vector<ProgramPanel*>& row) override;

    [[nodiscard]] QTableView& table() const noexcept { return *m_table; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildTable();
    void retranslate();

    MetricsModel m_model;
    PanelHeading* m_heading;
    TotalsChart* m_totals;
    QTableView* m_table;
};

}  // namespace coroscope
