// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/kept_marks.h"

#include <QSettings>
#include <QUrl>

#include "app/document/marks.h"

namespace coroscope {
namespace {

constexpr qsizetype mostMarks = 1000;

QString keyOf(const std::string& source)
{
    return QStringLiteral("marks/") +
           QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(source)));
}

std::vector<Ticks> readMarks(const QString& key)
{
    std::vector<Ticks> times;
    const QStringList texts = QSettings().value(key).toStringList().mid(0, mostMarks);
    for (const QString& text : texts) {
        bool isNumber = false;
        const qlonglong time = text.toLongLong(&isNumber);
        if (isNumber)
            times.emplace_back(time);
    }
    return times;
}

void writeMarks(const QString& key, const std::vector<Ticks>& times)
{
    QStringList texts;
    for (const Ticks time : times)
        texts << QString::number(time.count());
    QSettings settings;
    if (texts.isEmpty())
        settings.remove(key);
    else
        settings.setValue(key, texts);
}

}  // namespace

void keepMarks(Marks& marks, const std::string& source)
{
    const QString key = keyOf(source);
    marks.setTimes(readMarks(key));
    QObject::connect(&marks, &Marks::changed, &marks,
                     [&marks, key] { writeMarks(key, marks.times()); });
}

}  // namespace coroscope
