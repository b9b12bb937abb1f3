// SPDX-License-Identifier: MIT
#include "tests/support/golden.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace coroscope::test {

void addGoldenRows()
{
    QTest::addColumn<QByteArray>("scenario");
    QTest::addColumn<QJsonObject>("expected");

    const QDir folder(QStringLiteral(TEST_DATA_DIR "/golden"));
    for (const QString& name : folder.entryList({QStringLiteral("*.tsv")})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const QList<QByteArray> columns = file.readLine().split('\t');
            QCOMPARE(columns.size(), 3);
            QTest::newRow(columns[0].constData())
                << columns[1] << QJsonDocument::fromJson(columns[2]).object();
        }
    }
}

}  // namespace coroscope::test
