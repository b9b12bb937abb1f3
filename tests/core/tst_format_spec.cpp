// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/format_spec.h"
#include "core/scenario/python_error.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::scenario;

namespace {

struct Row {
    Value value;
    const char* spec;
    const char* expected;
};

Value number(std::int64_t value)
{
    return value;
}

Value text(const char* value)
{
    return std::string(value);
}

Value list()
{
    return Value::List{number(1)};
}

void addRows(const std::vector<Row>& rows)
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("expected");
    for (const Row& row : rows) {
        const std::string name = row.value.repr() + " as \"" + row.spec + '"';
        QTest::newRow(name.c_str())
            << row.value << QString::fromUtf8(row.spec) << QString::fromUtf8(row.expected);
    }
}

}  // namespace

// What is expected is what CPython 3.11 and 3.13 print for format(value, spec).
class TestFormatSpec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formatsAsPythonDoes_data();
    void formatsAsPythonDoes();
    void refusesInPythonsWords_data();
    void refusesInPythonsWords();
    void saysWhatItCannotRead_data();
    void saysWhatItCannotRead();
    void writesTheLargestNumbersInFull();
};

void TestFormatSpec::formatsAsPythonDoes_data()
{
    addRows({
        {number(10), "", "10"},
        {number(10), "d", "10"},
        {number(10), "5", "   10"},
        {number(10), "<5", "10   "},
        {number(10), "^5", " 10  "},
        {number(10), "05", "00010"},
        {number(10), "<05", "10000"},
        {number(10), "*<05", "10***"},
        {number(-10), "05", "-0010"},
        {number(10), "+", "+10"},
        {number(10), " ", " 10"},
        {number(-10), "+d", "-10"},
        {number(1234567), ",", "1,234,567"},
        {number(1234), "010,", "00,001,234"},
        {number(999), ",", "999"},
        {number(-1234567), ",d", "-1,234,567"},
        {number(9007199254740993), "d", "9007199254740993"},
        {number(4611686018427387903), ",", "4,611,686,018,427,387,903"},
        {number(10), ".2f", "10.00"},
        {number(10), "e", "1.000000e+01"},
        {number(10), "%", "1000.000000%"},
        {number(10), "g", "10"},
        {number(10), "=+6", "+   10"},
        {Value(2.5), "", "2.5"},
        {Value(2.5), "f", "2.500000"},
        {Value(2.5), ".0f", "2"},
        {Value(3.5), ".0f", "4"},
        {Value(0.5), ".0f", "0"},
        {Value(2.675), ".2f", "2.67"},
        {Value(1e+16), ".2f", "10000000000000000.00"},
        {Value(2.5), "8.3f", "   2.500"},
        {Value(2.5), "<8.3f", "2.500   "},
        {Value(-2.5), "08.2f", "-0002.50"},
        {Value(1234567.891), ",.2f", "1,234,567.89"},
        {Value(1234567.5), ",", "1,234,567.5"},
        {Value(1e+16), ",", "1e+16"},
        {Value(100000.0), "g", "100000"},
        {Value(1000000.0), "g", "1e+06"},
        {Value(1234.5), "E", "1.234500E+03"},
        {Value(1234.5), "G", "1234.5"},
        {Value(1e-10), "G", "1E-10"},
        {Value(1e-10), ".3E", "1.000E-10"},
        {Value(0.123), "%", "12.300000%"},
        {Value(0.123), ".1%", "12.3%"},
        {Value(3.0), ".3", "3.0"},
        {Value(3.14159), ".3", "3.14"},
        {Value(10.0), ".2", "1e+01"},
        {Value(100.0), ".3", "1e+02"},
        {Value(99.9), ".3", "99.9"},
        {Value(1.234e-05), ".3", "1.23e-05"},
        {Value(0.0001234), ".3", "0.000123"},
        {Value(1e+20), ".30", "100000000000000000000.0"},
        {Value(3.0), ".1", "3e+00"},
        {Value(3.0), ".0", "3e+00"},
        {Value(-0.0), ".1f", "-0.0"},
        {Value(-0.4), ".0f", "-0"},
        {Value(-0.0), "+", "-0.0"},
        {text("ab"), "5", "ab   "},
        {text("ab"), ">5", "   ab"},
        {text("ab"), "^5", " ab  "},
        {text("ab"), "*^5", "*ab**"},
        {text("배달"), "6", "배달    "},
        {text("배달"), ">6", "    배달"},
        {text("배달"), "가^6", "가가배달가가"},
        {text("배달이요"), ".2", "배달"},
        {text("배달이요"), "5.2", "배달   "},
        {text("ab"), "s", "ab"},
        {text("ab"), "05", "ab000"},
        {text("ab"), "<05", "ab000"},
        {Value(true), "", "True"},
        {Value(true), "5", "    1"},
        {Value(true), "d", "1"},
        {Value(true), ".1f", "1.0"},
        {Value(), "", "None"},
        {list(), "", "[1]"},
    });
}

void TestFormatSpec::formatsAsPythonDoes()
{
    QFETCH(Value, value);
    QFETCH(QString, spec);

    const auto parsed = FormatSpec::parse(spec.toStdString());

    QVERIFY(parsed);
    QTEST(QString::fromStdString(parsed.value().format(value)), "expected");
}

void TestFormatSpec::refusesInPythonsWords_data()
{
    addRows({
        {number(10), ".2d", "ValueError: Precision not allowed in integer format specifier"},
        {number(10), ".2", "ValueError: Precision not allowed in integer format specifier"},
        {number(10), "s", "ValueError: Unknown format code 's' for object of type 'int'"},
        {Value(2.5), "d", "ValueError: Unknown format code 'd' for object of type 'float'"},
        {Value(2.5), "s", "ValueError: Unknown format code 's' for object of type 'float'"},
        {text("ab"), "=5", "ValueError: '=' alignment not allowed in string format specifier"},
        {text("ab"), "d", "ValueError: Unknown format code 'd' for object of type 'str'"},
        {text("ab"), "f", "ValueError: Unknown format code 'f' for object of type 'str'"},
        {text("ab"), "+", "ValueError: Sign not allowed in string format specifier"},
        {text("ab"), " ", "ValueError: Space not allowed in string format specifier"},
        {text("ab"), ",", "ValueError: Cannot specify ',' with 's'."},
        {text("ab"), "+5s", "ValueError: Sign not allowed in string format specifier"},
        {Value(true), "s", "ValueError: Unknown format code 's' for object of type 'bool'"},
        {Value(), "5", "TypeError: unsupported format string passed to NoneType.__format__"},
        {Value(), "f", "TypeError: unsupported format string passed to NoneType.__format__"},
        {list(), "5", "TypeError: unsupported format string passed to list.__format__"},
        {list(), "d", "TypeError: unsupported format string passed to list.__format__"},
        {list(), "s", "TypeError: unsupported format string passed to list.__format__"},
    });
}

void TestFormatSpec::refusesInPythonsWords()
{
    QFETCH(Value, value);
    QFETCH(QString, spec);
    const auto parsed = FormatSpec::parse(spec.toStdString());
    QVERIFY(parsed);

    QString error;
    try {
        error = QString::fromStdString(parsed.value().format(value));
    } catch (const PythonError& refused) {
        error = QString::fromStdString(refused.type() + ": " + refused.message());
    }

    QTEST(error, "expected");
}

void TestFormatSpec::saysWhatItCannotRead_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("expected");

    QTest::newRow("an unknown type") << "5y"
                                     << "cannot read \"y\"";
    QTest::newRow("two signs") << "+-5"
                               << "cannot read \"-5\"";
    QTest::newRow("two alignments") << "<<<5"
                                    << "cannot read \"<5\"";
    QTest::newRow("two commas") << ",,"
                                << "cannot read \",\"";
    QTest::newRow("no precision") << ".f"
                                  << "the precision is no number up to 1000";
    QTest::newRow("a negative precision") << ".-1f"
                                          << "the precision is no number up to 1000";
    QTest::newRow("a huge precision") << ".1001f"
                                      << "the precision is no number up to 1000";
    QTest::newRow("a huge width") << "1001"
                                  << "the width is too large";
    QTest::newRow("a width beyond any number") << "99999999999999999999"
                                               << "the width is too large";
}

void TestFormatSpec::saysWhatItCannotRead()
{
    QFETCH(QString, spec);
    QFETCH(QString, expected);

    const auto parsed = FormatSpec::parse(spec.toStdString());

    QVERIFY(!parsed);
    QCOMPARE(QString::fromStdString(parsed.error().message),
             QStringLiteral("%1 in the format \"%2\"; expected "
                            "[[fill]align][sign][0][width][,][.precision][type]")
                 .arg(expected, spec));
}

void TestFormatSpec::writesTheLargestNumbersInFull()
{
    const auto parsed = FormatSpec::parse(".1000f");

    const std::string written = parsed.value().format(Value(1e308));

    QCOMPARE(written.size(), std::size_t{309 + 1 + 1000});
    QVERIFY(written.starts_with("10000000000000000109790636294404554174049230967731"));
}

COROSCOPE_TEST(TestFormatSpec)
#include "tst_format_spec.moc"
