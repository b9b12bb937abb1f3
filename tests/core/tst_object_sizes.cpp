// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/python/python_source.h"
#include "core/scenario/run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// A scenario whose main does `statement` twice to the object o, which the parameter size sizes.
std::string sizedObject(const std::string& object, const std::string& min,
                        const std::string& statement)
{
    return R"({"coroscope_scenario": 1, "parameters": [{"name": "size", )" + min +
           R"(, "max": 9, "step": 1, "value": 2}], "objects": {"o": {)" + object +
           R"(}}, "mains": [{"name": "main", "body": [)" + statement + ", " + statement + "]}]}";
}

QString errorOf(const std::string& text)
{
    const auto read = scenario::readScenario(text, "x.json");
    return read ? QStringLiteral("sound") : QString::fromStdString(read.error().text());
}

}  // namespace

class TestObjectSizes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aParameterSizesAnObject_data();
    void aParameterSizesAnObject();
    void aSizeIsAWholeNumber();
};

void TestObjectSizes::aParameterSizesAnObject_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("python");

    QTest::newRow("semaphore") << R"("type": "semaphore", "value": "$size")"
                               << "asyncio.Semaphore(SIZE)";
    QTest::newRow("queue") << R"("type": "queue", "maxsize": "$size")"
                           << "asyncio.Queue(maxsize=SIZE)";
}

void TestObjectSizes::aParameterSizesAnObject()
{
    QFETCH(QString, object);
    QFETCH(QString, python);
    const bool isQueue = object.contains(QStringLiteral("queue"));
    const std::string text =
        sizedObject(object.toStdString(), R"("min": 1)",
                    isQueue ? R"({"put": "$o", "value": 1})" : R"({"acquire": "$o"})");
    const auto scenario = scenario::readScenario(text, "x.json").value();

    // The body takes two places.
    for (const std::int64_t size : {1, 2, 3}) {
        scenario::RunOptions options;
        options.parameters["size"] = size;
        const auto run = scenario::run(scenario, "main", options);
        QCOMPARE(run.value().how == Word::Ok, size >= 2);
    }
    const QString printed =
        QString::fromStdString(scenario::printPython(scenario, "main").value().text);
    QVERIFY2(printed.contains(QStringLiteral("SIZE = 2\n")), qPrintable(printed));
    QVERIFY2(printed.contains(python), qPrintable(printed));
}

void TestObjectSizes::aSizeIsAWholeNumber()
{
    const std::string semaphore = R"("type": "semaphore", "value": "$size")";
    const std::string acquire = R"({"acquire": "$o"})";
    const auto sound =
        scenario::readScenario(sizedObject(semaphore, R"("min": 1)", acquire), "x.json").value();
    scenario::RunOptions options;
    options.parameters["size"] = 2.5;

    const auto half = scenario::run(sound, "main", options);

    QVERIFY(!half);
    QVERIFY(half.error().message.find("expected an integer") != std::string::npos);
    QCOMPARE(errorOf(sizedObject(semaphore, R"("min": -1)", acquire)),
             QStringLiteral("x.json: $.objects.o.value: the parameter \"size\" is none of whole "
                            "numbers from 0"));
    QCOMPARE(
        errorOf(sizedObject(R"("type": "semaphore", "value": "$sise")", R"("min": 1)", acquire)),
        QStringLiteral("x.json: $.objects.o.value: there is no parameter \"sise\"; expected "
                       "one, or a number"));
}

COROSCOPE_TEST(TestObjectSizes)
#include "tst_object_sizes.moc"
