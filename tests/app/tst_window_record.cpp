// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include "app/panels/recording_pill.h"
#include "app/panels/status_strip.h"
#include "app/panels/transport_bar.h"
#include "app/panels/view_bar.h"
#include "app/record/python_interpreter.h"
#include "app/record/recorded_program.h"
#include "app/window/recent_files.h"
#include "app/window/record_dialog.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr int patience = 60'000;

const QByteArray ticking = R"(
import asyncio

async def tick():
    while True:
        await asyncio.sleep(0.01)

async def main():
    await asyncio.gather(tick(), tick())

asyncio.run(main())
)";

template <typename Part>
Part* part(const WindowFixture& f)
{
    return f.window.findChild<Part*>();
}

}  // namespace

/// Recording in the window.
class TestWindowRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!findPython({}, {}))
            QSKIP("no python3 of version 3.8 or later on this machine");
    }

    void showsTheProgramWhileItRuns();
    void followsTheEndUntilOneLooksElsewhere();
    void tellsHowTheProgramFailed();
    void asksForTheProgram();
    void keepsTheDialogOpenWhenSomethingIsMissing();

private:
    RecordedProgram programOf(const QByteArray& text)
    {
        QFile file(m_folder.filePath(QStringLiteral("program.py")));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        RecordedProgram program;
        program.command << file.fileName();
        return program;
    }
    static QPushButton* stopButton(WindowFixture& f)
    {
        return part<RecordingPill>(f)->findChild<QPushButton*>();
    }

    OwnSettings m_settings;
    QTemporaryDir m_folder;
};

void TestWindowRecord::showsTheProgramWhileItRuns()
{
    WindowFixture f;
    QVERIFY(part<RecordingPill>(f)->isHidden());
    f.window.record(programOf(ticking));
    QVERIFY(part<RecordingPill>(f)->isVisible());
    QVERIFY(recentFiles().front().path.contains(QStringLiteral("program")));
    QTRY_VERIFY_WITH_TIMEOUT(f.window.comparison().longestTotal() > Ticks{}, patience);
    QCOMPARE(f.window.comparison().runs().front()->name, QStringLiteral("program"));
    QVERIFY(!part<StatusStrip>(f)->isError());
    const Ticks soFar = f.window.comparison().longestTotal();
    QTRY_VERIFY_WITH_TIMEOUT(f.window.comparison().longestTotal() > soFar, patience);

    QTest::mouseClick(stopButton(f), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!f.window.isRecording(), patience);
    QVERIFY(part<RecordingPill>(f)->isHidden());
    QTRY_COMPARE_WITH_TIMEOUT(f.window.comparison().runs().front()->rows.size(), 3, patience);
}

void TestWindowRecord::followsTheEndUntilOneLooksElsewhere()
{
    WindowFixture f;
    f.window.record(programOf(ticking));
    Comparison& comparison = f.window.comparison();
    QTRY_VERIFY_WITH_TIMEOUT(comparison.longestTotal() > Ticks{}, patience);
    const auto showsTheEnd = [&] {
        return comparison.visibleRange().span().end == comparison.wholeSpan().end;
    };
    const auto grows = [&, from = comparison.longestTotal()] {
        return comparison.longestTotal() > 2 * from;
    };
    QTRY_VERIFY_WITH_TIMEOUT(grows(), patience);
    QVERIFY(showsTheEnd());

    auto* const goLive = part<ViewBar>(f)->findChild<QPushButton*>();
    QVERIFY(goLive->isHidden());
    f.window.navigation().zoom(4);
    const TimeSpan elsewhere = comparison.visibleRange().span();
    const Ticks then = comparison.longestTotal();
    QTRY_VERIFY_WITH_TIMEOUT(comparison.longestTotal() > then, patience);
    QCOMPARE(comparison.visibleRange().span(), elsewhere);

    QTRY_VERIFY(goLive->isVisible());
    QTest::mouseClick(goLive, Qt::LeftButton);
    QVERIFY(showsTheEnd());
    QTest::mouseClick(stopButton(f), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!f.window.isRecording(), patience);
}

void TestWindowRecord::tellsHowTheProgramFailed()
{
    WindowFixture f;
    f.window.record(programOf("raise SystemExit(3)"));
    QTRY_VERIFY_WITH_TIMEOUT(!f.window.isRecording(), patience);
    QCOMPARE(part<StatusStrip>(f)->text(), QStringLiteral("The program ended with exit status 3."));
}

void TestWindowRecord::asksForTheProgram()
{
    WindowFixture f;
    const QString script = programOf("print('hello')").source();
    QTimer::singleShot(0, &f.window, [&] {
        auto* const dialog = f.window.findChild<RecordDialog*>();
        auto* const field = dialog->findChild<QLineEdit*>(QStringLiteral("source"));
        field->selectAll();
        QTest::keyClicks(field, script);
        QTest::keyClick(field, Qt::Key_Return);
    });
    QTest::keyClick(&f.window, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!f.window.isRecording(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.comparison().runs().front()->name, QStringLiteral("program"),
                              patience);
}

void TestWindowRecord::keepsTheDialogOpenWhenSomethingIsMissing()
{
    RecordDialog dialog;
    dialog.show();
    auto* const field = dialog.findChild<QLineEdit*>(QStringLiteral("source"));
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("/nowhere/app.py"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

COROSCOPE_TEST(TestWindowRecord)
#include "tst_window_record.moc"
