// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/duration_slider.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/panels/text_label.h"

namespace coroscope {
namespace {

constexpr int rowHeight = 54;

int stepsIn(const NumberField::Range& range)
{
    return std::max(1, static_cast<int>(std::lround((range.max - range.min) / range.step)));
}

}  // namespace

DurationSlider::DurationSlider(const DurationSpec& spec, QWidget* parent)
    : QWidget(parent),
      m_range(spec.range),
      m_label(new TextLabel(TextRole::Body, &Palette::ink, spec.label)),
      m_field(new NumberField),
      m_slider(new QSlider(Qt::Horizontal))
{
    m_field->setRange(spec.range);
    m_field->setUnit(spec.unit);
    m_field->setAccessibleName(spec.label);
    m_slider->setAccessibleName(spec.label);
    m_slider->setRange(0, stepsIn(m_range));
    m_slider->setPageStep(10);
    m_slider->setFixedHeight(20);
    setFixedHeight(rowHeight);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(overhang, 0, overhang, 0);
    top->addWidget(m_label, 1);
    top->addWidget(m_field);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 5);
    rows->setSpacing(3);
    rows->addLayout(top);
    rows->addWidget(m_slider);

    setValue(spec.value);
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        m_field->setValue(valueAt(position));
        Q_EMIT valueChanged(value());
    });
    connect(m_field, &NumberField::valueEntered, this, [this](double entered) {
        moveSlider();
        Q_EMIT valueChanged(entered);
    });
}

void DurationSlider::setValue(double value)
{
    m_field->setValue(value);
    moveSlider();
}

double DurationSlider::value() const
{
    return m_field->value();
}

void DurationSlider::moveSlider()
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(static_cast<int>(std::lround((value() - m_range.min) / m_range.step)));
}

double DurationSlider::valueAt(int position) const
{
    return std::min(m_range.max, m_range.min + position * m_range.step);
}

}  // namespace coroscope
