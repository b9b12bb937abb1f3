// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/models/loop_model.h"

namespace coroscope {

/// The event loop of one program in a line: who runs, and who comes next. For windows with no room
/// for more.
class LoopStrip : public QWidget {
    Q_OBJECT

public:
    explicit LoopStrip(QWidget* parent = nullptr);

    /// Null for no program. Costs nothing while the strip is hidden.
    void setRun(const ProgramRunPtr& run);
    void setPosition(const PlayPosition& position);

    static constexpr int stripHeight = 28;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Next {
        LoopChip chip;
        QString time;  ///< until it can run; empty for one that is ready
    };

    void catchUp();
    [[nodiscard]] std::vector<Next> next() const;
    void drawNow(QPainter& painter, double left, double right) const;
    [[nodiscard]] double drawNext(QPainter& painter, double left, double right) const;

    ProgramRunPtr m_run;
    PlayPosition m_position;
    LoopModel m_model;
};

}  // namespace coroscope
