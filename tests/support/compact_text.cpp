// SPDX-License-Identifier: MIT
#include "tests/support/compact_text.h"

#include <QByteArray>
#include <QDataStream>
#include <QIODevice>
#include <QString>
#include <QStringList>

namespace coroscope::test {
namespace {

QByteArray packed(const QString& records)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    for (const QString& record : records.split(QLatin1Char(','))) {
        const QStringList numbers = record.simplified().split(QLatin1Char(' '));
        out << numbers.value(0).toLongLong() << numbers.value(1).toUInt()
            << numbers.value(2).toUInt() << numbers.value(3).toUInt();
    }
    return bytes.toBase64();
}

}  // namespace

std::string compactText(std::string_view lines)
{
    QString text = QStringLiteral("{\"coroscope_trace\": 1, \"compact\": 1}\n");
    const QString all = QString::fromUtf8(lines.data(), static_cast<qsizetype>(lines.size()));
    for (const QString& line : all.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString trimmed = line.trimmed();
        if (trimmed.startsWith(QLatin1String("steps ")))
            text += QStringLiteral("{\"e\": \"steps\", \"b\": \"%1\"}\n")
                        .arg(QString::fromLatin1(packed(trimmed.mid(6))));
        else if (!trimmed.isEmpty())
            text += trimmed + QLatin1Char('\n');
    }
    return text.toStdString();
}

}  // namespace coroscope::test
