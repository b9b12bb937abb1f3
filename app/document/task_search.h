// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <map>
#include <vector>

#include "app/document/row_query.h"

namespace coroscope {

/// The search for tasks, by what a RowQuery says. Rows that do not match are dimmed while there is
/// one.
///
/// Cost    each run is searched once for each text, when it is first asked about
class TaskSearch : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const QString& text() const noexcept { return m_text; }
    [[nodiscard]] bool isActive() const noexcept { return !m_text.isEmpty(); }
    /// Blanks around it do not count; empty: no search.
    void setText(const QString& text);

    /// True for every row while there is no search.
    [[nodiscard]] bool matches(const ProgramRunPtr& run, int row) const;
    /// The rows that match, in order; none while there is no search.
    [[nodiscard]] const std::vector<int>& matchesIn(const ProgramRunPtr& run) const;

Q_SIGNALS:
    void changed();

private:
    QString m_text;
    RowQuery m_query;
    mutable std::map<std::weak_ptr<const ProgramRun>, std::vector<int>, std::owner_less<>> m_found;
};

}  // namespace coroscope
