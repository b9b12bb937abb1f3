// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/view_bar.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "app/language/language.h"
#include "app/panels/buttons.h"
#include "app/panels/segmented_control.h"
#include "app/panels/text_label.h"

namespace coroscope {

ViewBar::ViewBar(QWidget* parent)
    : QWidget(parent),
      m_lead(new TextLabel(TextRole::Button, &Palette::ink)),
      m_text(new TextLabel(TextRole::Body, &Palette::ink2)),
      m_layout(new SegmentedControl({}))
{
    setFixedHeight(38);
    QToolButton* const fit =
        makeIconButton(QStringLiteral("fit"), [] { return tr("Show the whole time (0)"); });
    keepTranslated(m_lead, [this] { m_lead->setText(tr("Look for:")); });
    connect(fit, &QToolButton::clicked, this, &ViewBar::fitClicked);
    m_layout->addSegment(QStringLiteral("columns"), {}, tr("Side by side (Ctrl+Shift+L)"));
    m_layout->addSegment(QStringLiteral("rows"), {}, tr("Below one another (Ctrl+Shift+L)"));
    keepTranslated(m_layout, [this] { m_layout->setAccessibleName(tr("Programs")); });
    connect(m_layout, &SegmentedControl::chosen, this,
            [this](int index) { Q_EMIT rowsChosen(index == 1); });
    m_lead->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(5);
    row->addWidget(m_lead);
    row->addWidget(m_text, 1);
    row->addWidget(m_layout);
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

}  // namespace coroscope
