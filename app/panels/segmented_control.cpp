// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/segmented_control.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include "app/style/icons.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int controlHeight = 28;
constexpr int iconSegmentWidth = 32;
constexpr int textSegmentPadding = 20;  // of one without an icon
constexpr double radius = 8;

}  // namespace

SegmentedControl::SegmentedControl(const QString& name, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

void SegmentedControl::addSegment(const QString& icon, const QString& text, const QString& toolTip)
{
    auto* button = new QToolButton;
    button->setProperty("look", QStringLiteral("segment"));
    if (!icon.isEmpty())
        button->setIcon(themeIcon(icon));
    button->setIconSize({18, 18});
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(text.isEmpty() ? toolTip : text);
    button->setToolButtonStyle(text.isEmpty()   ? Qt::ToolButtonIconOnly
                               : icon.isEmpty() ? Qt::ToolButtonTextOnly
                                                : Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFixedHeight(controlHeight);
    if (text.isEmpty())
        button->setFixedWidth(iconSegmentWidth);
    if (icon.isEmpty())
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + textSegmentPadding);
    const int index = static_cast<int>(m_group->buttons().size());
    button->setChecked(index == 0);
    m_group->addButton(button, index);
    m_row->addWidget(button);
}

void SegmentedControl::setSegment(int index, const QString& text, const QString& toolTip)
{
    QAbstractButton* const button = m_group->button(index);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(text.isEmpty() ? toolTip : text);
}

void SegmentedControl::setCurrent(int index)
{
    m_group->button(index)->setChecked(true);
    // Tab goes to the chosen one, as it does after a click.
    for (QAbstractButton* button : m_group->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::TabFocus : Qt::NoFocus);
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Style::current().palette().tint);
    painter.drawRoundedRect(rect(), radius, radius);
}

}  // namespace coroscope
