// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/document/program_run.h"
#include "app/models/event_filter.h"

class QLineEdit;
class QMenu;
class QToolButton;

namespace coroscope {

/// Which events a table shows: a text to search for, and a menu of kinds and tasks.
class EventFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit EventFilterBar(EventFilter& filter, QWidget* parent = nullptr);

    /// Whose tasks the menu offers; null for none.
    void setRun(const ProgramRunPtr& run) { m_run = run; }

Q_SIGNALS:
    /// The filter is another one.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillMenu();
    void addKinds(QMenu& menu);
    void addTasks(QMenu& menu);
    void clear();
    void tell();

    EventFilter& m_filter;
    ProgramRunPtr m_run;
    QLineEdit* m_text;
    QToolButton* m_button;
    QMenu* m_menu;
};

}  // namespace coroscope
