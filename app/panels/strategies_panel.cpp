// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/strategies_panel.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "app/language/language.h"
#include "app/panels/panel_margins.h"
#include "app/panels/text_label.h"

namespace coroscope {
namespace {

constexpr int rowHeight = 26;

}  // namespace

StrategiesPanel::StrategiesPanel(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(panelMargin, 12, panelRightMargin, 8);
    m_rows->setSpacing(0);
    auto* const title = new TextLabel(TextRole::Heading, &Palette::ink2);
    keepTranslated(title, [title] { title->setText(tr("Strategies")); });
    m_rows->addWidget(title);
    m_rows->addSpacing(10);
}

void StrategiesPanel::setStrategies(const QStringList& names, const QStringList& shown)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    for (const QString& name : names) {
        auto* box = new QCheckBox(name);
        box->setChecked(shown.contains(name));
        box->setFixedHeight(rowHeight);
        m_boxes << box;
        m_rows->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this, box](bool isOn) { toggle(box, isOn); });
    }
}

QStringList StrategiesPanel::names() const
{
    QStringList names;
    for (const QCheckBox* box : m_boxes)
        names << box->text();
    return names;
}

QStringList StrategiesPanel::shown() const
{
    QStringList names;
    for (const QCheckBox* box : m_boxes) {
        if (box->isChecked())
            names << box->text();
    }
    return names;
}

void StrategiesPanel::toggle(QCheckBox* box, bool isOn)
{
    if (shown().isEmpty()) {
        const QSignalBlocker quiet(box);
        box->setChecked(true);
        box->setToolTip(tr("At least one stays"));
        return;
    }
    for (QCheckBox* other : std::as_const(m_boxes))
        other->setToolTip({});
    Q_EMIT toggled(box->text(), isOn);
}

}  // namespace coroscope
