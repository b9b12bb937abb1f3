// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/models/event_filter.h"
#include "app/models/event_table_model.h"
#include "app/panels/program_panel.h"

class QTableView;

namespace coroscope {

class EventFilterBar;
class TextLabel;

/// The events of one program as a table that follows the playhead, all of them or a part.
class EventsPanel : public ProgramPanel {
    Q_OBJECT

public:
    explicit EventsPanel(QWidget* parent = nullptr);

    void setRun(const ProgramRunPtr& run) override;
    /// Scrolls to the event at the playhead when that is another one than before.
    void setPosition(const PlayPosition& position) override;

    [[nodiscard]] QTableView& table() const noexcept { return *m_table; }

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildHeading();
    void buildTable();
    void fitColumns();
    void showCurrent();
    void applyFilter();
    void retranslate();
    [[nodiscard]] int shownEvents() const;
    void activate(const QModelIndex& index);

    EventTableModel m_model;
    EventFilter m_filter;  // between the two while it leaves something out
    EventFilterBar* m_filterBar = nullptr;
    TextLabel* m_name = nullptr;
    TextLabel* m_count = nullptr;
    QTableView* m_table = nullptr;
    int m_shownCount = -1;  // of the events at the playhead the table was last scrolled for
};

}  // namespace coroscope
