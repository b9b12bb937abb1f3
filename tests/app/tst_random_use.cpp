// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFileInfo>
#include <fstream>

#include "app/language/language.h"
#include "app/panels/columns_view.h"
#include "core/trace/json_lines_writer.h"
#include "tests/app/random_user.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"
#include "tests/support/trace_generator.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr int usualActions = 400;
constexpr int usualActionsInAWindow = 100;

// Holds the loop now and then, waits for its turn, and ends by itself.
constexpr const char* ticking = R"(
import asyncio, time

async def tick(lock, pause):
    for number in range(1000):
        async with lock:
            await asyncio.sleep(pause)
        if number % 50 == 0:
            time.sleep(0.03)
            print("tick", number, flush=True)

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(tick(lock, 0.01) for _ in range(3)))

asyncio.run(main())
)";

constexpr const char* killed = R"(
import asyncio, os, signal

async def main():
    asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0.2)
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
)";

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

// As the event loop of a program would, which a test has not: what is to be deleted is gone before
// the next action.
void processEvents()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

int numberFrom(const char* variable, int usual)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? number : usual;
}

void writeFile(const QString& path, const char* text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

// Too long to be opened at once.
void writeLargeRecording(const QString& path)
{
    const TraceRecipe recipe{.segments = 40'000, .rows = 400, .life = TraceRecipe::Life::Short};
    std::ofstream out(path.toStdString());
    writeJsonLines(out, *traceOf(recipe), {.title = "a service", .source = "service.py"});
    out.close();
    QVERIFY(QFileInfo(path).size() > DocumentOpener::largestOpenedAtOnce);
}

}  // namespace

/// Random actions, COROSCOPE_RANDOM_ACTIONS of them, COROSCOPE_RANDOM_WINDOW of them in each
/// window, beginning with COROSCOPE_RANDOM_SEED; with COROSCOPE_RANDOM_LOG, each is printed before
/// it is done. Nothing crashes or warns, and what must hold does after each.
class TestRandomUse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QDir::setCurrent(m_folder.path());
        m_material.folder = m_folder.path();
        collectFiles();
        writePrograms();
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
        const int inAWindow = numberFrom("COROSCOPE_RANDOM_WINDOW", usualActionsInAWindow);
        auto seed = static_cast<unsigned>(numberFrom("COROSCOPE_RANDOM_SEED", 1));
        for (int done = 0; done < count; done += inAWindow, ++seed) {
            useAWindow(seed, inAWindow);
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    void collectFiles()
    {
        const QDir corpus(QStringLiteral(FUZZ_CORPUS));
        for (const char* kind : {"trace", "chrome", "scenario"}) {
            for (const QFileInfo& file :
                 QDir(corpus.filePath(QLatin1String(kind))).entryInfoList(QDir::Files))
                m_material.files << file.filePath();
        }
        QVERIFY(!m_material.files.isEmpty());
        const QString large = m_folder.filePath(QStringLiteral("large.trace.jsonl"));
        writeLargeRecording(large);
        m_material.files << QStringList(6, large)
                         << m_folder.filePath(QStringLiteral("not-there.json")) << m_folder.path();
    }

    void writePrograms()
    {
        const auto program = [this](const char* name, const char* text) {
            m_material.programs << m_folder.filePath(QLatin1String(name));
            writeFile(m_material.programs.back(), text);
        };
        program("ticking.py", ticking);
        program("killed.py", killed);
        program("failing.py", "raise SystemExit(3)");
    }

    void useAWindow(unsigned seed, int actions)
    {
        WindowFixture f;
        RandomUser user(f.window, f.now, m_material, seed);
        QString wrong;
        for (int i = 0; i < actions && wrong.isEmpty(); ++i) {
            user.act();
            processEvents();
            wrong = warnings.isEmpty() ? broken(f.window) : warnings.join(QLatin1Char('\n'));
        }
        if (wrong.isEmpty() && seed % 2 == 0)
            wrong = brokenAfterLeaving(user);
        warnings.clear();
        if (!wrong.isEmpty())
            QFAIL(qPrintable(
                QStringLiteral("seed %1: %2, after\n  %3").arg(seed).arg(wrong, user.memory())));
        f.window.comparison().cancel();  // some files of the corpus have programs that never end
        QVERIFY(!f.window.comparison().isBusy());
    }

    // Another window begins with what this one leaves in the settings.
    static QString brokenAfterLeaving(RandomUser& user)
    {
        user.leave();
        MainWindow next(openDocument(QStringLiteral("delivery")).value());
        next.show();
        const bool isReady = QTest::qWaitForWindowActive(&next) &&
                             QTest::qWaitFor([&] { return !next.comparison().isBusy(); });
        if (!isReady)
            return QStringLiteral("the next window does not come");
        return warnings.isEmpty() ? broken(next) : warnings.join(QLatin1Char('\n'));
    }

    QTemporaryDir m_folder;
    RandomMaterial m_material;
};

COROSCOPE_TEST(TestRandomUse)
#include "tst_random_use.moc"
