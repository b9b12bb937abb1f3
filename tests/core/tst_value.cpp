// SPDX-License-Identifier: MIT
#include <QTest>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

#include "core/scenario/value.h"
#include "tests/support/test_registry.h"

using namespace coroscope::scenario;

namespace {

Value number(std::int64_t value)
{
    return value;
}

}  // namespace

class TestValue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesFloatsAsPythonDoes_data();
    void writesFloatsAsPythonDoes();
    void writesFloatsThatReadBackAsTheSame();
    void quotesTextsAsPythonDoes_data();
    void quotesTextsAsPythonDoes();
    void printsValues_data();
    void printsValues();
    void sharesLists();
};

void TestValue::writesFloatsAsPythonDoes_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("expected");

    using Limits = std::numeric_limits<double>;
    const std::vector<std::pair<double, const char*>> table{
        {0.0, "0.0"},
        {-0.0, "-0.0"},
        {1.0, "1.0"},
        {10.0, "10.0"},
        {100.0, "100.0"},
        {-1234.5, "-1234.5"},
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3, "0.3333333333333333"},
        {1e15, "1000000000000000.0"},
        {9999999999999998.0, "9999999999999998.0"},
        {1e16, "1e+16"},
        {123456789012345678.0, "1.2345678901234568e+17"},
        {1e22, "1e+22"},
        {1e100, "1e+100"},
        {1e-4, "0.0001"},
        {0.00012345, "0.00012345"},
        {1e-5, "1e-05"},
        {1.25e-7, "1.25e-07"},
        {Limits::denorm_min(), "5e-324"},
        {Limits::max(), "1.7976931348623157e+308"},
        {Limits::infinity(), "inf"},
        {-Limits::infinity(), "-inf"},
        {Limits::quiet_NaN(), "nan"},
        {-Limits::quiet_NaN(), "nan"},
    };
    for (const auto& [value, expected] : table)
        QTest::newRow(std::signbit(value) && std::isnan(value) ? "-nan" : expected)
            << value << expected;
}

void TestValue::writesFloatsAsPythonDoes()
{
    QFETCH(double, value);

    QTEST(QString::fromStdString(floatRepr(value)), "expected");
}

void TestValue::writesFloatsThatReadBackAsTheSame()
{
    std::mt19937_64 random(3);
    for (int i = 0; i < 20'000; ++i) {
        const double value = std::bit_cast<double>(random());
        if (!std::isfinite(value))
            continue;
        const std::string text = floatRepr(value);
        QCOMPARE(std::strtod(text.c_str(), nullptr), value);
        QVERIFY2(text.find_first_of(".e") != std::string::npos, text.c_str());
    }
}

void TestValue::quotesTextsAsPythonDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char* name, const QString& text, const char* expected) {
        QTest::newRow(name) << text << QString::fromUtf8(expected);
    };
    row("empty", QString(), "''");
    row("plain", QStringLiteral("a"), "'a'");
    row("an apostrophe", QStringLiteral("it's"), R"("it's")");
    row("quotes", QStringLiteral("say \"x\""), R"('say "x"')");
    row("both", QStringLiteral("' and \""), R"('\' and "')");
    row("a backslash", QStringLiteral("a\\b"), R"('a\\b')");
    row("white space", QStringLiteral("a\n\t\r b"), R"('a\n\t\r b')");
    row("control characters", QStringLiteral("\u0001\u001f\u007f"), R"('\x01\x1f\x7f')");
    row("control characters of Latin-1", QStringLiteral("\u0080\u009f"), R"('\x80\x9f')");
    row("a space that does not break", QStringLiteral("\u00a0"), R"('\xa0')");
    row("a soft hyphen", QStringLiteral("\u00ad"), R"('\xad')");
    row("Korean", QStringLiteral("배달"), "'배달'");
    row("an accent", QStringLiteral("é"), "'é'");
    row("a picture", QStringLiteral("😀"), "'😀'");
    row("a space without width", QStringLiteral("\u200b"), R"('\u200b')");
    row("a line separator", QStringLiteral("\u2028"), R"('\u2028')");
    row("a wide space", QStringLiteral("\u3000"), R"('\u3000')");
    row("a byte order mark", QStringLiteral("\ufeff"), R"('\ufeff')");
    row("a private character", QStringLiteral("\ue000"), R"('\ue000')");
    row("a tag", QStringLiteral("\U000e0001"), R"('\U000e0001')");
}

void TestValue::quotesTextsAsPythonDoes()
{
    QFETCH(QString, text);

    QTEST(QString::fromStdString(stringRepr(text.toStdString())), "expected");
}

void TestValue::printsValues_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("str");
    QTest::addColumn<QString>("repr");
    QTest::addColumn<QString>("type");

    const auto text = [](const char* t) { return Value(std::string(t)); };
    QTest::newRow("None") << Value() << "None"
                          << "None"
                          << "NoneType";
    QTest::newRow("True") << Value(true) << "True"
                          << "True"
                          << "bool";
    QTest::newRow("False") << Value(false) << "False"
                           << "False"
                           << "bool";
    QTest::newRow("an int") << number(10) << "10"
                            << "10"
                            << "int";
    QTest::newRow("the least int")
        << number(std::numeric_limits<std::int64_t>::min()) << "-9223372036854775808"
        << "-9223372036854775808"
        << "int";
    QTest::newRow("a float") << Value(10.0) << "10.0"
                             << "10.0"
                             << "float";
    QTest::newRow("a text") << text("it's 배달") << "it's 배달"
                            << "\"it's 배달\""
                            << "str";
    QTest::newRow("an empty list") << Value(Value::List{}) << "[]"
                                   << "[]"
                                   << "list";
    const Value inner(Value::List{text("a"), Value(), Value(2.5)});
    QTest::newRow("lists within lists")
        << Value(Value::List{number(1), inner, Value(true)}) << "[1, ['a', None, 2.5], True]"
        << "[1, ['a', None, 2.5], True]"
        << "list";
}

void TestValue::printsValues()
{
    QFETCH(Value, value);

    QTEST(QString::fromStdString(value.str()), "str");
    QTEST(QString::fromStdString(value.repr()), "repr");
    QTEST(QString::fromStdString(std::string(value.typeName())), "type");
}

void TestValue::sharesLists()
{
    const Value list(Value::List{number(1)});
    const Value copy = list;

    QCOMPARE(copy.asList(), list.asList());
    QCOMPARE(number(1).asList(), nullptr);
    QCOMPARE(list.asHandle(), nullptr);
}

COROSCOPE_TEST(TestValue)
#include "tst_value.moc"
