// SPDX-License-Identifier: GPL-3.0-or-later
// What a random user does with commands, controls and documents.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QUrl>

#include "app/document/builtin_scenarios.h"
#include "app/language/language.h"
#include "app/panels/details_panel.h"
#include "app/panels/recording_pill.h"
#include "tests/app/random_user.h"

namespace coroscope::test {
namespace {

// Those of that kind in a widget that can be used now.
template <typename Widget>
QList<Widget*> usable(const QWidget& top)
{
    QList<Widget*> found = top.findChildren<Widget*>();
    found.removeIf([](const QWidget* widget) {
        return !widget->isVisible() || !widget->isEnabled() || widget->focusPolicy() == Qt::NoFocus;
    });
    return found;
}

}  // namespace

// As from the menu; false: it is not to be had now.
bool RandomUser::choose(const char* command)
{
    auto* const action = m_window.findChild<QAction*>(QLatin1String(command));
    if (!action->isEnabled())
        return false;
    remember(QLatin1String(command));
    action->trigger();
    return true;
}

// Any entry of any menu: also docks and languages.
void RandomUser::chooseCommand()
{
    QList<QAction*> commands = m_window.findChildren<QAction*>();
    commands.removeIf([](const QAction* action) {
        return !action->isEnabled() || action->isSeparator() || action->menu() != nullptr;
    });
    QAction* const command = oneOf(commands);
    remember(QStringLiteral("command ") + command->text());
    command->trigger();
}

// What Tab would come to sooner or later.
void RandomUser::useControl()
{
    const auto controls = usable<QWidget>(m_window);
    if (controls.isEmpty())
        return;
    QWidget* const control = oneOf(controls);
    remember(
        QStringLiteral("control %1 %2")
            .arg(QLatin1String(control->metaObject()->className()), control->accessibleName()));
    control->setFocus(Qt::TabFocusReason);
    if (auto* const view = qobject_cast<QAbstractItemView*>(control))
        useRows(*view);
    else if (qobject_cast<QAbstractButton*>(control) != nullptr || below(2) == 0)
        QTest::mouseClick(control, Qt::LeftButton, someModifiers(), control->rect().center());
    else
        pressKey();
}

void RandomUser::useRows(QAbstractItemView& view)
{
    const QAbstractItemModel* const model = view.model();
    if (model == nullptr || model->rowCount() == 0 || model->columnCount() == 0)
        return;
    const QModelIndex index =
        model->index(between(0, model->rowCount() - 1), between(0, model->columnCount() - 1));
    remember(QStringLiteral("  row %1 of %2").arg(index.row()).arg(model->rowCount()));
    view.scrollTo(index);
    const QPoint at = view.visualRect(index).center();
    if (below(3) == 0)
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at);
    else
        QTest::mouseClick(view.viewport(), Qt::LeftButton, someModifiers(), at);
}

void RandomUser::search()
{
    if (!choose("search"))
        return;
    type();
    for (int i = between(0, 3); i > 0; --i) {
        if (QWidget* const focus = m_window.focusWidget())
            QTest::keyClick(focus, Qt::Key_Return,
                            below(2) == 0 ? Qt::ShiftModifier : Qt::NoModifier);
    }
    if (below(3) == 0)
        choose("onlyMatches");
}

// Among very many segments, one rarely hits a short one with the mouse.
void RandomUser::select()
{
    const auto& runs = m_window.comparison().runs();
    if (runs.empty())
        return;
    const ProgramRunPtr run = oneOf(runs);
    const auto tracks = run->timeline->tracks();
    if (tracks.empty())
        return;
    const auto track = below(tracks.size());
    if (tracks[track].segments.size() == 0)
        return;
    const SelectedSegment segment{run->name, static_cast<int>(track),
                                  below(tracks[track].segments.size())};
    remember(
        QStringLiteral("selects segment %1 of row %2").arg(segment.segment).arg(segment.track));
    m_window.comparison().view().selection.setSegment(segment);
}

// To a cause, or to what would have come of something else.
void RandomUser::followDetails()
{
    const auto links = usable<QAbstractButton>(*m_window.findChild<DetailsPanel*>());
    if (links.isEmpty())
        return select();
    QAbstractButton* const link = oneOf(links);
    remember(QStringLiteral("follows ") + link->accessibleName());
    link->click();
}

void RandomUser::openSomething()
{
    const QString choice = oneOf(builtinScenarios() + m_material.files);
    remember(QStringLiteral("open ") + choice);
    m_window.open(choice);
}

void RandomUser::dropSomething()
{
    QMimeData data;
    if (below(4) == 0)
        data.setText(QStringLiteral("main"));
    else
        data.setUrls({QUrl(QStringLiteral("http://localhost/")),
                      QUrl::fromLocalFile(oneOf(m_material.files))});
    remember(QStringLiteral("drop ") + data.text());
    const QPoint at = pointIn(m_window);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&m_window, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_window, &drop);
}

void RandomUser::record()
{
    choose("record");
}

void RandomUser::exportPicture()
{
    choose("export");
}

void RandomUser::stopRecording()
{
    if (!m_window.isRecording())
        return;
    remember(QStringLiteral("stops the recording"));
    for (QAbstractButton* const stop :
         usable<QAbstractButton>(*m_window.findChild<RecordingPill*>()))
        stop->click();
}

void RandomUser::changeParameter()
{
    const auto& parameters = m_window.comparison().scenario().parameters();
    if (parameters.empty())
        return;
    const scenario::Parameter& parameter = oneOf(parameters);
    const double share = static_cast<double>(below(101)) / 100;
    const double value = parameter.min + share * (parameter.max - parameter.min);
    remember(QStringLiteral("%1 = %2").arg(QString::fromStdString(parameter.name)).arg(value));
    m_window.comparison().setParameter(QString::fromStdString(parameter.name), value);
}

void RandomUser::changeLook()
{
    remember(QStringLiteral("theme or language"));
    if (below(2) == 0)
        return m_window.toggleTheme();
    Language::current().set(oneOf(Language::choices()).code);
}

void RandomUser::toggleStart()
{
    remember(QStringLiteral("start page"));
    if (below(2) == 0)
        m_window.showStart();
    else
        m_window.leaveStart();
}

// For a program that is being recorded, until something has come of it.
void RandomUser::letTimePass()
{
    constexpr int patience = 10'000;  // ms
    m_now += std::chrono::milliseconds(between(1, 3000));
    remember(QStringLiteral("time passes"));
    const auto total = [this] { return m_window.comparison().longestTotal(); };
    if (m_window.isRecording())
        static_cast<void>(QTest::qWaitFor(
            [&, before = total()] { return !m_window.isRecording() || total() > before; },
            patience));
    else if (below(2) == 0)
        static_cast<void>(
            QTest::qWaitFor([this] { return !m_window.comparison().isBusy(); }, patience));
}

}  // namespace coroscope::test
