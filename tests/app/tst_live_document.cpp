// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "app/record/live_document.h"
#include "app/record/python_interpreter.h"
#include "tests/support/patience.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

const QByteArray ticking = R"(
import asyncio

async def main():
    while True:
        await asyncio.sleep(0.001)

asyncio.run(main())
)";

}  // namespace

/// A recording that is shown while it grows: it is read on one thread, what is shown is derived on
/// another.
class TestLiveDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!findPython({}, {}))
            QSKIP("no python3 of version 3.8 or later on this machine");
    }

    void showsWhatHasComeSoFar()
    {
        Recording recording(program(), m_folder.filePath(QStringLiteral("out.trace.jsonl")));
        LiveDocument live(recording);
        QVERIFY(recording.start());
        Document document = live.document();
        Comparison comparison(document.scenario, document.runner);
        live.showIn(comparison);
        comparison.start();
        const auto shown = [&] {
            return comparison.runs().empty() ? 0 : comparison.runs().front()->trace().size();
        };
        for (int renewal = 0; renewal < 5; ++renewal) {
            const std::size_t before = shown();
            QTRY_VERIFY_WITH_TIMEOUT(shown() > before, patience);
        }
        recording.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!recording.isActive(), patience);
        // In the end it is all of it.
        QTRY_COMPARE_WITH_TIMEOUT(shown(), recording.stream().trace()->size(), patience);
    }

private:
    RecordedProgram program()
    {
        QFile file(m_folder.filePath(QStringLiteral("program.py")));
        if (file.open(QIODevice::WriteOnly))
            file.write(ticking);
        RecordedProgram program;
        program.command << file.fileName();
        return program;
    }

    QTemporaryDir m_folder;
};

COROSCOPE_TEST(TestLiveDocument)
#include "tst_live_document.moc"
