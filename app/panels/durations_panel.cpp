// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/durations_panel.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/language/language.h"
#include "app/panels/buttons.h"
#include "app/panels/panel_margins.h"
#include "app/panels/text_label.h"

namespace coroscope {

DurationsPanel::DurationsPanel(QWidget* parent)
    : QWidget(parent),
      m_reset(makeIconButton(QStringLiteral("reset"), [] { return tr("Reset durations"); })),
      m_rows(new QVBoxLayout(this))
{
    m_reset->setFixedSize(24, 24);
    m_reset->setIconSize({16, 16});
    auto* heading = new QHBoxLayout;
    // The icon ends where the fields below it end.
    heading->setContentsMargins(DurationSlider::overhang, 0, DurationSlider::overhang - 4, 0);
    auto* const title = new TextLabel(TextRole::Heading, &Palette::ink2);
    keepTranslated(title, [title] { title->setText(tr("Durations")); });
    heading->addWidget(title, 1);
    heading->addWidget(m_reset);
    const int side = panelMargin - DurationSlider::overhang;
    m_rows->setContentsMargins(side, 10, panelRightMargin - DurationSlider::overhang, 8);
    m_rows->setSpacing(0);
    m_rows->addLayout(heading);
    m_rows->addSpacing(6);
    connect(m_reset, &QToolButton::clicked, this, &DurationsPanel::resetRequested);
}

void DurationsPanel::setDurations(const std::vector<DurationSpec>& durations)
{
    qDeleteAll(m_sliders);
    m_sliders.clear();
    for (const DurationSpec& spec : durations)
        addSlider(spec);
}

void DurationsPanel::addSlider(const DurationSpec& spec)
{
    auto* slider = new DurationSlider(spec);
    m_sliders.insert(spec.name, slider);
    m_rows->addWidget(slider);
    connect(slider, &DurationSlider::valueChanged, this,
            [this, name = spec.name](double value) { Q_EMIT valueChanged(name, value); });
}

void DurationsPanel::setValue(const QString& name, double value)
{
    Q_ASSERT(m_sliders.contains(name));
    m_sliders.value(name)->setValue(value);
}

}  // namespace coroscope
