// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/group_popup.h"

#include <QPainter>
#include <QVBoxLayout>

#include "app/panels/left_dock.h"
#include "app/style/paint_helpers.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int radius = 8;

}  // namespace

GroupPopup::GroupPopup(QWidget& panel, QWidget& home)
    : QFrame(&home, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint),
      m_panel(&panel),
      m_home(&home)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(&panel);
    panel.show();
    setFixedWidth(LeftDock::fullWidth);
}

GroupPopup::~GroupPopup()
{
    if (!m_panel || !m_home || m_panel->parentWidget() != this)
        return;
    m_panel->hide();
    m_panel->setParent(m_home);
}

void GroupPopup::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    setMask(roundedRegion(rect(), radius));
}

void GroupPopup::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette.ctl);
    painter.setBrush(palette.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

}  // namespace coroscope
