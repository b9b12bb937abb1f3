// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

#include "app/export/export_worker.h"
#include "tests/support/patience.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

EncodeJob writing(const QByteArray& bytes)
{
    return [bytes](const std::stop_token&) { return bytes; };
}

// Goes on until it is stopped, and says when it has begun.
EncodeJob endless(std::atomic<bool>& hasBegun)
{
    return [&hasBegun](const std::stop_token& stop) -> Result<QByteArray> {
        hasBegun = true;
        while (!stop.stop_requested())
            std::this_thread::yield();
        return Error{Error::Kind::Unsupported, "stopped", ""};
    };
}

}  // namespace

/// Files that are encoded and written on another thread.
class TestExportWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesOneFileAfterTheOther()
    {
        ExportWorker worker;
        QStringList told;
        connect(&worker, &ExportWorker::finished, this, [&](const Status& status) {
            told << (status ? QStringLiteral("written")
                            : QString::fromStdString(status.error().text()));
        });
        for (const char* text : {"one", "two", "three"}) {
            worker.start(writing(text), path());
            QVERIFY(worker.isBusy());
            QTRY_VERIFY_WITH_TIMEOUT(!worker.isBusy(), patience);
            QCOMPARE(written(), QByteArray(text));
        }
        QCOMPARE(told, QStringList(3, QStringLiteral("written")));
    }

    void saysWhereItCannotEncode()
    {
        ExportWorker worker;
        QString told;
        connect(&worker, &ExportWorker::finished, this, [&](const Status& status) {
            told = QString::fromStdString(status.error().text());
        });
        const EncodeJob failing = [](const std::stop_token&) -> Result<QByteArray> {
            return Error{Error::Kind::Unsupported, "far too large for any picture", ""};
        };
        worker.start(failing, path());
        QTRY_VERIFY_WITH_TIMEOUT(!worker.isBusy(), patience);
        QVERIFY2(told.contains(path()) && told.contains(QLatin1String("far too large")),
                 qPrintable(told));
    }

    void neverTellsOfWhatWasCancelled()
    {
        QFile::remove(path());
        ExportWorker worker;
        QSignalSpy finished(&worker, &ExportWorker::finished);
        std::atomic<bool> hasBegun = false;
        worker.start(endless(hasBegun), path());
        QTRY_VERIFY_WITH_TIMEOUT(hasBegun, patience);
        worker.cancel();
        QVERIFY(!worker.isBusy());
        QVERIFY(!QFile::exists(path()));
        // The cancelled one's answer is in the queue before the next one's.
        worker.start(writing("next"), path());
        QTRY_VERIFY_WITH_TIMEOUT(!worker.isBusy(), patience);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(written(), QByteArray("next"));
    }

    void goesWhileItWrites()
    {
        std::atomic<bool> hasBegun = false;
        {
            ExportWorker worker;
            worker.start(endless(hasBegun), path());
            QTRY_VERIFY_WITH_TIMEOUT(hasBegun, patience);
        }
        QCoreApplication::processEvents();
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("file")); }
    [[nodiscard]] QByteArray written() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

COROSCOPE_TEST(TestExportWorker)
#include "tst_export_worker.moc"
