// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/view_bar.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include "app/language/language.h"
#include "app/panels/buttons.h"
#include "app/panels/search_field.h"
#include "app/panels/segmented_control.h"
#include "app/panels/text_label.h"
#include "app/style/icons.h"

namespace coroscope {

ViewBar::ViewBar(QWidget* parent)
    : QWidget(parent),
      m_lead(new TextLabel(TextRole::Button, &Palette::ink)),
      m_text(new TextLabel(TextRole::Body, &Palette::ink2)),
      m_search(new SearchField),
      m_onlyMatches(makeIconButton(QStringLiteral("filter"),
                                   [] { return tr("Only matching rows (Ctrl+Shift+F)"); })),
      m_axis(new SegmentedControl({})),
      m_layout(new SegmentedControl({})),
      m_goLive(new QPushButton(themeIcon(QStringLiteral("go-live"), &Palette::ink), {}))
{
    m_axis->addSegment(QStringLiteral("axis-time"), tr("Time"), {});
    m_axis->addSegment(QStringLiteral("axis-order"), tr("Order"), {});
    connect(m_axis, &SegmentedControl::chosen, this, [this](int index) {
        Q_EMIT axisChosen(index == 0 ? AxisKind::Time : AxisKind::Order);
    });
    m_onlyMatches->setCheckable(true);
    connect(m_onlyMatches, &QToolButton::clicked, this, &ViewBar::onlyMatchesChosen);
    closeSearch();
    build();
    keepTranslated(this, [this] { retranslate(); });
}

void ViewBar::retranslate()
{
    m_lead->setText(tr("Look for:"));
    m_goLive->setText(tr("Go live"));
    m_goLive->setToolTip(tr("Follow the end of the recording"));
    m_axis->setAccessibleName(tr("Axis"));
    m_axis->setSegment(0, tr("Time"), tr("An axis of time (O)"));
    m_axis->setSegment(1, tr("Order"), tr("Every event one unit wide (O)"));
    m_layout->setAccessibleName(tr("Programs"));
    m_layout->setSegment(0, {}, tr("Side by side (Ctrl+Shift+L)"));
    m_layout->setSegment(1, {}, tr("Below one another (Ctrl+Shift+L)"));
}

void ViewBar::build()
{
    setFixedHeight(38);
    QToolButton* const fit =
        makeIconButton(QStringLiteral("fit"), [] { return tr("Show the whole time (0)"); });
    connect(fit, &QToolButton::clicked, this, &ViewBar::fitClicked);
    m_layout->addSegment(QStringLiteral("columns"), {}, {});
    m_layout->addSegment(QStringLiteral("rows"), {}, {});
    connect(m_layout, &SegmentedControl::chosen, this,
            [this](int index) { Q_EMIT rowsChosen(index == 1); });
    m_goLive->hide();
    m_goLive->setFixedHeight(28);
    connect(m_goLive, &QPushButton::clicked, this, &ViewBar::goLiveClicked);
    m_lead->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(5);
    row->addWidget(m_lead);
    row->addWidget(m_text, 1);
    row->addWidget(m_search);
    row->addWidget(m_onlyMatches);
    row->addWidget(m_goLive);
    row->addSpacing(4);
    row->addWidget(m_axis);
    row->addSpacing(4);
    row->addWidget(m_layout);
    row->addSpacing(4);
    row->addWidget(fit);
}

void ViewBar::setRows(bool areRows)
{
    m_layout->setCurrent(areRows ? 1 : 0);
}

void ViewBar::setLookFor(const QString& text)
{
    m_lead->setVisible(!text.isEmpty());
    m_text->setText(text);
}

void ViewBar::setGoLiveShown(bool isShown)
{
    m_goLive->setVisible(isShown);
}

void ViewBar::setAxis(AxisKind kind)
{
    m_axis->setCurrent(kind == AxisKind::Time ? 0 : 1);
}

void ViewBar::setOnlyMatches(bool isOn)
{
    m_onlyMatches->setChecked(isOn);
}

void ViewBar::openSearch()
{
    m_search->show();
    m_onlyMatches->show();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ViewBar::closeSearch()
{
    m_search->hide();
    m_onlyMatches->hide();
    m_search->clear();
}

}  // namespace coroscope
