// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/program_texts.h"

#include <QEvent>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/panels/hairline.h"
#include "app/panels/output_panel.h"
#include "app/panels/source_panel.h"
#include "app/style/fonts.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int outputLines = 5;

}  // namespace

ProgramTexts::ProgramTexts(QWidget* parent)
    : QWidget(parent),
      m_tabs(new QTabBar),
      m_source(new SourcePanel),
      m_line(new Hairline(Qt::Horizontal)),
      m_output(new OutputPanel)
{
    m_tabs->setObjectName(QStringLiteral("texts"));
    m_tabs->setFont(fontFor(TextRole::Heading));
    m_tabs->setExpanding(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_tabs->addTab({});
    m_tabs->addTab({});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_source, 1);
    column->addWidget(m_line);
    column->addWidget(m_output);
    connect(m_tabs, &QTabBar::currentChanged, this, &ProgramTexts::arrange);
    const QAbstractItemModel* const lines = m_output->list().model();
    connect(lines, &QAbstractItemModel::rowsInserted, this, &ProgramTexts::showCount);
    connect(lines, &QAbstractItemModel::rowsRemoved, this, &ProgramTexts::showCount);
    connect(lines, &QAbstractItemModel::modelReset, this, &ProgramTexts::showCount);
    retranslate();
    arrange();
}

void ProgramTexts::setRun(const ProgramRunPtr& run)
{
    m_source->setRun(run);
    m_output->setRun(run);
}

void ProgramTexts::setPosition(const PlayPosition& position)
{
    m_source->setPosition(position);
    m_output->setPosition(position);
}

int ProgramTexts::wholeHeight() const
{
    return SourcePanel::heightFor(m_source->model().rowCount()) + 1 +
           OutputPanel::heightFor(outputLines);
}

void ProgramTexts::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isTabbed = height() < tabbedBelow;
    if (isTabbed == m_isTabbed)
        return;
    m_isTabbed = isTabbed;
    arrange();
}

void ProgramTexts::arrange()
{
    const bool showsSource = !m_isTabbed || m_tabs->currentIndex() == SourceTab;
    const bool showsOutput = !m_isTabbed || m_tabs->currentIndex() == OutputTab;
    m_tabs->setVisible(m_isTabbed);
    m_source->setVisible(showsSource);
    m_line->setVisible(!m_isTabbed);
    m_output->setHeaderShown(!m_isTabbed);
    m_output->setVisible(showsOutput);
    showCount();
    if (m_isTabbed) {
        m_output->setMinimumHeight(0);
        m_output->setMaximumHeight(QWIDGETSIZE_MAX);
    } else {
        m_output->setFixedHeight(OutputPanel::heightFor(outputLines));
    }
}

void ProgramTexts::showCount()
{
    if (!m_isTabbed)
        return;
    const int lines = m_output->list().model()->rowCount();
    m_tabs->setTabText(OutputTab, tr("Output %1").arg(QLocale().toString(lines)));
}

void ProgramTexts::retranslate()
{
    m_tabs->setAccessibleName(tr("Source or output"));
    m_tabs->setTabText(SourceTab, tr("Source"));
    m_tabs->setTabText(OutputTab, tr("Output %1").arg(0));
    showCount();
}

void ProgramTexts::paintEvent(QPaintEvent*)
{
    if (m_isTabbed) {
        QPainter(this).fillRect(QRect(0, 0, width(), m_tabs->height()),
                                Style::current().palette().card);
    }
}

void ProgramTexts::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace coroscope
