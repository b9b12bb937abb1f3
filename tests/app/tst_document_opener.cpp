// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/document/document_opener.h"
#include "tests/support/patience.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// A trace of so many bytes or somewhat more.
QByteArray traceOf(qint64 size)
{
    QByteArray text = "{\"coroscope_trace\": 1, \"clock\": \"virtual\", \"title\": \"t\"}\n";
    for (int time = 0; text.size() < size; ++time)
        text += "{\"t\": " + QByteArray::number(time) + ", \"e\": \"turn\", \"ready\": 1}\n";
    return text;
}

// An opener that waits for nothing.
struct OpenerFixture {
    OpenerFixture()
    {
        QObject::connect(&opener, &DocumentOpener::opened, [this](const QString& name, Document&) {
            answers << QStringLiteral("opened ") + QFileInfo(name).fileName();
        });
        QObject::connect(&opener, &DocumentOpener::failed,
                         [this](const QString&, const QString& message) { answers << message; });
    }

    QString file(const char* name, const QByteArray& text)
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

    QTemporaryDir folder;
    DocumentOpener opener{std::chrono::milliseconds(0)};
    QSignalSpy busy{&opener, &DocumentOpener::busyChanged};
    QStringList answers;
};

constexpr qint64 large = DocumentOpener::largestOpenedAtOnce + 1;

}  // namespace

class TestDocumentOpener : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAtOnceWhatIsSmall()
    {
        OpenerFixture f;
        f.opener.open(f.file("small.jsonl", traceOf(100)));
        f.opener.open(QStringLiteral("delivery"));
        f.opener.open(QStringLiteral("no such file"));
        QCOMPARE(f.answers.size(), 3);
        QCOMPARE(f.answers[0], QStringLiteral("opened small.jsonl"));
        QCOMPARE(f.answers[1], QStringLiteral("opened delivery"));
        QVERIFY(f.answers[2].contains(QStringLiteral("no such file")));
        QCOMPARE(f.busy.size(), 0);
    }

    void opensWhatIsLargeInTheBackground()
    {
        OpenerFixture f;
        f.opener.open(f.file("large.jsonl", traceOf(large)));
        QTRY_COMPARE_WITH_TIMEOUT(f.answers, QStringList{QStringLiteral("opened large.jsonl")},
                                  patience);
        QVERIFY(!f.opener.isBusy());
        QCOMPARE(f.busy.size(), 2);  // is, and is not
    }

    void tellsWhatIsWrongWithALargeFile()
    {
        OpenerFixture f;
        f.opener.open(f.file("large.jsonl", QByteArray(large, 'x')));
        QTRY_COMPARE_WITH_TIMEOUT(f.answers.size(), 1, patience);
        QVERIFY(f.answers[0].contains(QStringLiteral("large.jsonl")));
    }

    void neverAnswersWhatWasCancelled()
    {
        OpenerFixture f;
        f.opener.open(f.file("large.jsonl", traceOf(large)));
        QVERIFY(f.opener.isBusy());
        f.opener.cancel();
        QVERIFY(!f.opener.isBusy());
        f.opener.open(f.file("other.jsonl", traceOf(large)));
        QTRY_COMPARE_WITH_TIMEOUT(f.answers, QStringList{QStringLiteral("opened other.jsonl")},
                                  patience);
    }

    void aNewerOneReplacesAnOlder()
    {
        OpenerFixture f;
        f.opener.open(f.file("old.jsonl", traceOf(large)));
        f.opener.open(f.file("new.jsonl", traceOf(100)));
        QCOMPARE(f.answers, QStringList{QStringLiteral("opened new.jsonl")});
        QVERIFY(!f.opener.isBusy());
        // By the time that another one is read, the old one's thread has told what came of it.
        f.opener.open(f.file("next.jsonl", traceOf(large)));
        QTRY_VERIFY_WITH_TIMEOUT(!f.opener.isBusy(), patience);
        QCOMPARE(f.answers, (QStringList{QStringLiteral("opened new.jsonl"),
                                         QStringLiteral("opened next.jsonl")}));
    }

    void goesWhileItReads()
    {
        OpenerFixture f;
        f.opener.open(f.file("large.jsonl", traceOf(large)));
    }
};

COROSCOPE_TEST(TestDocumentOpener)
#include "tst_document_opener.moc"
