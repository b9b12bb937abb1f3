// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>
#include <array>

class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace coroscope {

class DurationsPanel;
class GroupPopup;
class KeyPanel;
class StrategiesPanel;

/// The dock at the left: durations, strategies and the key under each other, which scroll. As a
/// rail it is only 44 px wide: an icon for each of them, which opens it beside the rail.
class LeftDock : public QWidget {
    Q_OBJECT

public:
    explicit LeftDock(QWidget* parent = nullptr);
    ~LeftDock() override;

    [[nodiscard]] DurationsPanel& durations() const noexcept { return *m_durations; }
    [[nodiscard]] StrategiesPanel& strategies() const noexcept { return *m_strategies; }

    /// Without any, the rail has no button for them.
    void setHasDurations(bool hasDurations);
    void setRail(bool isRail);
    [[nodiscard]] bool isRail() const noexcept { return m_isRail; }

    static constexpr int fullWidth = 212;
    static constexpr int railWidth = 44;
    /// In windows narrower than this a rail is better.
    static constexpr int railBelow = 1240;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    static constexpr std::size_t groupCount = 3;

    [[nodiscard]] QWidget* buildRail();
    void stackGroups();
    void openGroup(std::size_t group);

    DurationsPanel* m_durations;
    StrategiesPanel* m_strategies;
    std::array<QWidget*, groupCount> m_groups;
    std::array<QToolButton*, groupCount> m_railButtons{};
    QScrollArea* m_stack;
    QWidget* m_rail;
    QPointer<GroupPopup> m_popup;
    bool m_isRail = false;
};

}  // namespace coroscope
