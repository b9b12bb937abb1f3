// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/panel_heading.h"

#include <QHBoxLayout>
#include <QListView>
#include <QVBoxLayout>

#include "app/panels/panel_margins.h"
#include "app/panels/text_label.h"

namespace coroscope {

PanelHeading::PanelHeading(QWidget* parent)
    : QWidget(parent),
      m_name(new TextLabel(TextRole::Heading, &Palette::ink2)),
      m_detail(new TextLabel(TextRole::Label, &Palette::ink3))
{
    setFixedHeight(24);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(panelMargin, 0, panelRightMargin, 0);
    row->setSpacing(6);
    row->addWidget(m_name);
    row->addWidget(m_detail, 1);
}

void PanelHeading::setName(const QString& name)
{
    m_name->setText(name);
}

void PanelHeading::setDetail(const QString& detail)
{
    m_detail->setText(detail);
}

void PanelHeading::addWidget(QWidget* widget)
{
    layout()->addWidget(widget);
}

QListView* makePanelList()
{
    auto* list = new QListView;
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setMinimumHeight(0);
    list->viewport()->setAutoFillBackground(false);
    return list;
}

void layOutPanel(QWidget& panel, PanelHeading& heading, QWidget& content)
{
    auto* column = new QVBoxLayout(&panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(&heading);
    column->addWidget(&content, 1);
}

}  // namespace coroscope
