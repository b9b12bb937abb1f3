// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of a recorded program would have brought.
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>

#include "app/document/insights.h"
#include "app/models/finding_text.h"
#include "app/panels/details_panel.h"
#include "app/panels/left_dock.h"
#include "app/panels/source_snippet.h"
#include "app/panels/status_strip.h"
#include "app/panels/strategies_panel.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// main blocks for 3 s beside a ticker, then awaits two calls of 2 s and 1 s.
constexpr const char* events =
    R"({"coroscope_trace":1,"clock":"monotonic","title":"app.py","source":"app.py","pid":7,"python":"3.12.1","argv":["app.py","--fast"]}
{"t":0,"e":"create","task":0,"name":"main","kind":"main","parent":null}
{"t":0,"e":"turn","ready":1,"timers":0}
{"t":0,"e":"resume","task":0}
{"t":0,"e":"create","task":1,"name":"ticker","parent":0}
{"t":0,"e":"suspend","task":0,"why":"sleep","at":["app.py",5,"main"],"stack":[["app.py",5,"main"]]}
{"t":0,"e":"resume","task":1}
{"t":0,"e":"suspend","task":1,"why":"sleep","at":["app.py",90,"tick"],"stack":[["app.py",90,"tick"]]}
{"t":1000000000,"e":"ready","task":0,"by":null,"why":"timer"}
{"t":1000000000,"e":"resume","task":0}
{"t":1000000000,"e":"block","task":0,"why":"sleep","at":["app.py",6,"main"]}
{"t":2000000000,"e":"ready","task":1,"by":null,"why":"timer"}
{"t":4000000000,"e":"unblock","task":0}
{"t":4000000000,"e":"suspend","task":0,"why":"io","at":["app.py",3,"get"],"stack":[["app.py",10,"main"],["app.py",3,"get"]]}
{"t":4000000000,"e":"resume","task":1}
{"t":4000000000,"e":"done","task":1,"how":"returned","value":"None"}
{"t":6000000000,"e":"ready","task":0,"by":null,"why":"io"}
{"t":6000000000,"e":"resume","task":0}
{"t":6000000000,"e":"suspend","task":0,"why":"io","at":["app.py",3,"get"],"stack":[["app.py",11,"main"],["app.py",3,"get"]]}
{"t":7000000000,"e":"ready","task":0,"by":null,"why":"io"}
{"t":7000000000,"e":"resume","task":0}
{"t":7000000000,"e":"done","task":0,"how":"returned","value":"None"}
{"t":7000000000,"e":"end","how":"ok"}
)";

struct RecordingFixture {
    explicit RecordingFixture(const QByteArray& text = events)
    {
        QFile file(folder.filePath(QStringLiteral("app.trace.jsonl")));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        file.close();
        f.window.open(file.fileName());
        isReady = f.isShown && f.settles();
    }

    // The segment of that row, or of main, that begins there.
    void select(Ticks begin, int row = 0)
    {
        const ProgramRunPtr run = f.window.comparison().runs()[0];
        const Track& track = run->timeline->tracks()[static_cast<std::size_t>(row)];
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            if (run->timeline->segment(track, i).span.begin == begin &&
                run->timeline->segment(track, i).span.length() > Ticks{})
                f.window.comparison().view().selection.setSegment({run->name, row, i});
        }
        QCoreApplication::processEvents();
    }

    [[nodiscard]] QStringList offers()
    {
        QStringList texts;
        for (const QPushButton* button : buttons())
            texts << button->accessibleName();
        return texts;
    }

    [[nodiscard]] QList<QPushButton*> buttons()
    {
        QList<QPushButton*> shown;
        for (QPushButton* button :
             f.window.findChild<DetailsPanel*>()->findChildren<QPushButton*>()) {
            if (button->isVisible())
                shown << button;
        }
        return shown;
    }

    QTemporaryDir folder;
    OwnSettings settings;
    WindowFixture f;
    bool isReady = false;
};

}  // namespace

class TestWhatIf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isOfferedWhereItCanBeTried_data()
    {
        QTest::addColumn<int>("second");
        QTest::addColumn<QStringList>("offers");
        QTest::newRow("a lone sleep") << 0 << QStringList();
        QTest::newRow("a blocking call")
            << 1 << QStringList{QStringLiteral("Move app.py:6 to a thread")};
        QTest::newRow("awaits one after the other")
            << 4 << QStringList{QStringLiteral("Gather 2 awaits of main, lines 10 to 11")};
    }

    void isOfferedWhereItCanBeTried()
    {
        QFETCH(const int, second);
        QFETCH(const QStringList, offers);
        RecordingFixture r;
        QVERIFY(r.isReady);
        r.select(std::chrono::seconds(second));
        QCOMPARE(r.offers(), offers);
    }

    // The ticker was runnable, but main held the thread.
    void isOfferedForTheCauseOfAWait()
    {
        RecordingFixture r;
        QVERIFY(r.isReady);
        r.select(std::chrono::seconds(2), 1);
        QCOMPARE(r.offers(), QStringList{QStringLiteral("Move app.py:6 to a thread")});
    }

    // Services leave some behind on purpose: what held the loop is told first.
    void aBackgroundTaskThatIsCutOffIsToldLast()
    {
        QByteArray text(events);
        text.replace(R"("e":"done","task":1,"how":"returned","value":"None")",
                     R"("e":"suspend","task":1,"why":"future")");
        text.replace(R"({"t":7000000000,"e":"end","how":"ok"})",
                     R"({"t":7000000000,"e":"cancel","task":1,"by":null,"message":""}
{"t":7000000000,"e":"ready","task":1,"by":null,"why":"cancel"}
{"t":7000000000,"e":"resume","task":1}
{"t":7000000000,"e":"done","task":1,"how":"cancelled","value":""}
{"t":7000000000,"e":"end","how":"ok"})");
        RecordingFixture r(text);
        QVERIFY(r.isReady);
        const auto* const status = r.f.window.findChild<StatusStrip*>();
        QTRY_VERIFY2(status->text().contains(QStringLiteral("blocks the loop")),
                     qPrintable(status->text()));
    }

    void showsThePredictionBesideTheRecording_data()
    {
        QTest::addColumn<int>("second");
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("total");
        QTest::newRow("in a thread") << 1 << QStringLiteral("in a thread") << 7.0;
        QTest::newRow("gathered") << 4 << QStringLiteral("gathered") << 6.0;
    }

    void showsThePredictionBesideTheRecording()
    {
        QFETCH(const int, second);
        QFETCH(const QString, name);
        QFETCH(const double, total);
        RecordingFixture r;
        QVERIFY(r.isReady);
        r.select(std::chrono::seconds(second));
        QCOMPARE(r.buttons().size(), 1);
        QTest::mouseClick(r.buttons().first(), Qt::LeftButton);
        QVERIFY(r.f.settles());
        const auto runs = r.f.window.comparison().runs();
        QCOMPARE(runs.size(), std::size_t{2});
        QCOMPARE(runs[1]->name, name);
        QCOMPARE(toSeconds(runs[0]->total()), 7.0);
        QCOMPARE(toSeconds(runs[1]->total()), total);
        // As any program it can be hidden and shown again.
        const auto& strategies = r.f.window.findChild<LeftDock*>()->strategies();
        QCOMPARE(strategies.names(), (QStringList{QStringLiteral("app"), name}));
        r.f.window.comparison().setShown(name, false);
        QVERIFY(r.f.settles());
        QCOMPARE(r.f.window.comparison().runs().size(), std::size_t{1});
        r.select(std::chrono::seconds(second));
        QTest::mouseClick(r.buttons().first(), Qt::LeftButton);
        QVERIFY(r.f.settles());
        QCOMPARE(r.f.window.comparison().runs().size(), std::size_t{2});
        QCOMPARE(strategies.names().size(), 2);
    }

    // In a thread, the ticker goes on when it wants to.
    void aCallInAThreadHoldsNobodyUp()
    {
        RecordingFixture r;
        QVERIFY(r.isReady);
        r.select(std::chrono::seconds(1));
        QTest::mouseClick(r.buttons().first(), Qt::LeftButton);
        QVERIFY(r.f.settles());
        const Timeline& predicted = *r.f.window.comparison().runs()[1]->timeline;
        const Track& ticker = predicted.tracks()[1];
        QCOMPARE(predicted.segment(ticker, ticker.segments.size() - 1).span.begin,
                 Ticks(std::chrono::seconds(2)));
    }

    void whatCannotBeRunAgainSaysWhy()
    {
        QByteArray text(events);  // with a second loop
        text.replace(R"("name":"ticker","parent":0)", R"("name":"ticker","kind":"main")");
        RecordingFixture r(text);
        QVERIFY(r.isReady);
        r.select(std::chrono::seconds(1));
        QTest::mouseClick(r.buttons().first(), Qt::LeftButton);
        QVERIFY(r.f.settles());
        QCOMPARE(r.f.window.comparison().runs().size(), std::size_t{1});
        const QString told = r.f.window.findChild<StatusStrip*>()->text();
        QVERIFY2(told.contains(QStringLiteral("more than one event loop")), qPrintable(told));
    }

    void theDetailsShowTheLineOfTheCause()
    {
        QTemporaryDir folder;
        const QString script = folder.filePath(QStringLiteral("app.py"));
        QFile file(script);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("import time\n\n\n\nasync def main():\n    time.sleep(3)\n");
        file.close();
        QByteArray text(events);
        text.replace("\"app.py\",\"pid\"", '"' + script.toUtf8() + "\",\"pid\"");
        text.replace("[\"app.py\",", "[\"" + script.toUtf8() + "\",");
        RecordingFixture r(text);
        QVERIFY(r.isReady);
        const auto* const snippet = r.f.window.findChild<SourceSnippet*>();
        r.select(std::chrono::seconds(1));
        QVERIFY(snippet->isVisible());
        QCOMPARE(snippet->accessibleName(), QStringLiteral("Line 6: time.sleep(3)"));
        r.f.window.comparison().view().selection.clear();
        QVERIFY(!snippet->isVisible());
    }

    void theHeadingTellsWhatWasRecorded()
    {
        RecordingFixture r;
        QVERIFY(r.isReady);
        const scenario::LocalizedText& title = r.f.window.comparison().runs()[0]->title;
        QCOMPARE(QString::fromStdString(title.in("en")),
                 QStringLiteral("python app.py --fast · CPython 3.12.1 · pid 7"));
    }
};

COROSCOPE_TEST(TestWhatIf)
#include "tst_what_if.moc"
