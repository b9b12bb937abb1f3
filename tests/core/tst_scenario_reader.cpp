// SPDX-License-Identifier: MIT
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "core/scenario/scenario.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// A sound scenario; a row of the table replaces one part of it by something wrong.
const char* const sound = R"json({
  "coroscope_scenario": 1,
  "parameters": [{"name": "a", "min": 0, "max": 20, "step": 0.5, "value": 10}],
  "functions": [{"name": "f", "params": ["x"], "body": [{"sleep": "$x"}, {"return": "$x"}]},
                {"name": "g", "async": false, "body": []}],
  "calls": [{"call": "f", "args": ["$a"], "into": "y"}],
  "after": [{"print": "{y}", "only": ["gather"]}],
  "strategies": ["sync", "gather"]
})json";

QString errorOf(const QByteArray& text)
{
    const auto read =
        scenario::readScenario({text.constData(), static_cast<std::size_t>(text.size())}, "x.json");
    return read ? QStringLiteral("sound") : QString::fromStdString(read.error().text());
}

void addRow(const char* name, const QByteArray& before, const QByteArray& after,
            const char* expected)
{
    QTest::newRow(name) << before << after << QString::fromUtf8(expected);
}

void addTopLevelRows()
{
    addRow("no version", "\"coroscope_scenario\": 1,", "",
           "x.json: $: this is no scenario: the key \"coroscope_scenario\" is missing");
    addRow("a later version", "scenario\": 1", "scenario\": 2",
           "x.json: $.coroscope_scenario: expected format version 1, the only one that this "
           "program reads, but found the number 2");
    addRow("a version that is a text", "scenario\": 1", "scenario\": \"1\"",
           "x.json: $.coroscope_scenario: expected format version 1, the only one that this "
           "program reads, but found the text \"1\"");
    addRow("a misspelt key", "\"parameters\"", "\"paramters\"",
           "x.json: $: unknown key \"paramters\"; did you mean \"parameters\"?");
    addRow("a key with a line break", "\"parameters\"", "\"para\\nmetres\"",
           "x.json: $: unknown key \"para metres\"; did you mean \"parameters\"?");
    addRow("a list that is none", "[\"sync\", \"gather\"]", "\"gather\"",
           "x.json: $.strategies: expected a list, but found the text \"gather\"");
    addRow("a title that is a number", "\"calls\"", "\"title\": 3, \"calls\"",
           "x.json: $.title: expected a text, but found the number 3");
    addRow("an unknown strategy", "[\"sync\", \"gather\"]", "[\"sync\", \"gathr\"]",
           "x.json: $.strategies[1]: unknown strategy \"gathr\"; expected \"sync\", "
           "\"sequential\", \"gather\", \"create_task\", \"task_group\", \"as_completed\", "
           "\"threads\" or \"processes\"");
    addRow("a strategy twice", "[\"sync\", \"gather\"]", "[\"sync\", \"sync\"]",
           "x.json: $.strategies[1]: another program is called \"sync\" already");
    addRow("a main like a strategy", "\"calls\"",
           "\"mains\": [{\"name\": \"sync\", \"body\": []}], \"calls\"",
           "x.json: $.mains[0].name: another program is called \"sync\" already");
    addRow("a main without a body", "\"calls\"", "\"mains\": [{\"name\": \"m\"}], \"calls\"",
           "x.json: $.mains[0]: the key \"body\" is missing");
}

void addParameterRows()
{
    const char* const wrongRange = "x.json: $.parameters[0]: \"min\" must be less than \"max\"";
    addRow("min above max", "\"min\": 0", "\"min\": 21", wrongRange);
    addRow("min equal to max", "\"min\": 0", "\"min\": 20", wrongRange);
    addRow("a step of zero", "0.5", "0",
           "x.json: $.parameters[0].step: expected a number above 0, but found the number 0");
    addRow("a value out of range", "\"value\": 10", "\"value\": 21",
           "x.json: $.parameters[0].value: \"value\" must lie between \"min\" and \"max\"");
    addRow("a value that is a text", "\"value\": 10", "\"value\": \"10\"",
           "x.json: $.parameters[0].value: expected a number, but found the text \"10\"");
    addRow("no value", ", \"value\": 10", "",
           "x.json: $.parameters[0]: the key \"value\" is missing");
    addRow("a name with a space", "\"name\": \"a\"", "\"name\": \"a b\"",
           "x.json: $.parameters[0].name: \"a b\" is no name of letters, digits and "
           "underscores");
    addRow("a parameter twice", "\"value\": 10}", "\"value\": 10}, {\"name\": \"a\", \"value\": 1}",
           "x.json: $.parameters[1].name: another parameter is called \"a\" already");
    addRow("an infinite maximum", "\"max\": 20", "\"max\": 1e999",
           "x.json:3:53: a number is too large");
    addRow("an integer beyond 64 bits", "\"value\": 10", "\"value\": 99999999999999999999",
           "x.json: $.parameters[0].value: \"value\" must lie between \"min\" and \"max\"");
}

void addFunctionRows()
{
    addRow("an unknown function", "\"call\": \"f\"", "\"call\": \"ff\"",
           "x.json: $.calls[0].call: no function is called \"ff\"; did you mean \"f\"?");
    addRow("too few arguments", "[\"$a\"]", "[]",
           "x.json: $.calls[0]: \"f\" takes 1 argument; given: 0");
    addRow("too many arguments", "[\"$a\"]", "[1, 2]",
           "x.json: $.calls[0]: \"f\" takes 1 argument; given: 2");
    addRow("a plain function as a coroutine", "\"call\": \"f\", \"args\": [\"$a\"]",
           "\"call\": \"g\"",
           "x.json: $.calls[0]: \"g\" is a plain function; expected a coroutine function");
    addRow("a parameter's name twice", "[\"x\"]", "[\"x\", \"x\"]",
           "x.json: $.functions[0].params[1]: another parameter of this function is called \"x\" "
           "already");
    addRow("a function twice", "\"name\": \"g\"", "\"name\": \"f\"",
           "x.json: $.functions[1].name: another function is called \"f\" already");
    addRow("a body that is an object", "\"body\": []", "\"body\": {}",
           "x.json: $.functions[1].body: expected a list, but found an empty object");
    addRow("a task in a plain function", "\"body\": []",
           "\"body\": [{\"create_task\": {\"call\": \"f\", \"args\": [1]}}]",
           "x.json: $.functions[1].body[0]: a plain function cannot do this; expected a coroutine "
           "function");
}

void addStatementRows()
{
    const QByteArray sleep = "{\"sleep\": \"$x\"}";
    const auto row = [&](const char* name, const char* statement, const char* expected) {
        addRow(name, sleep, statement, expected);
    };
    row("an unknown statement", "{\"slep\": 1}",
        "x.json: $.functions[0].body[0]: unknown statement \"slep\"; did you mean \"sleep\"?");
    row("an unknown option", "{\"await\": \"$x\", \"inot\": \"y\"}",
        "x.json: $.functions[0].body[0]: \"await\" has no \"inot\"; did you mean \"into\"?");
    row("an empty statement", "{}",
        "x.json: $.functions[0].body[0]: expected a statement, but found an empty object");
    row("a statement that is a number", "7",
        "x.json: $.functions[0].body[0]: expected an object, but found the number 7");
    row("a name that is assigned nowhere", "{\"print\": \"$xx\"}",
        "x.json: $.functions[0].body[0].print: the name \"xx\" is assigned nowhere; did you mean "
        "\"x\"?");
    row("the same in a text", "{\"print\": \"{nowhere}\"}",
        "x.json: $.functions[0].body[0].print: the name \"nowhere\" is assigned nowhere");
    row("a duration that is a text", "{\"sleep\": \"1\"}",
        "x.json: $.functions[0].body[0].sleep: expected a duration in seconds: a number or a "
        "\"$name\", but found the text \"1\"");
    row("a brace without its other", "{\"print\": \"a { b\"}",
        "x.json: $.functions[0].body[0].print: \"{\" without \"}\"; write \"{{\" for a brace");
    row("the other one alone", "{\"print\": \"a } b\"}",
        "x.json: $.functions[0].body[0].print: \"}\" without \"{\"; write \"}}\" for a brace");
    row("an expression in a text", "{\"print\": \"{x + 1}\"}",
        "x.json: $.functions[0].body[0].print: expected the name of a variable in \"{x + 1}\"");
    row("a format that is none", "{\"print\": \"{x:5y}\"}",
        "x.json: $.functions[0].body[0].print: cannot read \"y\" in the format \"5y\"; expected "
        "[[fill]align][sign][0][width][,][.precision][type]");
    row("\"only\" in a function", "{\"print\": 1, \"only\": [\"sync\"]}",
        "x.json: $.functions[0].body[0].only: only statements of \"before\" and \"after\" can be "
        "left out of a program");
    row("an unknown exception", "{\"raise\": \"Oops\"}",
        "x.json: $.functions[0].body[0].raise: no exception is called \"Oops\"; expected one of "
        "Python's");
    row("a comparison of two", "{\"if\": [1, \"==\"], \"then\": []}",
        "x.json: $.functions[0].body[0].if: expected [left, \"==\", right], but found a list");
    row("an unknown comparison", "{\"if\": [1, \"=\", 2], \"then\": []}",
        "x.json: $.functions[0].body[0].if[1]: expected \"==\", \"!=\", \"<\", \"<=\", \">\" or "
        "\">=\", but found the text \"=\"");
    row("a value that is an object", "{\"print\": {\"a\": 1}}",
        "x.json: $.functions[0].body[0].print: expected a value, but found an object");
    row("an integer that is too large", "{\"print\": 9223372036854775807}",
        "x.json: $.functions[0].body[0].print: expected an integer from -4611686018427387904 to "
        "4611686018427387904, but found the number 9223372036854775807");
}

void addTextRows()
{
    addRow("not JSON", "\"calls\":", "\"calls\"",
           "x.json:6:11: syntax error while parsing object separator - unexpected '['; expected "
           "':'");
    addRow("cut off", "\"strategies\": [\"sync\", \"gather\"]\n}", "\"strategies\": [",
           "x.json:8:17: syntax error while parsing value - unexpected end of input; expected "
           "'[', '{', or a literal");
    addRow("not UTF-8", "\"gather\"]\n}", "\"gather\xff\"]\n}",
           "x.json:8:33: syntax error while parsing value - invalid string: ill-formed UTF-8 byte");
    addRow(
        "a line break in a text", "\"gather\"]\n}", "\"gat\nher\"]\n}",
        "x.json:9:1: syntax error while parsing value - invalid string: control character U+000A "
        "(LF) must be escaped to \\u000A or \\n");
    addRow("NaN", "\"value\": 10", "\"value\": NaN",
           "x.json:3:75: syntax error while parsing value - invalid literal; last read: "
           "'\"value\": N'");
    addRow("a key twice", "\"min\": 0", "\"min\": 0, \"min\": 1",
           "x.json:3:46: the key \"min\" stands twice in one object");
}

}  // namespace

class TestScenarioReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsSound();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void saysWhatIsNoScenarioAtAll_data();
    void saysWhatIsNoScenarioAtAll();
    void refusesDeepNestingAtOnce_data();
    void refusesDeepNestingAtOnce();
    void readsTwoHundredLevels();
    void everyErrorIsOneShortLine();
    void anyCutOffOrChangedTextIsReadOrRefused();
    void loadsFiles();
    void saysWhichFileItCannotRead();
    void givesUpOnWhatNeverEnds();
    void keepsTextsByLanguage();
    void offersTheStrategiesThatAreNotListed();
};

void TestScenarioReader::readsWhatIsSound()
{
    const auto read = scenario::readScenario(sound, "x.json");

    QVERIFY(read);
    QCOMPARE(read.value().source(), std::string("x.json"));
    QCOMPARE(read.value().parameters().size(), std::size_t{1});
    QVERIFY(read.value().parameters()[0].value.isInt());
    QVERIFY(read.value().title().isEmpty());
}

void TestScenarioReader::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");

    addTopLevelRows();
    addParameterRows();
    addFunctionRows();
    addStatementRows();
    addTextRows();
}

void TestScenarioReader::saysWhatIsWrongAndWhere()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QByteArray text(sound);
    const auto at = text.indexOf(before);
    QVERIFY(at >= 0);
    text.replace(at, before.size(), after);

    QTEST(errorOf(text), "expected");
}

void TestScenarioReader::saysWhatIsNoScenarioAtAll_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    const QString end = QStringLiteral(
        "x.json:1:1: syntax error while parsing value - unexpected end of input; expected '[', "
        "'{', or a literal");
    QTest::newRow("an empty file") << QByteArray() << end;
    QTest::newRow("a list") << QByteArray("[]")
                            << "x.json: $: expected an object, but found an empty list";
    QTest::newRow("null") << QByteArray("null") << "x.json: $: expected an object, but found null";
    QTest::newRow("an empty object")
        << QByteArray("{}")
        << "x.json: $: this is no scenario: the key \"coroscope_scenario\" is missing";
    QTest::newRow("no program")
        << QByteArray("{\"coroscope_scenario\": 1}")
        << "x.json: $: neither \"calls\" nor \"mains\": there is no program; expected one of them";
    QTest::newRow("strategies without calls")
        << QByteArray("{\"coroscope_scenario\": 1, \"strategies\": []}")
        << "x.json: $.strategies: \"strategies\" needs \"calls\"";
}

void TestScenarioReader::saysWhatIsNoScenarioAtAll()
{
    QFETCH(QByteArray, text);

    QTEST(errorOf(text), "expected");
}

void TestScenarioReader::refusesDeepNestingAtOnce_data()
{
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("expected");

    const QString tooDeep = QStringLiteral("x.json:1:%1: nested more than 200 levels deep");
    QTest::newRow("201 levels of lists") << QByteArray("[") << 201 << tooDeep.arg(201);
    QTest::newRow("201 levels of objects")
        << QByteArray("{\"a\":") << 201 << tooDeep.arg(200 * 5 + 1);
    QTest::newRow("100 MB of lists") << QByteArray("[") << 100'000'000 << tooDeep.arg(201);
}

void TestScenarioReader::refusesDeepNestingAtOnce()
{
    QFETCH(QByteArray, level);
    QFETCH(int, count);
    const QByteArray text = level.repeated(count);

    QTEST(errorOf(text), "expected");
}

void TestScenarioReader::readsTwoHundredLevels()
{
    // The value stands at a depth of 6; 194 more make 200.
    const QByteArray nested = QByteArray("[").repeated(194) + QByteArray("]").repeated(194);
    const QByteArray head =
        "{\"coroscope_scenario\": 1, \"mains\": [{\"name\": \"m\", \"body\": [{\"let\": \"x\", "
        "\"be\": [";

    QCOMPARE(errorOf(head + nested + "]}]}]}"), QStringLiteral("sound"));
    QVERIFY(errorOf(head + '[' + nested + "]]}]}]}").endsWith(QStringLiteral("levels deep")));
}

void TestScenarioReader::everyErrorIsOneShortLine()
{
    const QByteArray huge = '"' + QByteArray("가\\n").repeated(100'000);
    const std::vector<QByteArray> texts{
        huge,
        huge + "\" x",
        "{\"coroscope_scenario\": " + huge + "\"}",
        "{\"coroscope_scenario\": [" + huge + "\"]}",
        "{\"coroscope_scenario\": 1, \"calls\": [{\"call\": " + huge + "\"}]}",
        "\"\xff\xfe\n",
        QByteArray(1000, '\0'),
        QByteArray("-").repeated(1000),
    };

    for (const QByteArray& text : texts) {
        const QString error = errorOf(text);
        QVERIFY2(error.size() < 900, qPrintable(error.left(900)));
        QVERIFY2(!error.contains(QLatin1Char('\n')), qPrintable(error));
        QVERIFY2(!error.contains(QChar(QChar::ReplacementCharacter)), qPrintable(error));
        QVERIFY2(error.startsWith(QStringLiteral("x.json:")), qPrintable(error));
    }
}

void TestScenarioReader::anyCutOffOrChangedTextIsReadOrRefused()
{
    const QByteArray whole(sound);
    for (int size = 0; size < whole.size(); ++size)
        QVERIFY(errorOf(whole.left(size)) != QStringLiteral("sound"));
    const QByteArray bytes("\0\xff{}[]\",:$1-e", 14);
    for (int at = 0; at < whole.size(); ++at) {
        QByteArray changed = whole;
        changed[at] = bytes[at % bytes.size()];
        QVERIFY(!errorOf(changed).contains(QLatin1Char('\n')));
    }
}

void TestScenarioReader::loadsFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("배달.scenario.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sound);
    file.close();

    const auto read = scenario::loadScenario(path.toStdString());

    QVERIFY(read);
    QCOMPARE(read.value().source(), path.toStdString());
}

void TestScenarioReader::saysWhichFileItCannotRead()
{
    QTemporaryDir folder;
    const QString missing = folder.filePath(QStringLiteral("none.json"));

    const auto none = scenario::loadScenario(missing.toStdString());
    const auto directory = scenario::loadScenario(folder.path().toStdString());

    QCOMPARE(none.error().kind, Error::Kind::NotFound);
    QCOMPARE(none.error().text(), missing.toStdString() + ": there is no such file");
    QCOMPARE(directory.error().kind, Error::Kind::Unreadable);
    QCOMPARE(directory.error().text(), folder.path().toStdString() + ": the file cannot be read");
}

void TestScenarioReader::givesUpOnWhatNeverEnds()
{
    if (!QFile::exists(QStringLiteral("/dev/zero")))
        QSKIP("no /dev/zero on this machine");
    const auto read = scenario::loadScenario("/dev/zero");
    QCOMPARE(read.error().text(),
             "/dev/zero: the file is too large; expected a scenario of at most 16 MiB");
}

void TestScenarioReader::keepsTextsByLanguage()
{
    const auto read = scenario::readScenario(
        R"json({"coroscope_scenario": 1, "title": {"en": "Delivery", "ko": "배달"},
             "description": "one", "mains": [{"name": "m", "body": []}]})json",
        "x.json");

    QVERIFY(read);
    QCOMPARE(read.value().title().in("ko"), std::string("배달"));
    QCOMPARE(read.value().title().in("fr"), std::string("Delivery"));
    QCOMPARE(read.value().description().in("ko"), std::string("one"));
}

void TestScenarioReader::offersTheStrategiesThatAreNotListed()
{
    const auto read = scenario::readScenario(sound, "x.json");

    QStringList programs;
    for (const scenario::ProgramInfo& program : read.value().programs())
        programs << QString::fromStdString(program.name + (program.isListed ? "*" : ""));
    QCOMPARE(programs.join(QLatin1Char(' ')),
             QStringLiteral("sync* sequential gather* create_task task_group as_completed "
                            "threads processes"));
}

COROSCOPE_TEST(TestScenarioReader)
#include "tst_scenario_reader.moc"
