// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

#include "tests/support/test_registry.h"

namespace {

constexpr int patienceMs = 60'000;
const QByteArray old = "what was there before";

enum class AtTheLimit { Fails, Dies };

struct Ended {
    bool isKilled = false;
    int status = -1;
    QString error;
};

// Files can grow to `most` bytes; what is written beyond fails, as on a full disk, or kills.
void limitFiles(QProcess& process, qint64 most, AtTheLimit then)
{
    process.setChildProcessModifier([most, then] {
        const rlimit size{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
        const rlimit noCore{0, 0};
        setrlimit(RLIMIT_FSIZE, &size);
        setrlimit(RLIMIT_CORE, &noCore);
        std::signal(SIGXFSZ, then == AtTheLimit::Dies ? SIG_DFL : SIG_IGN);
    });
}

}  // namespace

/// The real program writes over a file: whatever happens meanwhile, the file is whole, the old one
/// or the new one.
class TestWholeFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOldFile_data();
    void keepsTheOldFile();
    void survivesAKillAtAnyMoment();
    void saysWhatCannotBeWrittenWhere_data();
    void saysWhatCannotBeWrittenWhere();

private:
    void start(QProcess& process, const QString& line) const
    {
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(COROSCOPE_PROGRAM), QProcess::splitCommand(line));
        process.closeWriteChannel();
    }
    Ended end(QProcess& process) const
    {
        const bool hasEnded = process.waitForFinished(patienceMs);
        const bool isKilled = hasEnded && process.exitStatus() == QProcess::CrashExit;
        return {isKilled, hasEnded && !isKilled ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardError())};
    }
    Ended call(const QString& line) const
    {
        QProcess process;
        start(process, line);
        return end(process);
    }
    Ended callWithin(qint64 most, AtTheLimit then, const QString& line) const
    {
        QProcess process;
        limitFiles(process, most, then);
        start(process, line);
        return end(process);
    }
    [[nodiscard]] QByteArray content(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void putOld(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(old) == old.size());
    }
    [[nodiscard]] QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files); }

    QTemporaryDir m_folder;
};

void TestWholeFiles::keepsTheOldFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* name, const char* line) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(line);
    };
    row("plain.jsonl", "run cpu-bound gather --trace plain.jsonl");
    row("table.csv", "export delivery -o table.csv");
    row("chrome.json", "export delivery --program gather -o chrome.json");
    row("picture.png", "export delivery -o picture.png");
    row("picture.pdf", "export delivery -o picture.pdf");
}

void TestWholeFiles::keepsTheOldFile()
{
    QFETCH(const QString, name);
    QFETCH(const QString, line);
    QCOMPARE(call(line).status, 0);
    const qint64 whole = content(name).size();
    QVERIFY(whole > 100);

    for (const qint64 most : {qint64{0}, qint64{1}, whole / 3, whole / 2, whole - 1}) {
        putOld(name);
        const Ended full = callWithin(most, AtTheLimit::Fails, line);
        QCOMPARE(full.status, 2);
        QVERIFY2(full.error.contains(name + QStringLiteral(": cannot write the file: ")),
                 qPrintable(full.error));
        QCOMPARE(content(name), old);
        QCOMPARE(files(), QStringList{name});

        const Ended killed = callWithin(most, AtTheLimit::Dies, line);
        QVERIFY(killed.isKilled);
        QCOMPARE(content(name), old);
        for (const QString& rest : files()) {
            if (rest != name)
                QVERIFY(QFile::remove(m_folder.filePath(rest)));
        }
    }
    QCOMPARE(callWithin(whole + 100, AtTheLimit::Dies, line).status, 0);
    QVERIFY(content(name) != old);
    QVERIFY(QFile::remove(m_folder.filePath(name)));
}

// Some of these kills come before the file is written, some amid, some after.
void TestWholeFiles::survivesAKillAtAnyMoment()
{
    const QString line = QStringLiteral("run cpu-bound gather --trace plain.jsonl");
    const QString name = QStringLiteral("plain.jsonl");
    QCOMPARE(call(line).status, 0);
    const QByteArray whole = content(name);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 25; ++i) {
        putOld(name);
        QProcess process;
        start(process, line);
        QVERIFY(process.waitForStarted());
        process.waitForFinished(static_cast<int>(random.bounded(1, 80)));
        process.kill();
        process.waitForFinished();
        const QByteArray now = content(name);
        QVERIFY2(now == old || now == whole, now.constData());
    }
}

void TestWholeFiles::saysWhatCannotBeWrittenWhere_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("why");
    QTest::newRow("full disk") << QStringLiteral("full.csv") << QStringLiteral("No space left");
    QTest::newRow("file as a folder")
        << QStringLiteral("file/x.csv") << QStringLiteral("Not a directory");
    QTest::newRow("no folder") << QStringLiteral("none/x.csv")
                               << QStringLiteral("No such file or directory");
    QTest::newRow("links in a circle")
        << QStringLiteral("circle/x.csv") << QStringLiteral("Too many levels of symbolic links");
    QTest::newRow("a folder") << QStringLiteral("folder.csv") << QStringLiteral("directory");
}

void TestWholeFiles::saysWhatCannotBeWrittenWhere()
{
    QFETCH(const QString, output);
    QFETCH(const QString, why);
    const QDir folder(m_folder.path());
    putOld(QStringLiteral("file"));
    folder.mkdir(QStringLiteral("folder.csv"));
    QFile::link(QStringLiteral("circle"), folder.filePath(QStringLiteral("circle")));
    QFile::link(QStringLiteral("/dev/full"), folder.filePath(QStringLiteral("full.csv")));

    const Ended ended = call(QStringLiteral("export delivery -o ") + output);

    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.error.startsWith(QStringLiteral("coroscope: ") + output + QStringLiteral(": ")),
             qPrintable(ended.error));
    QVERIFY2(ended.error.contains(why), qPrintable(ended.error));
    QCOMPARE(ended.error.count(QLatin1Char('\n')), 1);
    QCOMPARE(content(QStringLiteral("file")), old);
}

COROSCOPE_TEST(TestWholeFiles)
#include "tst_whole_files.moc"
