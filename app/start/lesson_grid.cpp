// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/lesson_grid.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QTimer>
#include <algorithm>

#include "app/document/builtin_scenarios.h"
#include "app/start/lesson_card.h"
#include "core/scenario/run.h"

namespace coroscope {
namespace {

constexpr int gap = 12;
constexpr int ringRoom = 4;  // for the focus ring

// Programs that the lesson lists, as they run with the durations of its file.
std::vector<ProgramRunPtr> runsOf(const scenario::Scenario& scenario)
{
    std::vector<ProgramRunPtr> runs;
    for (const scenario::ProgramInfo& program : scenario.programs()) {
        if (!program.isListed)
            continue;
        if (const auto run = scenario::run(scenario, program.name, {}))
            runs.push_back(programRunOf(program, run.value()));
    }
    return runs;
}

}  // namespace

LessonGrid::LessonGrid(QWidget* parent) : QScrollArea(parent)
{
    auto* const content = new QWidget;
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(ringRoom, ringRoom, ringRoom, 16);
    m_grid->setSpacing(gap);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    addCards();
    placeCards();
}

void LessonGrid::addCards()
{
    int number = 0;
    for (const QString& name : builtinScenarios()) {
        ++number;
        const auto scenario = openScenario(name);
        if (!scenario)
            continue;
        auto* const card = new LessonCard(number, scenario.value(), widget());
        m_cards << card;
        connect(card, &LessonCard::clicked, this, [this, name] { Q_EMIT chosen(name); });
        connect(card, &LessonCard::focused, this,
                [this, card] { ensureWidgetVisible(card, 0, 8); });
        connect(card, &LessonCard::runsWanted, this, [this, card] {
            if (m_waiting.isEmpty())
                QTimer::singleShot(0, this, &LessonGrid::runNext);
            if (!m_waiting.contains(card))
                m_waiting << card;
        });
    }
}

// One lesson after the other, so that the page answers in between.
void LessonGrid::runNext()
{
    LessonCard* const card = m_waiting.takeFirst();
    card->setRuns(runsOf(card->scenario()));
    if (!m_waiting.isEmpty())
        QTimer::singleShot(0, this, &LessonGrid::runNext);
}

QList<LessonCard*> LessonGrid::shownCards() const
{
    QList<LessonCard*> shown;
    std::ranges::copy_if(m_cards, std::back_inserter(shown),
                         [this](const LessonCard* card) { return card->matches(m_searched); });
    return shown;
}

int LessonGrid::search(const QString& text)
{
    m_searched = text.trimmed();
    placeCards();
    return static_cast<int>(shownCards().size());
}

void LessonGrid::setColumnCount(int count)
{
    if (count == m_columnCount)
        return;
    m_columnCount = count;
    placeCards();
}

void LessonGrid::focusFirst()
{
    const QList<LessonCard*> shown = shownCards();
    if (!shown.isEmpty())
        shown.first()->setFocus(Qt::TabFocusReason);
}

void LessonGrid::placeCards()
{
    for (LessonCard* const card : std::as_const(m_cards)) {
        m_grid->removeWidget(card);
        card->hide();
    }
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < m_columnCount ? 1 : 0);
    int place = 0;
    for (LessonCard* const card : shownCards()) {
        m_grid->addWidget(card, place / m_columnCount, place % m_columnCount);
        card->show();
        ++place;
    }
    for (int column = 0; column < m_columnCount; ++column)
        m_grid->setColumnStretch(column, 1);
    m_grid->setRowStretch(place / m_columnCount + 1, 1);
}

void LessonGrid::keyPressEvent(QKeyEvent* event)
{
    const QList<LessonCard*> shown = shownCards();
    const auto current = shown.indexOf(static_cast<LessonCard*>(focusWidget()));
    const int step = event->key() == Qt::Key_Right  ? 1
                     : event->key() == Qt::Key_Left ? -1
                     : event->key() == Qt::Key_Down ? m_columnCount
                     : event->key() == Qt::Key_Up   ? -m_columnCount
                                                    : 0;
    const auto next = current + step;
    if (step == 0 || current < 0)
        return QScrollArea::keyPressEvent(event);
    if (next >= 0 && next < shown.size())
        shown[next]->setFocus(Qt::TabFocusReason);
    event->accept();
}

}  // namespace coroscope
