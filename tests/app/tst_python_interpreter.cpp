// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/record/python_interpreter.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

class TestPythonInterpreter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongWithIt_data();
    void saysWhatIsWrongWithIt();

private:
    // A shell script in place of a Python.
    QString script(const QString& name, const QByteArray& lines) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + lines + "\n");
        file.setPermissions(file.permissions() | QFile::ExeOwner);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestPythonInterpreter::saysWhatIsWrongWithIt_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* lines, const char* message) {
        QTest::newRow(name) << QByteArray(lines) << QString::fromLatin1(message);
    };
    row("too old", "echo 3.7.17", "is Python 3.7.17; expected 3.8 or later");
    row("fails", "echo before >&2; echo 'no module encodings' >&2; exit 1",
        "is no Python that runs: no module encodings");
    row("crashes", "echo oops >&2; kill -SEGV $$", "is no Python that runs: oops");
    row("something else", "echo perl 5", "is no Python: asked for its version, it says \"perl 5\"");
    row("nothing", "exit 0", "is no Python: asked for its version, it says \"\"");
    row("does not answer", "exec sleep 3600",
        "does not answer: asked for its version, it said nothing for 0.2 s");
}

void TestPythonInterpreter::saysWhatIsWrongWithIt()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, message);
    const QString python = script(QStringLiteral("python"), lines);
    // Only what never answers comes to its end.
    const bool isSilent = lines.contains("sleep");
    const auto patience =
        isSilent ? std::chrono::milliseconds(200) : std::chrono::milliseconds(60'000);

    const auto found = findPython(python, {}, patience);

    QVERIFY(!found);
    QCOMPARE(QString::fromStdString(found.error().message), message);
    QCOMPARE(QString::fromStdString(found.error().where), python);
}

COROSCOPE_TEST(TestPythonInterpreter)
#include "tst_python_interpreter.moc"
