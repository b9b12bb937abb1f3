// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/models/event_table_model.h"

class QTableView;

namespace coroscope {

class TextLabel;

/// The events of one program as a table that follows the playhead.
class EventsPanel : public QWidget {
    Q_OBJECT

public:
    explicit EventsPanel(QWidget* parent = nullptr);

    /// Null for no program.
    void setRun(const ProgramRunPtr& run);
    /// Scrolls to the event at the playhead when that is another one than before.
    void setPosition(const PlayPosition& position);

    [[nodiscard]] QTableView& table() const noexcept { return *m_table; }

Q_SIGNALS:
    /// Somebody chose an event, by click or Enter: the moment just after it.
    void activated(const coroscope::PlayPosition& position);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildHeading();
    void buildTable();
    void fitColumns();
    void showCurrent();
    void activate(const QModelIndex& index);

    EventTableModel m_model;
    TextLabel* m_name = nullptr;
    TextLabel* m_count = nullptr;
    QTableView* m_table = nullptr;
    int m_shownCount = -1;  // of the events at the playhead the table was last scrolled for
};

}  // namespace coroscope
