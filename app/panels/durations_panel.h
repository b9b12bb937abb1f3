// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QWidget>
#include <vector>

#include "app/panels/duration_slider.h"

class QToolButton;
class QVBoxLayout;

namespace coroscope {

/// A slider for each parameter of what is shown, and a button that asks for the first values.
class DurationsPanel : public QWidget {
    Q_OBJECT

public:
    explicit DurationsPanel(QWidget* parent = nullptr);

    /// Replaces all sliders.
    void setDurations(const std::vector<DurationSpec>& durations);
    /// Does not signal. Precondition: `name` is one of the durations.
    void setValue(const QString& name, double value);

Q_SIGNALS:
    /// The person changed it; while dragging too.
    void valueChanged(const QString& name, double value);
    void resetRequested();

private:
    void addSlider(const DurationSpec& spec);

    QToolButton* m_reset;
    QVBoxLayout* m_rows;
    QMap<QString, DurationSlider*> m_sliders;
};

}  // namespace coroscope
