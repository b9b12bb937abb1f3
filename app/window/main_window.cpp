// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QStatusBar>
#include <QVBoxLayout>

#include "app/charts/pan_key.h"
#include "app/document/builtin_scenarios.h"
#include "app/document/comparison_summary.h"
#include "app/language/language.h"
#include "app/models/finding_text.h"
#include "app/models/problem_text.h"
#include "app/panels/bottom_dock.h"
#include "app/panels/columns_view.h"
#include "app/panels/durations_panel.h"
#include "app/panels/left_dock.h"
#include "app/panels/search_field.h"
#include "app/panels/status_strip.h"
#include "app/panels/strategies_panel.h"
#include "app/panels/transport_bar.h"
#include "app/panels/view_bar.h"
#include "app/record/kept_recordings.h"
#include "app/record/live_document.h"
#include "app/record/recording.h"
#include "app/style/style.h"
#include "app/window/actions.h"
#include "app/window/command_palette.h"
#include "app/window/docks.h"
#include "app/window/export_dialog.h"
#include "app/window/kept_marks.h"
#include "app/window/keys_dialog.h"
#include "app/window/language_menu.h"
#include "app/window/settings.h"

namespace coroscope {
namespace {

constexpr QSize usualSize(1440, 900);
constexpr QSize leastSize(1024, 640);

std::vector<DurationSpec> durationsOf(const Comparison& comparison)
{
    std::vector<DurationSpec> durations;
    for (const scenario::Parameter& parameter : comparison.scenario().parameters()) {
        DurationSpec spec;
        spec.name = QString::fromStdString(parameter.name);
        spec.label = parameter.label.isEmpty() ? spec.name : localized(parameter.label);
        spec.range = {parameter.min, parameter.max, parameter.step};
        spec.value = comparison.parameters().at(parameter.name).toDouble();
        spec.unit = QString::fromStdString(parameter.unit);
        durations.push_back(std::move(spec));
    }
    return durations;
}

}  // namespace

MainWindow::MainWindow(Document document, Player::WallClock clock) : m_clock(std::move(clock))
{
    setMinimumSize(leastSize);
    resize(usualSize);
    setAcceptDrops(true);
    buildParts();
    buildActions();
    connectTransport();
    buildRecording();
    buildOpening();
    keepTranslated(this, [this] {
        m_transport->setScenarios(builtinTitles());
        if (m_comparison)
            showTexts();
    });
    show(std::move(document));
    restoreWindow(*this);
    m_docks->restore();
}

MainWindow::~MainWindow()
{
    // The views follow the document's objects.
    delete m_columns;
    m_docks->clear();
}

void MainWindow::buildParts()
{
    m_transport = new TransportBar;
    m_viewBar = new ViewBar;
    m_left = new LeftDock;
    m_status = new StatusStrip;
    setMenuWidget(m_transport);
    m_centre = new QWidget;
    auto* column = new QVBoxLayout(m_centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_viewBar);
    setCentralWidget(m_centre);
    m_centre->setFocus();  // else the first button has it, and with it Space
    m_docks = new Docks(*this, *m_left);
    connect(&m_docks->bottom(), &BottomDock::foldedChanged, this, [this](bool isFolded) {
        if (m_columns != nullptr)
            m_columns->setStripsShown(isFolded);
    });
    buildStatus();
}

void MainWindow::buildStatus()
{
    auto* bar = new QStatusBar;
    bar->setSizeGripEnabled(false);
    bar->addWidget(m_status, 1);
    bar->setContentsMargins(0, 0, 0, 0);
    setStatusBar(bar);
}

void MainWindow::buildActions()
{
    m_menu = new QMenu(this);
    for (const ActionGroup group : actionGroups) {
        QMenu* const submenu = m_menu->addMenu(QString());
        keepTranslated(submenu, [submenu, group] { submenu->setTitle(titleOf(group)); });
        for (const ActionSpec& spec : actionTable()) {
            if (spec.group != group)
                continue;
            QAction* const action = submenu->addAction(QString());
            keepTranslated(action, [action, &spec] { action->setText(spec.text()); });
            action->setObjectName(QLatin1String(spec.id));
            action->setShortcuts(spec.shortcuts());
            connect(action, &QAction::triggered, this,
                    [this, trigger = spec.trigger] { trigger(*this); });
            addAction(action);
        }
        if (group == ActionGroup::View) {
            submenu->addSeparator();
            submenu->addActions(m_docks->toggles());
        }
    }
    m_menu->addMenu(makeLanguageMenu(m_menu));
    m_transport->setMenu(m_menu);
}

void MainWindow::connectTransport()
{
    connect(m_transport, &TransportBar::toStartClicked, this, [this] { m_navigation->toStart(); });
    connect(m_transport, &TransportBar::stepBackClicked, this,
            [this] { m_navigation->stepBack(); });
    connect(m_transport, &TransportBar::playClicked, this, [this] { m_navigation->togglePlay(); });
    connect(m_transport, &TransportBar::stepForwardClicked, this,
            [this] { m_navigation->stepForward(); });
    connect(m_transport, &TransportBar::toEndClicked, this, [this] { m_navigation->toEnd(); });
    connect(m_transport, &TransportBar::stepUnitChosen, this,
            [this](StepUnit unit) { m_navigation->setStepUnit(unit); });
    connect(m_transport, &TransportBar::speedChanged, this,
            [this](double speed) { m_navigation->player().setSpeed(speed); });
    connect(m_transport, &TransportBar::lessonsClicked, this, &MainWindow::showStart);
    connect(m_transport, &TransportBar::scenarioChosen, this, &MainWindow::chooseScenario);
    connect(m_transport, &TransportBar::exportClicked, this, &MainWindow::exportPicture);
    connect(m_transport, &TransportBar::themeClicked, this, &MainWindow::toggleTheme);
    connect(m_transport, &TransportBar::helpClicked, this, &MainWindow::showKeys);
    connectViewBar();
    connect(m_status, &StatusStrip::findingClicked, this, &MainWindow::showFindings);
    connect(m_status, &StatusStrip::cancelClicked, this, &MainWindow::cancel);
    connect(&m_left->durations(), &DurationsPanel::valueChanged, this,
            [this](const QString& name, double value) { m_comparison->setParameter(name, value); });
    connect(&m_left->durations(), &DurationsPanel::resetRequested, this,
            [this] { m_comparison->resetParameters(); });
    connect(&m_left->strategies(), &StrategiesPanel::toggled, this,
            [this](const QString& name, bool isShown) { m_comparison->setShown(name, isShown); });
}

void MainWindow::connectViewBar()
{
    connect(m_viewBar, &ViewBar::fitClicked, this, [this] { m_navigation->fit(); });
    connect(m_viewBar, &ViewBar::rowsChosen, this, &MainWindow::setRows);
    connect(m_viewBar, &ViewBar::axisChosen, this,
            [this](AxisKind kind) { m_comparison->view().axis.setKind(kind); });
    SearchField& search = m_viewBar->searchField();
    connect(&search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_comparison->view().search.setText(text);
        showMatches();
    });
    connect(&search, &SearchField::matchWanted, this, [this](int direction) {
        explorer().selectMatch(direction);
        showMatches();
    });
    connect(&search, &SearchField::closed, this, [this] {
        m_viewBar->closeSearch();
        m_centre->setFocus();
    });
    connect(m_viewBar, &ViewBar::onlyMatchesChosen, this, &MainWindow::setOnlyMatches);
    connect(new PanKey(this), &PanKey::tapped, this, [this] {
        if (isActiveWindow())
            m_navigation->togglePlay();
    });
}

void MainWindow::showMatches()
{
    const Explorer::Matches matches = explorer().matches();
    m_viewBar->searchField().setMatches(matches.count, matches.selected);
}

void MainWindow::search()
{
    m_viewBar->openSearch();
}

void MainWindow::letGo()
{
    explorer().escape();
    if (!m_comparison->view().search.isActive())
        m_viewBar->closeSearch();
}

void MainWindow::show(Document document)
{
    leaveStart();
    leaveRecording();
    delete m_columns;
    m_docks->clear();
    m_insights.reset();
    m_navigation.reset();
    m_comparison =
        std::make_unique<Comparison>(std::move(document.scenario), std::move(document.runner));
    m_comparison->setWhatIfs(std::move(document.whatIfs));
    m_comparison->view().rows.setTree(document.header.has_value());
    keepMarks(m_comparison->view().marks, m_comparison->scenario().source());
    m_navigation = std::make_unique<Navigation>(*m_comparison, m_clock);
    m_navigation->setStepUnit(m_transport->stepUnit());
    m_navigation->player().setSpeed(m_transport->speed());
    m_status->setClock(document.clock());
    m_header = document.header;
    placeDocument();
    connectComparison();
    m_problems = problemSentences(document);
    m_hasToldTime = false;
    m_comparison->start();
}

void MainWindow::placeDocument()
{
    m_columns = new ColumnsView(*m_comparison);
    m_columns->setRows(m_areRows);
    m_columns->setStripsShown(m_docks->bottom().isFolded());
    static_cast<QVBoxLayout*>(m_centre->layout())->addWidget(m_columns, 1);
    m_insights = std::make_unique<Insights>(*m_comparison);
    m_docks->setDocument(*m_comparison, *m_insights, m_header.has_value());
    showTexts();
    fitParts();
}

// What the scenario says in the current language.
void MainWindow::showTexts()
{
    m_viewBar->setLookFor(localized(m_comparison->scenario().description()));
    const std::vector<DurationSpec> durations = durationsOf(*m_comparison);
    m_left->durations().setDurations(durations);
    m_left->setHasDurations(!durations.empty());
    showTitle();
}

// In the chooser, and as the window's title.
void MainWindow::showTitle()
{
    const scenario::Scenario& scenario = m_comparison->scenario();
    const QString source = QString::fromStdString(scenario.source());
    QString title = localized(scenario.title());
    if (title.isEmpty())
        title = QFileInfo(source).fileName();
    const auto index = static_cast<int>(builtinScenarios().indexOf(source));
    if (index >= 0)
        m_transport->setCurrentScenario(index);
    else
        m_transport->setFile(title);
    setWindowTitle(title + QStringLiteral(" \u2013 Coroscope"));
}

void MainWindow::chooseScenario(int index)
{
    const QString name = builtinScenarios().value(index);
    if (name.toStdString() != m_comparison->scenario().source())
        open(name);
}

void MainWindow::connectComparison()
{
    Comparison* const comparison = m_comparison.get();
    connect(comparison, &Comparison::runsChanged, this, [this] {
        fitParts();
        m_transport->setTotal(m_comparison->longestTotal());
        showFinding();
        tellProblems();
    });
    connect(m_insights.get(), &Insights::changed, this, [this] {
        if (!m_status->isError())
            showFinding();
    });
    connect(comparison, &Comparison::settingsChanged, this, &MainWindow::showSettings);
    connect(comparison, &Comparison::failed, m_status, &StatusStrip::setError);
    connect(comparison, &Comparison::busyChanged, this, &MainWindow::showBusy);
    connect(&comparison->view().axis, &AxisMode::changed, m_viewBar, &ViewBar::setAxis);
    connect(&comparison->view().resourcesFolded, &Toggle::changed, this, &MainWindow::fitParts);
    m_viewBar->setAxis(comparison->view().axis.kind());
    m_viewBar->closeSearch();
    connect(&comparison->playhead(), &Playhead::moved, this,
            [this] { m_transport->setTime(m_comparison->playhead().time()); });
    connect(&comparison->playhead(), &Playhead::playingChanged, m_transport,
            &TransportBar::setPlaying);
    m_transport->setTotal(comparison->longestTotal());
    m_transport->setTime(comparison->playhead().time());
    m_transport->setPlaying(comparison->playhead().isPlaying());
    m_status->setBusy(comparison->isBusy());
    m_status->setFinding({});
    connectRows();
    showSettings();
}

// The strongest finding; while none is known, what the comparison comes to.
void MainWindow::showFinding()
{
    const auto place = m_insights->isCurrent() ? m_insights->strongest() : std::nullopt;
    if (!place && isRecording()) {
        m_status->setFinding(tr("The program is running."));
        return;
    }
    if (!place) {
        m_status->setFinding(verdictText(m_comparison->runs()));
        return;
    }
    const ProgramRunPtr& run = m_comparison->runs()[place->program];
    m_status->setFinding(findingSentence(*run, m_insights->findingsOf(run)[place->index]), true);
}

void MainWindow::showFindings()
{
    m_docks->bottom().show();
    m_docks->bottom().setCurrentTab(BottomDock::FindingsTab);
    if (m_docks->bottom().isFolded())
        m_docks->toggleFolded();
}

void MainWindow::showBusy()
{
    const bool isBusy = m_comparison->isBusy();
    m_status->setBusy(isBusy || m_opener.isBusy());
    if (m_comparison->runs().empty())
        m_status->setFinding(isBusy ? tr("The programs are running for the first time.")
                                    : tr("There is nothing to show: no program has ended."));
}

void MainWindow::showSettings()
{
    QStringList names;
    QStringList shown;
    for (const scenario::ProgramInfo& program : m_comparison->programs()) {
        names << QString::fromStdString(program.name);
        if (m_comparison->isShown(names.back()))
            shown << names.back();
    }
    if (m_left->strategies().names() != names || m_left->strategies().shown() != shown)
        m_left->strategies().setStrategies(names, shown);
    for (const auto& [name, value] : m_comparison->parameters())
        m_left->durations().setValue(QString::fromStdString(name), value.toDouble());
}

void MainWindow::fitParts()
{
    m_docks->fit();
}

void MainWindow::exportPicture()
{
    m_navigation->player().pause();
    auto* dialog = new ExportDialog(*m_comparison, m_header, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::saved, this,
            [this](const QString& path) { m_status->setFinding(tr("Saved as %1").arg(path)); });
    dialog->open();
}

void MainWindow::toggleTheme()
{
    const bool isLight = Style::current().theme() == Theme::Light;
    Style::current().setTheme(isLight ? Theme::Dark : Theme::Light);
}

void MainWindow::toggleEvents()
{
    m_docks->toggleFolded();
}

void MainWindow::resetLayout()
{
    m_docks->reset();
    setRows(false);
}

void MainWindow::toggleRows()
{
    setRows(!m_areRows);
}

void MainWindow::setRows(bool areRows)
{
    m_areRows = areRows;
    m_viewBar->setRows(areRows);
    m_columns->setRows(areRows);
}

void MainWindow::showKeys()
{
    KeysDialog(this).exec();
}

void MainWindow::showCommands()
{
    CommandPalette(actions(), this).exec();
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Coroscope"),
                       tr("<b>Coroscope %1</b><p>Shows how coroutines are scheduled.</p>"
                          "<p>The program is free software under the GPL, version 3 or later; "
                          "its core is under the MIT licence.</p>")
                           .arg(QCoreApplication::applicationVersion()));
}

}  // namespace coroscope
