// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QStandardPaths>

#include "app/language/language.h"
#include "app/panels/columns_view.h"
#include "tests/app/random_user.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr int usualActions = 400;
constexpr int actionsInAWindow = 100;

QStringList warnings;

// What Qt says of the offscreen platform, and Qt Test of keys that nobody wants, is no news.
void takeMessage(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtInfoMsg || type == QtDebugMsg)
        fprintf(stderr, "%s\n", qPrintable(message));
    else if (!message.startsWith(QLatin1String("This plugin does not support")) &&
             !message.startsWith(QLatin1String("Keyboard event not accepted")))
        warnings << message;
}

// What holds whenever the programs are not running; empty: all of it does.
QString broken(MainWindow& window)
{
    Comparison& comparison = window.comparison();
    if (comparison.isBusy() || comparison.runs().empty())
        return {};
    const Ticks time = comparison.playhead().time();
    if (time < Ticks{} || time > std::max(comparison.wholeSpan().end, comparison.longestTotal()))
        return QStringLiteral("the playhead is at %1 ns of %2")
            .arg(time.count())
            .arg(comparison.wholeSpan().end.count());
    const TimeSpan shown = comparison.view().range().span();
    if (shown.begin >= shown.end)
        return QStringLiteral("the visible range is empty");
    if (window.findChild<ColumnsView*>()->columns().size() != comparison.runs().size())
        return QStringLiteral("there is not one column for each program");
    const auto& selected = comparison.view().selection.segment();
    if (!selected)
        return {};
    for (const ProgramRunPtr& run : comparison.runs()) {
        if (run->name != selected->program)
            continue;
        const auto tracks = run->timeline->tracks();
        const bool isThere =
            selected->track >= 0 && static_cast<std::size_t>(selected->track) < tracks.size() &&
            selected->segment < tracks[static_cast<std::size_t>(selected->track)].segments.size();
        return isThere ? QString() : QStringLiteral("what is selected is not in the trace");
    }
    return QStringLiteral("what is selected is of a program that is not shown");
}

int numberFrom(const char* variable, int usual)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? number : usual;
}

}  // namespace

/// Random actions, COROSCOPE_RANDOM_ACTIONS of them, beginning with COROSCOPE_RANDOM_SEED; with
/// COROSCOPE_RANDOM_LOG, each is printed before it is done. Nothing crashes or warns, and what must
/// hold does after each.
class TestRandomUse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QDir::setCurrent(m_folder.path());
        const QDir corpus(QStringLiteral(FUZZ_CORPUS));
        for (const char* kind : {"trace", "chrome", "scenario"}) {
            for (const QFileInfo& file :
                 QDir(corpus.filePath(QLatin1String(kind))).entryInfoList(QDir::Files))
                m_files << file.filePath();
        }
        QVERIFY(!m_files.isEmpty());
        qInstallMessageHandler(takeMessage);
    }
    void cleanupTestCase()
    {
        qInstallMessageHandler(nullptr);
        Language::current().set(QStringLiteral("en"));
    }

    void keepsTheWindowSound()
    {
        const int count = numberFrom("COROSCOPE_RANDOM_ACTIONS", usualActions);
        auto seed = static_cast<unsigned>(numberFrom("COROSCOPE_RANDOM_SEED", 1));
        for (int done = 0; done < count; done += actionsInAWindow, ++seed) {
            useAWindow(seed);
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    void useAWindow(unsigned seed)
    {
        WindowFixture f;
        RandomUser user(f.window, f.now, m_files, seed);
        QString wrong;
        for (int i = 0; i < actionsInAWindow && wrong.isEmpty(); ++i) {
            user.act();
            QCoreApplication::processEvents();
            wrong = warnings.isEmpty() ? broken(f.window) : warnings.join(QLatin1Char('\n'));
        }
        warnings.clear();
        if (!wrong.isEmpty())
            QFAIL(qPrintable(
                QStringLiteral("seed %1: %2, after\n  %3").arg(seed).arg(wrong, user.memory())));
        f.window.comparison().cancel();  // some files of the corpus have programs that never end
        QVERIFY(!f.window.comparison().isBusy());
    }

    QTemporaryDir m_folder;
    QStringList m_files;
};

COROSCOPE_TEST(TestRandomUse)
#include "tst_random_use.moc"
