// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/start_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/language/language.h"
#include "app/panels/buttons.h"
#include "app/panels/combo.h"
#include "app/panels/text_label.h"
#include "app/start/lesson_grid.h"
#include "app/style/icons.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int barHeight = 52;
constexpr int searchWidth = 220;
constexpr int fourColumnsFrom = 1400;
constexpr int threeColumnsFrom = 1180;

int columnsFor(int width)
{
    return width >= fourColumnsFrom ? 4 : width >= threeColumnsFrom ? 3 : 2;
}

}  // namespace

StartPage::StartPage(QMenu& menu, QWidget* parent) : QWidget(parent), m_side(new StartSide)
{
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(buildBar(menu));
    auto* const columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_side);
    columns->addWidget(buildLessons(), 1);
    rows->addLayout(columns, 1);
    connect(m_side, &StartSide::openClicked, this, &StartPage::openClicked);
    connect(m_side, &StartSide::fileChosen, this, &StartPage::fileChosen);
    connect(m_lessons, &LessonGrid::chosen, this, &StartPage::lessonChosen);
    keepTranslated(this, [this] { setAccessibleName(tr("Start page")); });
}

QWidget* StartPage::buildBar(QMenu& menu)
{
    auto* const bar = new QWidget;
    bar->setFixedHeight(barHeight);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 12, 1);
    row->setSpacing(4);
    QToolButton* const menuButton =
        makeIconButton(QStringLiteral("menu"), [] { return tr("Menu"); });
    menuButton->setMenu(&menu);
    menuButton->setPopupMode(QToolButton::InstantPopup);
    QToolButton* const back =
        makeIconButton(QStringLiteral("close"), [] { return tr("Back to the program (Esc)"); });
    connect(back, &QToolButton::clicked, this, &StartPage::left);
    QToolButton* const help = makeIconButton(QStringLiteral("help"), [] { return tr("Keys"); });
    connect(help, &QToolButton::clicked, this, &StartPage::helpClicked);
    buildLanguages();
    buildTheme();
    row->addWidget(menuButton);
    row->addStretch();
    for (QWidget* const widget : {static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_theme),
                                  static_cast<QWidget*>(help), static_cast<QWidget*>(back)})
        row->addWidget(widget);
    return bar;
}

void StartPage::buildLanguages()
{
    m_language = new Combo;
    for (const LanguageChoice& choice : Language::choices())
        m_language->addItem(choice.name, choice.code);
    keepTranslated(m_language, [this] {
        m_language->setAccessibleName(tr("Language"));
        m_language->setCurrentIndex(m_language->findData(Language::current().code()));
    });
    connect(m_language, &Combo::activated, this,
            [this] { Language::current().set(m_language->currentData().toString()); });
}

void StartPage::buildTheme()
{
    m_theme = makeIconButton(QStringLiteral("theme-dark"), [] { return tr("Light or dark"); });
    const auto showIcon = [this] {
        const bool isDark = Style::current().theme() == Theme::Dark;
        m_theme->setIcon(
            themeIcon(isDark ? QStringLiteral("theme-light") : QStringLiteral("theme-dark")));
        update();
    };
    showIcon();
    connect(&Style::current(), &Style::changed, this, showIcon);
    connect(m_theme, &QToolButton::clicked, this, &StartPage::themeClicked);
}

QWidget* StartPage::buildLessons()
{
    auto* const content = new QWidget;
    auto* const rows = new QVBoxLayout(content);
    rows->setContentsMargins(20, 16, 14, 0);
    rows->setSpacing(12);
    auto* const head = new QHBoxLayout;
    head->setContentsMargins(4, 0, 10, 0);
    head->setSpacing(8);
    auto* const title = new TextLabel(TextRole::PageTitle, &Palette::ink);
    title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    keepTranslated(title, [title] { title->setText(tr("Lessons")); });
    m_count = new TextLabel(TextRole::Body, &Palette::ink3);
    head->addWidget(title);
    head->addWidget(m_count, 1);
    buildSearch(head);
    m_lessons = new LessonGrid;
    m_none = new TextLabel(TextRole::Body, &Palette::ink2);
    keepTranslated(m_none, [this] { m_none->setText(tr("No lesson has this in it.")); });
    rows->addLayout(head);
    rows->addWidget(m_none);
    rows->addWidget(m_lessons, 1);
    showCount(static_cast<int>(m_lessons->cards().size()));
    return content;
}

void StartPage::buildSearch(QHBoxLayout* row)
{
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("searchLessons"));
    m_search->setFixedWidth(searchWidth);
    m_search->setMinimumHeight(32);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themeIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    keepTranslated(m_search, [this] {
        m_search->setPlaceholderText(tr("Search lessons"));
        m_search->setAccessibleName(tr("Search lessons"));
    });
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString& text) { showCount(m_lessons->search(text)); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_lessons->focusFirst(); });
    row->addWidget(m_search);
}

void StartPage::showCount(int count)
{
    m_count->setText(QString::number(count));
    m_none->setVisible(count == 0);
}

void StartPage::setRecent(const QList<RecentFile>& files)
{
    m_side->setRecent(files);
}

void StartPage::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), palette.ground);
    painter.fillRect(QRect(0, barHeight - 1, width(), 1), palette.line);
}

void StartPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_lessons->setColumnCount(columnsFor(width()));
}

void StartPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void StartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_lessons->focusFirst();
}

}  // namespace coroscope
