// SPDX-License-Identifier: MIT
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include "tests/fuzz/targets.h"
#include "tests/support/test_registry.h"

// What the fuzzers found, and what people thought of: see tests/fuzz/README.md.
class TestFuzzCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAllThatWasFound_data();
    void readsAllThatWasFound();
};

using Target = void (*)(std::string_view);
Q_DECLARE_METATYPE(Target)

void TestFuzzCorpus::readsAllThatWasFound_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<QString>("path");
    const auto add = [](const char* reader, Target target) {
        QDirIterator files(QStringLiteral(FUZZ_CORPUS "/") + QLatin1String(reader), QDir::Files);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            const QString path = files.next();
            const QByteArray name = reader + QByteArray(" ") + files.fileName().toUtf8();
            QTest::newRow(name.constData()) << target << path;
        }
    };
    add("trace", coroscope::fuzz::readTrace);
    add("chrome", coroscope::fuzz::readChrome);
    add("scenario", coroscope::fuzz::readScenario);
}

void TestFuzzCorpus::readsAllThatWasFound()
{
    QFETCH(const Target, target);
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();

    target({bytes.constData(), static_cast<std::size_t>(bytes.size())});  // aborts if it fails
}

COROSCOPE_TEST(TestFuzzCorpus)
#include "tst_fuzz_corpus.moc"
