// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <span>

#include "app/document/program_run.h"

class QSpacerItem;

namespace coroscope {

class TextLabel;
class TimeLabel;

/// The head of a program's column: name, what main does, how much faster it is, total time.
class ColumnHeading : public QWidget {
    Q_OBJECT

public:
    explicit ColumnHeading(QWidget* parent = nullptr);

    /// Shows runs[index]; the first is the baseline.
    void setRun(std::span<const ProgramRunPtr> runs, std::size_t index);
    /// For narrow columns: no subtitle, no "baseline", a smaller total.
    void setCompact(bool isCompact);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void showSpeedUp();
    [[nodiscard]] QRect badgeRect() const;

    TextLabel* m_name = nullptr;
    TextLabel* m_subtitle = nullptr;
    TextLabel* m_speedUp = nullptr;
    TimeLabel* m_total = nullptr;
    QSpacerItem* m_afterBadge = nullptr;
    bool m_isBaseline = true;
    bool m_isCompact = false;
};

}  // namespace coroscope
