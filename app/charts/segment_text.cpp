// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/segment_text.h"

#include <QFileInfo>
#include <array>

#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr std::array<const char*, segmentStateCount> stateNames{
    QT_TRANSLATE_NOOP("coroscope::SegmentText", "not created yet"),
    QT_TRANSLATE_NOOP("coroscope::SegmentText", "waiting for its turn"),
    QT_TRANSLATE_NOOP("coroscope::SegmentText", "ready"),
    QT_TRANSLATE_NOOP("coroscope::SegmentText", "running"),
    QT_TRANSLATE_NOOP("coroscope::SegmentText", "blocking"),
    QT_TRANSLATE_NOOP("coroscope::SegmentText", "suspended"),
    QT_TRANSLATE_NOOP("coroscope::SegmentText", "in a call"),
    QT_TRANSLATE_NOOP("coroscope::SegmentText", "done"),
};

QString wordText(Word word)
{
    const std::string_view text = wordOf(word);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString timeLike(Ticks time, Ticks scale)
{
    return QString::fromStdString(timeTextLike(time, scale).joined());
}

}  // namespace

QString SegmentText::stateName(SegmentState state)
{
    return tr(stateNames[static_cast<std::size_t>(state)]);
}

QString SegmentText::label(const Segment& segment) const
{
    switch (segment.state) {
    case SegmentState::Blocking: return tr("blocking");
    case SegmentState::InCall:
        return tr("calls %1").arg(nameOf(m_run.trace().at(segment.beginEvent).task));
    case SegmentState::Suspended: break;
    default: return {};
    }
    const Event event = m_run.trace().at(segment.beginEvent);
    if (event.kind != EventKind::Suspend || event.word == Word::Yield)
        return {};
    const Wait& wait = m_run.trace().wait(event);
    if (event.word == Word::Sleep)
        return sleepText(event, wait);
    const QString awaited = awaitedNames(wait);
    return tr("awaits %1").arg(awaited.isEmpty() ? wordText(event.word) : awaited);
}

QString SegmentText::detail(const Segment& segment) const
{
    const Event event = m_run.trace().at(segment.beginEvent);
    if (segment.state == SegmentState::InCall)
        return QStringLiteral("call ") + nameOf(event.task);
    if (segment.state == SegmentState::Blocking)
        return wordText(event.word);
    if (segment.state != SegmentState::Suspended || event.kind != EventKind::Suspend)
        return {};
    const Wait& wait = m_run.trace().wait(event);
    if (event.word == Word::Sleep)
        return sleepText(event, wait);
    return (wordText(event.word) + QLatin1Char(' ') + awaitedNames(wait)).trimmed();
}

QString SegmentText::toolTip(int track, const Segment& segment) const
{
    const Ticks scale = m_run.total();
    const QString name = m_run.rows.value(track).toHtmlEscaped();
    QStringList lines{
        QStringLiteral("<b>%1 %2</b>").arg(name, stateName(segment.state).toHtmlEscaped())};
    if (segment.span.begin == segment.span.end)
        lines << tr("at %1, takes no time").arg(timeLike(segment.span.begin, scale));
    else
        lines << tr("%1 to %2, for %3")
                     .arg(timeLike(segment.span.begin, scale), timeLike(segment.span.end, scale),
                          timeLike(segment.span.length(), scale));
    for (const QString& line : {reason(segment), wakeText(segment)}) {
        if (!line.isEmpty())
            lines << line;
    }
    return QStringLiteral("<p style='white-space:pre; margin:0'>%1</p>")
        .arg(lines.join(QStringLiteral("<br>")));
}

QString SegmentText::nameOf(TaskId task) const
{
    return task.isValid() ? m_run.rows.value(static_cast<qsizetype>(task.value)) : QString();
}

QString SegmentText::awaitedNames(const Wait& wait) const
{
    QStringList names;
    for (const TaskId task : m_run.trace().awaited(wait))
        names << nameOf(task);
    if (names.isEmpty() && wait.object.isValid())
        names << QString::fromStdString(m_run.trace().objectName(wait.object));
    return names.join(QStringLiteral(", "));
}

QString SegmentText::sleepText(const Event& suspend, const Wait& wait) const
{
    if (wait.until == Wait::noDeadline)
        return QStringLiteral("sleep");
    return QStringLiteral("sleep(%1)")
        .arg(QString::fromStdString(secondsText(wait.until - suspend.time)));
}

// "awaits sleep(10), line 5"
QString SegmentText::reason(const Segment& segment) const
{
    const Event event = m_run.trace().at(segment.beginEvent);
    const QString what = detail(segment).toHtmlEscaped();
    const SiteId own = siteOf(event);
    const SiteId site = own.isValid() ? own : m_run.trace().siteAt(event.task, segment.beginEvent);
    const QString where = siteText(site).toHtmlEscaped();
    QString text;
    if (segment.state == SegmentState::Suspended && !what.isEmpty())
        text = tr("awaits %1").arg(QStringLiteral("<code>%1</code>").arg(what));
    else if (segment.state == SegmentState::Blocking)
        text = tr("holds the thread");
    else if (segment.state == SegmentState::InCall)
        text = label(segment).toHtmlEscaped();
    if (text.isEmpty() || where.isEmpty())
        return text;
    return text + QStringLiteral(", ") + where;
}

QString SegmentText::siteText(SiteId id) const
{
    if (!id.isValid())
        return {};
    const Site& site = m_run.trace().site(id);
    if (site.line == 0)
        return {};
    if (site.file.empty())
        return tr("line %1").arg(site.line);
    const QString file = QFileInfo(QString::fromStdString(site.file)).fileName();
    return QStringLiteral("%1:%2").arg(file).arg(site.line);
}

SiteId SegmentText::siteOf(const Event& event) const
{
    if (event.kind == EventKind::Suspend)
        return m_run.trace().wait(event).site;
    if (event.kind == EventKind::Block)
        return m_run.trace().blockSite(event);
    return {};
}

// How a wait ended, or why a task is ready.
QString SegmentText::wakeText(const Segment& segment) const
{
    const bool isReady = segment.state == SegmentState::Ready;
    const std::uint32_t event = isReady ? segment.beginEvent : segment.endEvent;
    if ((segment.state != SegmentState::Suspended && !isReady) || event >= m_run.trace().size())
        return {};
    const Event ready = m_run.trace().at(event);
    if (ready.kind != EventKind::Ready)
        return {};
    if (ready.word == Word::Timer)
        return tr("woken by its timer");
    const QString waker = nameOf(m_run.trace().wokenBy(ready)).toHtmlEscaped();
    return waker.isEmpty() ? QString() : tr("woken by %1").arg(waker);
}

}  // namespace coroscope
