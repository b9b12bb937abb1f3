// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/test_registry.h"

namespace {

struct Ended {
    int status = -1;  // -1: crashed
    QString out;
    QString err;
};

QProcessEnvironment withoutDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    return environment;
}

Ended finish(QProcess& process)
{
    if (!process.waitForFinished())
        return {-1, {}, QStringLiteral("did not end")};
    const bool isExit = process.exitStatus() == QProcess::NormalExit;
    return {isExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Ended start(const QStringList& arguments)
{
    QProcess process;
    process.setProcessEnvironment(withoutDisplay());
    process.start(QStringLiteral(COROSCOPE_PROGRAM), arguments);
    return finish(process);
}

// The program's command line, run by a shell that redirects its output; $PIPE is a named pipe.
Ended shell(const QString& arguments, const QString& redirection, const QString& pipe = {})
{
    QProcess process;
    QProcessEnvironment environment = withoutDisplay();
    environment.insert(QStringLiteral("PIPE"), pipe);
    process.setProcessEnvironment(environment);
    const QString line =
        QStringLiteral("'%1' %2 %3").arg(QStringLiteral(COROSCOPE_PROGRAM), arguments, redirection);
    process.start(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), line});
    return finish(process);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void comparesPrograms();
    void printsAProgramAsPython();
    void printsWhatTheProgramPrintsAndNothingElse_data();
    void printsWhatTheProgramPrintsAndNothingElse();
    void setsParameters();
    void listsTheBuiltInScenarios();
    void helpsAndTellsItsVersion_data();
    void helpsAndTellsItsVersion();
    void refusesWhatIsWrongInOneLine_data();
    void refusesWhatIsWrongInOneLine();
    void refusesBadFilesInOneLine_data();
    void refusesBadFilesInOneLine();
    void endsWithAProgramsException_data();
    void endsWithAProgramsException();
    void saysWhoWaitsForWhomInADeadlock();
    void writesATraceBesideTheText();
    void writesATraceInPlaceOfTheText();
    void writesATraceIntoAPipe();
    void leavesAnOldTraceThatItCannotReplace();
    void failsWhenItsOutputDoesNotArrive_data();
    void failsWhenItsOutputDoesNotArrive();
    void runsInRealTime();

private:
    QString write(const QByteArray& content)
    {
        QFile file(m_folder->filePath(QStringLiteral("배달 x.scenario.json")));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return file.fileName();
    }

    QString makePipe()
    {
        const QString path = m_folder->filePath(QStringLiteral("pipe"));
        return QProcess::execute(QStringLiteral("mkfifo"), {path}) == 0 ? path : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCommandLine::comparesPrograms()
{
    const Ended ended = start({QStringLiteral("run"), QStringLiteral("delivery")});

    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.err, QString());
    const QStringList lines = ended.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[1].simplified(), QStringLiteral("sync 17.00 s 1.0× 0 % 13.33 s none"));
    QCOMPARE(lines[2].simplified(), QStringLiteral("gather 10.00 s 1.7× 0 % 5.67 s none"));
    QCOMPARE(lines[3].simplified(), QStringLiteral("create_task 10.00 s 1.7× 0 % 5.67 s none"));
}

void TestCommandLine::printsAProgramAsPython()
{
    const Ended ended =
        start({QStringLiteral("python"), QStringLiteral("delivery"), QStringLiteral("gather"),
               QStringLiteral("--set"), QStringLiteral("b=2.5")});

    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.err, QString());
    QVERIFY(ended.out.startsWith(QStringLiteral("import asyncio\n")));
    QVERIFY(ended.out.contains(QStringLiteral("        delivery(\"B\", 2.5),\n")));
    QVERIFY(ended.out.endsWith(QStringLiteral("\n\n\nasyncio.run(main())\n")));
}

void TestCommandLine::printsWhatTheProgramPrintsAndNothingElse_data()
{
    QTest::addColumn<QString>("program");

    for (const char* program : {"sync", "sequential", "gather", "create_task"})
        QTest::newRow(program) << QString::fromLatin1(program);
}

void TestCommandLine::printsWhatTheProgramPrintsAndNothingElse()
{
    QFETCH(QString, program);

    const Ended ended = start({QStringLiteral("run"), QStringLiteral("delivery"), program});

    const QString path = QStringLiteral(TEST_DATA_DIR "/python/delivery_%1.txt").arg(program);
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.out, QString::fromUtf8(contentOf(path)));
    QVERIFY(ended.err.startsWith(program + QStringLiteral(": 1")));
    QCOMPARE(ended.err.count(QLatin1Char('\n')), 1);
}

void TestCommandLine::setsParameters()
{
    const Ended ended =
        start({QStringLiteral("run"), QStringLiteral("delivery"), QStringLiteral("--set"),
               QStringLiteral("a=1"), QStringLiteral("--set=b=2.50"), QStringLiteral("sync")});

    QCOMPARE(ended.status, 0);
    QVERIFY(ended.out.contains(QStringLiteral("A 식사 완료, 1시간")));
    QVERIFY(ended.out.contains(QStringLiteral("B 식사 완료, 2.5시간")));
    QVERIFY(ended.err.startsWith(QStringLiteral("sync: 7.50 s")));
}

void TestCommandLine::listsTheBuiltInScenarios()
{
    const Ended ended = start({QStringLiteral("scenarios")});

    QCOMPARE(ended.status, 0);
    QVERIFY(ended.out.contains(QStringLiteral("delivery")));
    QVERIFY(ended.out.contains(QStringLiteral("sync, gather, create_task")));
}

void TestCommandLine::helpsAndTellsItsVersion_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("contained");

    const auto row = [](const char* arguments, const char* contained) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(QLatin1Char(' '))
                                 << QString::fromLatin1(contained);
    };
    row("--help", "scenarios");
    row("--version", "coroscope ");
    row("run --help", "--set");
    row("run --version", "coroscope ");
    row("scenarios --help", "List the built-in scenarios");
    row("scenarios --version", "coroscope ");
}

void TestCommandLine::helpsAndTellsItsVersion()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, contained);

    const Ended ended = start(arguments);

    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.out.contains(contained), qPrintable(ended.out));
    QCOMPARE(ended.err, QString());
}

void TestCommandLine::refusesWhatIsWrongInOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("contained");

    const auto row = [](const char* arguments, const char* contained) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments).split(QLatin1Char(' '))
                                 << QString::fromUtf8(contained);
    };
    row("--nonsense", "coroscope --help");
    row("run", "SCENARIO is required");
    row("run delivery gather more", "more");
    row("run delivery --nonsense", "--nonsense");
    row("run delivery fibers", "there is no program \"fibers\"; expected \"sync\"");
    row("python delivery", "PROGRAM is required");
    row("python delivery nowhere", "there is no program \"nowhere\"; expected \"sync\"");
    row("python delivery gather --set a=99", "the parameter \"a\" cannot be 99");
    row("run nowhere", "nowhere: there is no such file or built-in scenario; built in: delivery");
    row("run no/such.json", "no/such.json: there is no such file");
    row("run /", "/: the file cannot be read");
    row("run delivery --set", "--set");
    row("run delivery --set a", "--set: expected NAME=NUMBER, but found \"a\"");
    row("run delivery --set a=", "--set: expected NAME=NUMBER, but found \"a=\"");
    row("run delivery --set a=1x", "--set: expected NAME=NUMBER, but found \"a=1x\"");
    row("run delivery --set a=1e999", "--set: expected NAME=NUMBER, but found \"a=1e999\"");
    row("run delivery --set a=99", "the parameter \"a\" cannot be 99; expected a number from");
    row("run delivery --set a=nan", "the parameter \"a\" cannot be nan; expected a number from");
    row("run delivery --set zz=1", "there is no parameter \"zz\"; expected \"a\", \"b\" or \"c\"");
    row("run delivery --trace x", "--trace and --realtime need a PROGRAM");
    row("run delivery --speed 2", "--realtime");
    row("run delivery gather --realtime --speed 0", "--speed");
    row("run delivery gather --trace /no/such/x.jsonl", "/no/such/x.jsonl: cannot write the file");
}

void TestCommandLine::refusesWhatIsWrongInOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, contained);

    const Ended ended = start(arguments);

    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.err.contains(contained), qPrintable(ended.err));
    QVERIFY2(ended.err.startsWith(QStringLiteral("coroscope: ")), qPrintable(ended.err));
    QCOMPARE(ended.err.count(QLatin1Char('\n')), 1);
}

void TestCommandLine::refusesBadFilesInOneLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");

    QTest::newRow("empty") << QByteArray() << ":1:1: syntax error while parsing value";
    QTest::newRow("no UTF-8") << QByteArray("{\n \"a\xff\": 1}") << ":2:";
    QTest::newRow("10 MB of lists")
        << QByteArray("[").repeated(10'000'000) << ":1:201: nested more than 200 levels deep\n";
    QTest::newRow("100 MB")
        << QByteArray("[").repeated(100'000'000)
        << ": the file is too large; expected a scenario of at most 16 MiB\n";
    QTest::newRow("a wrong version") << QByteArray("{\"coroscope_scenario\": 2}")
                                     << ": $.coroscope_scenario: expected format version 1";
    QTest::newRow("a key with a line break")
        << QByteArray("{\"coroscope_scenario\": 1, \"a\\nb\": 1}") << ": $: unknown key \"a b\"";
}

void TestCommandLine::refusesBadFilesInOneLine()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    const QString path = write(content);

    const Ended ended = start({QStringLiteral("run"), path});

    QCOMPARE(ended.status, 2);
    QCOMPARE(ended.out, QString());
    QVERIFY2(ended.err.startsWith(QStringLiteral("coroscope: ") + path + expected),
             qPrintable(ended.err));
    QCOMPARE(ended.err.count(QLatin1Char('\n')), 1);
}

void TestCommandLine::endsWithAProgramsException_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QString>("expected");

    QTest::newRow("with a message")
        << QByteArray(R"({"raise": "ValueError", "message": "안 돼"})") << "ValueError: 안 돼";
    QTest::newRow("without") << QByteArray(R"({"raise": "OSError"})") << "OSError";
    QTest::newRow("a key") << QByteArray(R"({"raise": "KeyError", "message": "k"})")
                           << "KeyError: 'k'";
    QTest::newRow("one of asyncio's")
        << QByteArray(R"({"raise": "CancelledError"})") << "asyncio.exceptions.CancelledError";
}

void TestCommandLine::endsWithAProgramsException()
{
    QFETCH(QByteArray, statement);
    QFETCH(QString, expected);
    const QString path = write(R"({"coroscope_scenario": 1, "mains": [{"name": "m", "body": [
                                   {"print": "before"}, )" +
                               statement + "]}]}");

    const Ended ended = start({QStringLiteral("run"), path, QStringLiteral("m")});

    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.out, QStringLiteral("before\n"));
    QCOMPARE(ended.err.section(QLatin1Char('\n'), 1), expected + QLatin1Char('\n'));
}

void TestCommandLine::saysWhoWaitsForWhomInADeadlock()
{
    const QString path = write(R"({"coroscope_scenario": 1, "objects": {"q": {"type": "queue"}},
        "functions": [{"name": "f", "body": [{"get": "$q"}]}],
        "mains": [{"name": "m", "body": [{"create_task": {"call": "f"}, "into": "t"},
                                         {"await": "$t"}]}]})");

    const Ended ended = start({QStringLiteral("run"), path, QStringLiteral("m")});

    QCOMPARE(ended.status, 3);
    const QStringList lines = ended.err.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(lines.contains(QStringLiteral("Task-1 (main()) waits for Task-2 (f())")));
    QVERIFY(lines.contains(QStringLiteral("Task-2 (f()) waits for queue q")));
}

void TestCommandLine::writesATraceBesideTheText()
{
    const QString path = m_folder->filePath(QStringLiteral("배달.trace.jsonl"));

    const Ended ended = start({QStringLiteral("run"), QStringLiteral("delivery"),
                               QStringLiteral("sync"), QStringLiteral("--trace"), path});

    QCOMPARE(ended.status, 0);
    QVERIFY(ended.out.startsWith(QStringLiteral("A에게 배달 완료!\n")));
    const QList<QByteArray> lines = contentOf(path).split('\n');
    const QJsonObject header = QJsonDocument::fromJson(lines.first()).object();
    QCOMPARE(header[QStringLiteral("coroscope_trace")].toInt(), 1);
    QCOMPARE(header[QStringLiteral("source")].toString(), QStringLiteral("delivery"));
    QCOMPARE(lines.last(), QByteArray());
    QCOMPARE(lines[lines.size() - 2],
             QByteArray(R"({"t":17000000000,"e":"end","how":"ok","error":null})"));
}

void TestCommandLine::writesATraceInPlaceOfTheText()
{
    const Ended ended =
        start({QStringLiteral("run"), QStringLiteral("delivery"), QStringLiteral("gather"),
               QStringLiteral("--trace"), QStringLiteral("-")});

    QCOMPARE(ended.status, 0);
    const QStringList lines = ended.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 20);
    for (const QString& line : lines)
        QVERIFY2(QJsonDocument::fromJson(line.toUtf8()).isObject(), qPrintable(line));
}

void TestCommandLine::writesATraceIntoAPipe()
{
    const QString path = makePipe();

    const Ended ended = shell(QStringLiteral("run delivery gather --trace \"$PIPE\""),
                              QStringLiteral("> /dev/null & cat \"$PIPE\"; wait"), path);

    QVERIFY(ended.out.startsWith(QStringLiteral("{\"coroscope_trace\":1")));
    const QStringList isPipe{QStringLiteral("-p"), path};
    QCOMPARE(QProcess::execute(QStringLiteral("test"), isPipe), 0);
}

void TestCommandLine::leavesAnOldTraceThatItCannotReplace()
{
    const QString path = m_folder->filePath(QStringLiteral("old.jsonl"));
    QVERIFY(QDir().mkpath(path));  // a folder stands there: not even root can replace it

    const Ended ended = start({QStringLiteral("run"), QStringLiteral("delivery"),
                               QStringLiteral("sync"), QStringLiteral("--trace"), path});

    QCOMPARE(ended.status, 2);
    QVERIFY(ended.err.contains(QStringLiteral("cannot write the file")));
    QVERIFY(QFileInfo(path).isDir());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
}

void TestCommandLine::failsWhenItsOutputDoesNotArrive_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("redirection");

    QTest::newRow("a closed output") << "run delivery gather"
                                     << ">&-";
    QTest::newRow("a full disk") << "run delivery gather"
                                 << "> /dev/full";
    QTest::newRow("a full disk, the table") << "run delivery"
                                            << "> /dev/full";
    QTest::newRow("a full disk, a trace") << "run delivery gather --trace -"
                                          << "> /dev/full";
    QTest::newRow("a reader that went away") << "run delivery gather"
                                             << "3<>\"$PIPE\" 4>\"$PIPE\" 3<&- >&4 4>&-";
}

void TestCommandLine::failsWhenItsOutputDoesNotArrive()
{
    QFETCH(QString, arguments);
    QFETCH(QString, redirection);

    const Ended ended = shell(arguments, redirection, makePipe());

    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.err.endsWith(QStringLiteral("coroscope: standard output: cannot write to it\n")),
             qPrintable(ended.err));
}

void TestCommandLine::runsInRealTime()
{
    const Ended ended =
        start({QStringLiteral("run"), QStringLiteral("delivery"), QStringLiteral("gather"),
               QStringLiteral("--realtime"), QStringLiteral("--speed"), QStringLiteral("100")});

    QCOMPARE(ended.status, 0);
    QVERIFY(ended.out.contains(QStringLiteral("[10, 3, 4]")));
}

COROSCOPE_TEST(TestCommandLine)
#include "tst_command_line.moc"
