// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/because_text.h"

#include <QFileInfo>

#include "core/base/time_text.h"

namespace coroscope {
namespace {

using Kind = BecauseLink::Kind;

QString wordText(Word word)
{
    const std::string_view text = wordOf(word);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

QString BecauseText::task(TaskId id) const
{
    return id.isValid() ? m_run.rows.value(static_cast<qsizetype>(id.value)) : QString();
}

QString BecauseText::time(Ticks length) const
{
    return QString::fromStdString(timeText(length).joined());
}

// "the lock db"
QString BecauseText::object(const BecauseLink& link) const
{
    const QString name = QString::fromStdString(m_run.trace().objectName(link.object));
    switch (link.why) {
    case Word::Lock: return tr("the lock %1").arg(name);
    case Word::Semaphore: return tr("a permit of %1").arg(name);
    case Word::Event: return tr("the event %1").arg(name);
    case Word::Condition: return tr("the condition %1").arg(name);
    case Word::Queue: return tr("the queue %1").arg(name);
    case Word::Barrier: return tr("the barrier %1").arg(name);
    default: return name;
    }
}

QString BecauseText::site(SiteId id) const
{
    if (!id.isValid() || m_run.trace().site(id).line == 0)
        return {};
    const Site& place = m_run.trace().site(id);
    if (place.file.empty())
        return tr("line %1").arg(place.line);
    const QString file = QFileInfo(QString::fromStdString(place.file)).fileName();
    return QStringLiteral("%1:%2").arg(file).arg(place.line);
}

QString BecauseText::headline(const BecauseLink& link) const
{
    const QString length = time(link.length);
    switch (link.kind) {
    case Kind::Slept: return tr("Slept %1").arg(length);
    case Kind::WaitedReady: return tr("Ready for %1").arg(length);
    case Kind::NotCalled: return tr("Not called for %1").arg(length);
    case Kind::Blocked: return tr("Blocked for %1").arg(length);
    case Kind::Ran: return link.length > Ticks{} ? tr("Ran %1").arg(length) : tr("Ran");
    default: return tr("Waited %1").arg(length);
    }
}

QString BecauseText::body(const BecauseLink& link) const
{
    const QString who = task(link.task);
    const QString length = time(link.length);
    const QString by = task(link.by);
    switch (link.kind) {
    case Kind::Slept: return tr("%1 slept for %2").arg(who, length);
    case Kind::AwaitedTask:
        return by.isEmpty() ? tr("%1 awaited another task for %2").arg(who, length)
                            : tr("%1 awaited %3 for %2").arg(who, length, by);
    case Kind::WaitedFor:
        return by.isEmpty()
                   ? tr("%1 waited %2 for %3").arg(who, length, object(link))
                   : tr("%1 waited %2 for %3, because of %4").arg(who, length, object(link), by);
    case Kind::Awaited:
        return tr("%1 waited %2 for something outside the program").arg(who, length);
    case Kind::WaitedReady:
        return by.isEmpty() ? tr("%1 was ready for %2 before it got its turn").arg(who, length)
                            : tr("%1 was ready for %2 while %3 had the loop").arg(who, length, by);
    case Kind::NotCalled:
        return by.isEmpty() ? tr("%1 was not called for %2").arg(who, length)
                            : tr("%1 was not called for %2: %3 came first").arg(who, length, by);
    case Kind::Blocked:
        return link.why == Word::Work
                   ? tr("%1 computed for %2 and held the thread").arg(who, length)
                   : tr("%1 held the thread for %2 without doing anything").arg(who, length);
    case Kind::Ran:
        return link.length > Ticks{} ? tr("%1 ran for %2").arg(who, length)
                                     : tr("%1 took a step, which takes no time").arg(who);
    }
    return {};
}

QString BecauseText::sentence(const BecauseLink& link) const
{
    const QString where = site(link.site);
    QString text = where.isEmpty() ? body(link) : tr("%1 (%2)").arg(body(link), where);
    if (link.isOpen)
        text = tr("%1, and never went on").arg(text);
    return tr("%1.").arg(text);
}

QString BecauseText::sentences(std::span<const BecauseLink> chain) const
{
    QStringList texts;
    for (const BecauseLink& link : chain)
        texts << sentence(link);
    return texts.join(QLatin1Char(' '));
}

QString BecauseText::detail(const BecauseLink& link) const
{
    QStringList parts;
    switch (link.kind) {
    case Kind::Slept: parts << tr("slept"); break;
    case Kind::AwaitedTask: parts << tr("awaits %1").arg(task(link.by)); break;
    case Kind::WaitedFor: parts << tr("waits for %1").arg(object(link)); break;
    case Kind::Awaited: parts << tr("awaits %1").arg(wordText(link.why)); break;
    case Kind::WaitedReady: parts << tr("ready"); break;
    case Kind::NotCalled: parts << tr("not called"); break;
    case Kind::Blocked: parts << tr("blocking"); break;
    case Kind::Ran: parts << tr("running"); break;
    }
    const QString where = site(link.site);
    if (!where.isEmpty())
        parts << where;
    return parts.join(QStringLiteral(", "));
}

}  // namespace coroscope
