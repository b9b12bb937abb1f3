// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/document/document.h"
#include "app/models/problem_text.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

// What a file is tells its content; only if that tells nothing, its name.
class TestOpenDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensByContent_data();
    void opensByContent();
    void refusesOthers_data();
    void refusesOthers();
    void tellsEachKindOfProblemOnce();

private:
    Result<Document> open(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        file.close();
        return openDocument(file.fileName());
    }

    QTemporaryDir m_folder;
};

namespace {

const QByteArray lines = "{\"coroscope_trace\": 1, \"title\": \"T\"}\n";
const QByteArray chrome = "[{\"ph\": \"X\", \"ts\": 0, \"dur\": 1}]";
const QByteArray scenarioText =
    R"({"coroscope_scenario": 1, "mains": [{"name": "m", "body": []}]})";

}  // namespace

void TestOpenDocument::opensByContent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isTrace");
    QTest::newRow("a trace") << "a.trace.jsonl" << lines << true;
    QTest::newRow("a trace of another name") << "a.txt" << lines << true;
    QTest::newRow("Chrome's format") << "a.json" << chrome << true;
    QTest::newRow("Chrome's format, an object")
        << "b.json"
        << "{\"a\": 1, \"traceEvents\": " + chrome + '}' << true;
    QTest::newRow("Chrome's format as a scenario") << "a.scenario.json" << chrome << true;
    QTest::newRow("a scenario") << "c.scenario.json" << scenarioText << false;
    QTest::newRow("a scenario named like a trace") << "c.jsonl" << scenarioText << false;
}

void TestOpenDocument::opensByContent()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const bool, isTrace);

    const auto document = open(name, content);

    QVERIFY2(document, document ? "" : document.error().text().c_str());
    QCOMPARE(document.value().header.has_value(), isTrace);
    QVERIFY(document.value().problems.empty());
}

void TestOpenDocument::refusesOthers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");
    QTest::newRow("no trace") << "a.jsonl" << QByteArray("hello") << ":1: no trace; expected";
    QTest::newRow("no JSON") << "a.json" << QByteArray("hello") << ":1:1: syntax error";
    QTest::newRow("a number") << "b.json" << QByteArray("5") << "expected an object";
}

void TestOpenDocument::refusesOthers()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, part);

    const auto document = open(name, content);

    QVERIFY(!document);
    const QString text = QString::fromStdString(document.error().text());
    QVERIFY2(text.contains(name + part) || text.contains(part), qPrintable(text));
}

void TestOpenDocument::tellsEachKindOfProblemOnce()
{
    const auto document = open(QStringLiteral("a.jsonl"), lines + "nonsense\nnonsense\n{}\n");

    QCOMPARE(problemSentences(document.value()),
             (QStringList{QStringLiteral("Line 2: it is no JSON object (2 times in all)."),
                          QStringLiteral("Line 4: its time is missing or out of range.")}));
}

COROSCOPE_TEST(TestOpenDocument)
#include "tst_open_document.moc"
