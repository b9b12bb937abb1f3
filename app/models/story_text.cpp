// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/story_text.h"

#include <QCoreApplication>
#include <array>

#include "app/models/event_text.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

struct StoryWords {
    Q_DECLARE_TR_FUNCTIONS(coroscope::StoryText)
};

using Kind = StorySentence::Kind;

QString text(const std::string& text)
{
    return QString::fromStdString(text);
}

// Writes one sentence; its values are the sentence's.
class Writer {
public:
    Writer(const ProgramRun& run, const StorySentence& sentence)
        : m_run(run),
          m_sentence(sentence),
          m_task(rowName(run, sentence.task)),
          m_by(rowName(run, sentence.by))
    {}

    QString write() const
    {
        const QString first = (this->*writers[static_cast<std::size_t>(m_sentence.kind)])();
        const QString next = nextText();
        const QString whole = next.isEmpty() ? first : QStringLiteral("%1; %2").arg(first, next);
        return QString(whole + u'.').replace(u'\n', u'↵');
    }

private:
    using Write = QString (Writer::*)() const;

    [[nodiscard]] QString time(Ticks time) const
    {
        return text(shortTimeText(time, m_run.total()));
    }

    [[nodiscard]] QString object() const
    {
        return m_sentence.object.isValid() ? text(m_run.trace().objectName(m_sentence.object))
                                           : QString();
    }

    // The source line that the task is at, in quotes; empty if nobody knows.
    [[nodiscard]] QString code() const
    {
        const SiteId site = m_run.trace().siteAt(m_sentence.task, m_sentence.event);
        if (!site.isValid())
            return {};
        const auto line = static_cast<qsizetype>(m_run.trace().site(site).line) - 1;
        const QString code = m_run.source.value(line).trimmed();
        return code.isEmpty() ? code : QStringLiteral("\u201c%1\u201d").arg(code);
    }

    // "B suspends", "B suspends at “await asyncio.sleep(3)”".
    [[nodiscard]] QString suspends() const
    {
        const QString where = code();
        return where.isEmpty() ? StoryWords::tr("%1 suspends").arg(m_task)
                               : StoryWords::tr("%1 suspends at %2").arg(m_task, where);
    }

    // What the loop does now that somebody has given control back.
    [[nodiscard]] QString nextText() const
    {
        const QString next = rowName(m_run, m_sentence.nextTask);
        switch (m_sentence.next) {
        case StorySentence::Next::None: return {};
        case StorySentence::Next::Takes:
            return StoryWords::tr("the loop takes %1, next in the ready queue").arg(next);
        case StorySentence::Next::Waits:
            return StoryWords::tr("nobody is ready: the loop sleeps until %1, then takes %2")
                .arg(time(m_sentence.nextTime), next);
        case StorySentence::Next::Stands:
            return StoryWords::tr("nobody is ready, and nobody gets control again");
        }
        return {};
    }

    [[nodiscard]] QString created() const
    {
        const QString label = text(m_sentence.text);
        if (m_by.isEmpty())
            return StoryWords::tr("The program begins with %1")
                .arg(label.isEmpty() ? m_task : label);
        return StoryWords::tr("%1 creates task %2 for %3; it joins the ready queue")
            .arg(m_by, m_task, label);
    }

    [[nodiscard]] QString willBeCalled() const
    {
        return StoryWords::tr("%1 waits for its turn: %2 will be called")
            .arg(m_task, text(m_sentence.text));
    }

    [[nodiscard]] QString called() const
    {
        return m_by.isEmpty() ? StoryWords::tr("%1 is called").arg(m_task)
                              : StoryWords::tr("%2 calls %1").arg(m_task, m_by);
    }

    [[nodiscard]] QString woken() const
    {
        switch (m_sentence.why) {
        case Word::Timer:
            return StoryWords::tr("The timer of %1 goes off; %1 joins the ready queue").arg(m_task);
        case Word::Cancel: return StoryWords::tr("%1 is woken to be cancelled").arg(m_task);
        case Word::Done:
            return m_by.isEmpty()
                       ? StoryWords::tr("What %1 awaits is done; %1 joins the ready queue")
                             .arg(m_task)
                       : StoryWords::tr("%2, which %1 awaits, is done; %1 joins the ready queue")
                             .arg(m_task, m_by);
        default: break;
        }
        return m_by.isEmpty()
                   ? StoryWords::tr("%1 joins the ready queue").arg(m_task)
                   : StoryWords::tr("%2 wakes %1, which joins the ready queue").arg(m_task, m_by);
    }

    [[nodiscard]] QString resumed() const
    {
        const bool isFirst = m_sentence.why == Word::Created;
        const QString does = isFirst ? StoryWords::tr("%1 gets control and starts").arg(m_task)
                                     : StoryWords::tr("%1 gets control and goes on").arg(m_task);
        return m_sentence.length > Ticks{}
                   ? StoryWords::tr("%1, ready for %2 by then").arg(does, time(m_sentence.length))
                   : does;
    }

    [[nodiscard]] QString slept() const
    {
        return StoryWords::tr("%1 for %2").arg(suspends(), time(m_sentence.length));
    }

    [[nodiscard]] QString yielded() const
    {
        return StoryWords::tr("%1 lets others run and goes to the end of the ready queue")
            .arg(m_task);
    }

    [[nodiscard]] QString suspended() const
    {
        QString what = object();
        if (!what.isEmpty()) {
            what = StoryWords::tr("it waits for %1 %2").arg(wordText(m_sentence.why), what);
        } else if (!m_sentence.tasks.empty()) {
            QStringList names;
            constexpr std::size_t most = 8;
            for (std::size_t i = 0; i < std::min(m_sentence.tasks.size(), most); ++i)
                names << rowName(m_run, m_sentence.tasks[i]);
            if (m_sentence.tasks.size() > most)
                names << QStringLiteral("\u2026");
            what = StoryWords::tr("it awaits %1").arg(names.join(QStringLiteral(", ")));
        } else {
            what = StoryWords::tr("it awaits %1").arg(wordText(m_sentence.why));
        }
        if (m_sentence.until != Wait::noDeadline)
            what = StoryWords::tr("%1, until %2 at most").arg(what, time(m_sentence.until));
        return QStringLiteral("%1: %2").arg(suspends(), what);
    }

    [[nodiscard]] QString blocked() const
    {
        switch (m_sentence.why) {
        case Word::Sleep:
            return StoryWords::tr("%1 calls time.sleep and holds the thread").arg(m_task);
        case Word::Work: return StoryWords::tr("%1 computes and holds the thread").arg(m_task);
        default: return StoryWords::tr("%1 holds the thread").arg(m_task);
        }
    }

    [[nodiscard]] QString unblocked() const
    {
        return StoryWords::tr("%1 has held the thread for %2 and goes on")
            .arg(m_task, time(m_sentence.length));
    }

    [[nodiscard]] QString used() const
    {
        switch (m_sentence.why) {
        case Word::Acquire: return StoryWords::tr("%1 acquires %2").arg(m_task, object());
        case Word::Release: return StoryWords::tr("%1 releases %2").arg(m_task, object());
        case Word::Put:
            return StoryWords::tr("%1 puts into %2, which now holds %3")
                .arg(m_task, object())
                .arg(m_sentence.level);
        case Word::Get:
            return StoryWords::tr("%1 takes from %2, which now holds %3")
                .arg(m_task, object())
                .arg(m_sentence.level);
        case Word::Set: return StoryWords::tr("%1 sets %2").arg(m_task, object());
        case Word::Clear: return StoryWords::tr("%1 clears %2").arg(m_task, object());
        case Word::Notify:
            return StoryWords::tr("%1 notifies who waits for %2").arg(m_task, object());
        default: return StoryWords::tr("%1 uses %2").arg(m_task, object());
        }
    }

    [[nodiscard]] QString cancelAsked() const
    {
        return m_by.isEmpty() ? StoryWords::tr("%1 is asked to stop").arg(m_task)
                              : StoryWords::tr("%2 cancels %1").arg(m_task, m_by);
    }

    [[nodiscard]] QString printed() const
    {
        return StoryWords::tr("%1 prints \u201c%2\u201d")
            .arg(m_task.isEmpty() ? StoryWords::tr("Python") : m_task, text(m_sentence.text));
    }

    [[nodiscard]] QString returned() const
    {
        return StoryWords::tr("%1 is done and returns %2").arg(m_task, text(m_sentence.text));
    }

    // "ValueError", "ValueError: no tea".
    [[nodiscard]] QString error() const
    {
        const QString message = text(m_sentence.text);
        return message.isEmpty() ? text(m_sentence.name)
                                 : QStringLiteral("%1: %2").arg(text(m_sentence.name), message);
    }

    [[nodiscard]] QString raised() const
    {
        return StoryWords::tr("%1 ends with %2").arg(m_task, error());
    }

    [[nodiscard]] QString cancelled() const
    {
        return StoryWords::tr("%1 is cancelled").arg(m_task);
    }

    [[nodiscard]] QString turnBegan() const
    {
        return StoryWords::tr("The loop begins a turn; ready: %1, timers: %2")
            .arg(m_sentence.level)
            .arg(m_sentence.timers);
    }

    [[nodiscard]] QString marked() const
    {
        return StoryWords::tr("Note: %1").arg(text(m_sentence.text));
    }

    [[nodiscard]] QString ended() const
    {
        switch (m_sentence.why) {
        case Word::Raised: return StoryWords::tr("The program ends with %1").arg(error());
        case Word::Deadlock: return StoryWords::tr("The program ends in a deadlock");
        case Word::Interrupted: return StoryWords::tr("The program is interrupted");
        default: return StoryWords::tr("The program is over");
        }
    }

    // In the order of StorySentence::Kind.
    static constexpr std::array<Write, 19> writers{
        &Writer::created,   &Writer::willBeCalled, &Writer::called,  &Writer::woken,
        &Writer::resumed,   &Writer::slept,        &Writer::yielded, &Writer::suspended,
        &Writer::blocked,   &Writer::unblocked,    &Writer::used,    &Writer::cancelAsked,
        &Writer::printed,   &Writer::returned,     &Writer::raised,  &Writer::cancelled,
        &Writer::turnBegan, &Writer::marked,       &Writer::ended};

    const ProgramRun& m_run;
    const StorySentence& m_sentence;
    const QString m_task;
    const QString m_by;
};

}  // namespace

QString storyText(const ProgramRun& run, const StorySentence& sentence)
{
    return Writer(run, sentence).write();
}

}  // namespace coroscope
