// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/base/time_text.h"
#include "core/trace/trace.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

class TestTimeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheUnitThatSuits_data();
    void takesTheUnitThatSuits();
    void countsDecimals();
    void takesTheUnitOfItsScale();
    void dropsTrailingZeros_data();
    void dropsTrailingZeros();
    void writesSecondsAsPythonDoes_data();
    void writesSecondsAsPythonDoes();
};

void TestTimeText::takesTheUnitThatSuits_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing") << qint64{0} << "0.00 s";
    QTest::newRow("a nanosecond") << qint64{1} << "1.00 ns";
    QTest::newRow("below a microsecond") << qint64{999} << "999.00 ns";
    QTest::newRow("a microsecond") << qint64{1'000} << "1.00 µs";
    QTest::newRow("a millisecond") << qint64{1'000'000} << "1.00 ms";
    QTest::newRow("a second") << qint64{1'000'000'000} << "1.00 s";
    QTest::newRow("ten minutes less a second") << qint64{599'000'000'000} << "599.00 s";
    QTest::newRow("almost a second") << qint64{999'999'900} << "1.00 s";
    QTest::newRow("almost a millisecond") << qint64{999'996} << "1.00 ms";
    QTest::newRow("almost ten minutes") << qint64{599'999'000'000} << "10.00 min";
    QTest::newRow("ten minutes") << qint64{600'000'000'000} << "10.00 min";
    QTest::newRow("three hours") << qint64{10'800'000'000'000} << "3.00 h";
    QTest::newRow("the end of time") << qint64{Trace::maxTime.count()} << "2502.00 h";
    QTest::newRow("negative") << qint64{-2'500'000'000} << "-2.50 s";
}

void TestTimeText::takesTheUnitThatSuits()
{
    QFETCH(qint64, nanoseconds);

    QTEST(QString::fromStdString(timeText(Ticks(nanoseconds)).joined()), "expected");
}

void TestTimeText::countsDecimals()
{
    QCOMPARE(timeText(Ticks(1'260'000'000), 0).joined(), std::string("1 s"));
    QCOMPARE(timeText(Ticks(1'260'000'000), 1).joined(), std::string("1.3 s"));
}

void TestTimeText::takesTheUnitOfItsScale()
{
    QCOMPARE(timeTextLike(Ticks(500'000'000), Ticks(10'000'000'000)).joined(),
             std::string("0.50 s"));
    QCOMPARE(timeTextLike(Ticks{}, Ticks(5'000'000)).joined(), std::string("0.00 ms"));
}

void TestTimeText::dropsTrailingZeros_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("expected");

    QTest::newRow("whole") << qint64{10'000} << "10 s";
    QTest::newRow("a half") << qint64{2'500} << "2.5 s";
    QTest::newRow("nothing") << qint64{0} << "0 s";
    QTest::newRow("three places") << qint64{1'234} << "1.234 s";
}

void TestTimeText::dropsTrailingZeros()
{
    QFETCH(qint64, milliseconds);

    const std::string text =
        shortTimeText(Ticks(milliseconds * 1'000'000), std::chrono::seconds(9));

    QTEST(QString::fromStdString(text), "expected");
}

void TestTimeText::writesSecondsAsPythonDoes_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing") << qint64{0} << "0";
    QTest::newRow("whole") << qint64{10'000'000'000} << "10";
    QTest::newRow("a half") << qint64{2'500'000'000} << "2.5";
    QTest::newRow("a millisecond") << qint64{1'000'000} << "0.001";
    QTest::newRow("a nanosecond") << qint64{1} << "0.000000001";
    QTest::newRow("the end of time") << qint64{Trace::maxTime.count()} << "9007199.254740991";
}

void TestTimeText::writesSecondsAsPythonDoes()
{
    QFETCH(qint64, nanoseconds);

    QTEST(QString::fromStdString(secondsText(Ticks(nanoseconds))), "expected");
}

COROSCOPE_TEST(TestTimeText)
#include "tst_time_text.moc"
