// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include "app/panels/number_field.h"

class QSlider;

namespace coroscope {

class TextLabel;

/// What one slider changes.
struct DurationSpec {
    QString name;   ///< the parameter's, not shown
    QString label;  ///< "A's meal"
    NumberField::Range range;
    double value = 0;
    QString unit;
};

/// A parameter of the programs: its label, the number and a slider under them. The slider moves
/// in steps; a typed number may lie between two.
class DurationSlider : public QWidget {
    Q_OBJECT

public:
    explicit DurationSlider(const DurationSpec& spec, QWidget* parent = nullptr);

    /// Does not signal. Cut to the range.
    void setValue(double value);
    [[nodiscard]] double value() const;

    /// How far the slider's handle reaches over its groove: the layout's margin at both sides.
    static constexpr int overhang = 9;

Q_SIGNALS:
    /// The person changed it; while dragging too.
    void valueChanged(double value);

private:
    void moveSlider();
    [[nodiscard]] double valueAt(int position) const;

    NumberField::Range m_range;
    TextLabel* m_label;
    NumberField* m_field;
    QSlider* m_slider;
};

}  // namespace coroscope
