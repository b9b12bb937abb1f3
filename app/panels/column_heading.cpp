// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/column_heading.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSpacerItem>
#include <QVBoxLayout>

#include "app/document/comparison_summary.h"
#include "app/language/language.h"
#include "app/panels/panel_margins.h"
#include "app/panels/text_label.h"
#include "app/style/style.h"
#include "app/style/time_label.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr int fullHeight = 54;
constexpr int compactHeight = 44;
constexpr int badgePadding = 10;
constexpr int badgeHeight = 22;
constexpr int spacing = 8;

constexpr TimeLabel::Look fullTotal{};
constexpr TimeLabel::Look compactTotal{TextRole::TotalSmall, &Palette::ink,
                                       TextRole::TotalSmallUnit, &Palette::ink3,
                                       TextRole::TotalSmall};

}  // namespace

ColumnHeading::ColumnHeading(QWidget* parent) : QWidget(parent)
{
    build();
    setFixedHeight(fullHeight);
}

void ColumnHeading::build()
{
    m_name = new TextLabel(TextRole::ProgramName, &Palette::ink);
    m_subtitle = new TextLabel(TextRole::Label, &Palette::ink3);
    m_speedUp = new TextLabel(TextRole::Body, &Palette::ink3);
    m_total = new TimeLabel(fullTotal);
    m_speedUp->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_subtitle);
    names->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(panelMargin, 6, panelMargin, 2);
    row->setSpacing(spacing);
    row->addLayout(names, 1);
    row->addWidget(m_speedUp);
    m_afterBadge = new QSpacerItem(0, 0);
    row->addItem(m_afterBadge);
    row->addWidget(m_total);
}

void ColumnHeading::setRun(std::span<const ProgramRunPtr> runs, std::size_t index)
{
    const ProgramRun& run = *runs[index];
    m_isBaseline = index == 0;
    m_name->setText(run.name);
    m_subtitle->setText(localized(run.title));
    m_speedUp->setText(runs.size() > 1 ? speedUpText(runs, index) : QString());
    m_total->setTime(timeText(run.total()));
    setAccessibleName(tr("%1, total %2").arg(run.name, m_total->text()));
    showSpeedUp();
}

void ColumnHeading::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    setFixedHeight(isCompact ? compactHeight : fullHeight);
    m_subtitle->setVisible(!isCompact);
    m_total->setLook(isCompact ? compactTotal : fullTotal);
    showSpeedUp();
}

void ColumnHeading::showSpeedUp()
{
    m_speedUp->setVisible(!m_speedUp->text().isEmpty() && !(m_isBaseline && m_isCompact));
    m_speedUp->setColour(m_isBaseline ? &Palette::ink3 : &Palette::ink);
    m_speedUp->setRole(m_isBaseline ? TextRole::Body : TextRole::SpeedUp);
    m_afterBadge->changeSize(m_isBaseline ? 0 : badgePadding, 0);
    layout()->invalidate();
    update();
}

QRect ColumnHeading::badgeRect() const
{
    QRect badge = m_speedUp->geometry().adjusted(-badgePadding, 0, badgePadding, 0);
    badge.moveTop(badge.center().y() - badgeHeight / 2);
    badge.setHeight(badgeHeight);
    return badge;
}

void ColumnHeading::paintEvent(QPaintEvent*)
{
    if (m_isBaseline || m_speedUp->isHidden())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Style::current().palette().badge);
    painter.drawRoundedRect(badgeRect(), badgeHeight / 2.0, badgeHeight / 2.0);
}

}  // namespace coroscope
