// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/models/python_tokens.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// The line with its keywords in [ ] and its comment in { }.
QString marked(const QString& line, OpenString& open)
{
    QString text;
    for (const PythonSpan& span : pythonSpans(line, open)) {
        const QString part = line.mid(span.begin, span.length);
        if (span.token == PythonToken::Keyword)
            text += QStringLiteral("[%1]").arg(part);
        else
            text += span.token == PythonToken::Comment ? QStringLiteral("{%1}").arg(part) : part;
    }
    return text;
}

}  // namespace

class TestPythonTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksKeywordsAndComments_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* line, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(expected);
        };
        row("empty", "", "");
        row("function", "async def f(a):", "[async] [def] f(a):");
        row("await inside", "    x = [await a, await b]", "    x = [[await] a, [await] b]");
        row("keyword in a string", "print(\"for if\")", "print(\"for if\")");
        row("keyword in a name", "format = import_it", "format = import_it");
        row("name with a digit", "in2 = 3", "in2 = 3");
        row("comment", "pass  # not \"this\"", "[pass]  {# not \"this\"}");
        row("hash in a string", "x = '#'  # y", "x = '#'  {# y}");
        row("escaped quote", R"(x = "a\" for" or 1)", R"(x = "a\" for" [or] 1)");
        row("unfinished string", "x = 'for", "x = 'for");
        row("Korean", "print(\"배달 완료\") or 이름", "print(\"배달 완료\") [or] 이름");
    }

    void marksKeywordsAndComments()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        OpenString open = OpenString::None;

        QCOMPARE(marked(line, open), expected);
        QCOMPARE(open, OpenString::None);
    }

    void aTripleStringGoesOnUntilItsQuotes()
    {
        OpenString open = OpenString::None;

        QCOMPARE(marked(QStringLiteral("x = \"\"\"for"), open), QStringLiteral("x = \"\"\"for"));
        QCOMPARE(open, OpenString::Double);
        QCOMPARE(marked(QStringLiteral("if ''' if"), open), QStringLiteral("if ''' if"));
        QCOMPARE(marked(QStringLiteral("if\"\"\" or 1"), open), QStringLiteral("if\"\"\" [or] 1"));
        QCOMPARE(open, OpenString::None);
    }

    void spansTogetherAreTheLine()
    {
        OpenString open = OpenString::None;
        const QString line = QStringLiteral("    return f\"{x}\"  # done");
        qsizetype at = 0;
        for (const PythonSpan& span : pythonSpans(line, open)) {
            QCOMPARE(span.begin, at);
            QVERIFY(span.length > 0);
            at += span.length;
        }
        QCOMPARE(at, line.size());
    }
};

COROSCOPE_TEST(TestPythonTokens)
#include "tst_python_tokens.moc"
