// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "app/document/program_run.h"

namespace coroscope {

/// The search for tasks: by the row's name, the task's name or its label, whatever the case. Rows
/// that do not match are dimmed while there is one.
class TaskSearch : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const QString& text() const noexcept { return m_text; }
    [[nodiscard]] bool isActive() const noexcept { return !m_text.isEmpty(); }
    /// Blanks around it do not count; empty: no search.
    void setText(const QString& text);

    /// True for every row while there is no search.
    [[nodiscard]] bool matches(const ProgramRun& run, int row) const;

Q_SIGNALS:
    void changed();

private:
    QString m_text;
};

}  // namespace coroscope
