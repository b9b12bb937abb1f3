// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/comparison_summary.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <vector>

#include "app/document/stepper.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

using Runs = std::vector<ProgramRunPtr>;

struct Summary {
    Q_DECLARE_TR_FUNCTIONS(coroscope::Summary)
};

QString exactTime(Ticks time, Ticks scale)
{
    return QString::fromStdString(timeTextLike(time, scale).joined());
}

QString shortTime(Ticks time)
{
    return QString::fromStdString(shortTimeText(time, time));
}

QString numberWord(std::size_t number)
{
    static constexpr std::array<const char*, 11> words{
        QT_TRANSLATE_NOOP("coroscope::Summary", "no"),
        QT_TRANSLATE_NOOP("coroscope::Summary", "one"),
        QT_TRANSLATE_NOOP("coroscope::Summary", "two"),
        QT_TRANSLATE_NOOP("coroscope::Summary", "three"),
        QT_TRANSLATE_NOOP("coroscope::Summary", "four"),
        QT_TRANSLATE_NOOP("coroscope::Summary", "five"),
        QT_TRANSLATE_NOOP("coroscope::Summary", "six"),
        QT_TRANSLATE_NOOP("coroscope::Summary", "seven"),
        QT_TRANSLATE_NOOP("coroscope::Summary", "eight"),
        QT_TRANSLATE_NOOP("coroscope::Summary", "nine"),
        QT_TRANSLATE_NOOP("coroscope::Summary", "ten"),
    };
    return number < words.size() ? Summary::tr(words[number]) : QLocale().toString(number);
}

// "sync", "gather and create_task", "a, b and c".
QString namesText(const Runs& runs)
{
    QString text = runs.front()->name;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        const bool isLast = i + 1 == runs.size();
        text = (isLast ? Summary::tr("%1 and %2") : Summary::tr("%1, %2")).arg(text, runs[i]->name);
    }
    return text;
}

QString sentence(const QString& claim, const QString& reason)
{
    return reason.isEmpty() ? Summary::tr("%1.").arg(claim)
                            : Summary::tr("%1: %2.").arg(claim, reason);
}

// Why its waits cost less than their sum; empty if they do not.
QString overlapReason(const ProgramRun& run)
{
    const RunFacts& facts = run.facts;
    if (!facts.doWaitsOverlap || facts.sleepers.size() < 2)
        return {};
    const RunFacts::Sleeper& longest = *facts.longest();
    if (longest.waited != run.total())
        return Summary::tr("while one task waits, others go on");
    const bool isOneEach =
        std::ranges::all_of(facts.sleepers, [](const auto& sleeper) { return sleeper.waits == 1; });
    const QString overlap = (isOneEach ? Summary::tr("the %1 waits overlap")
                                       : Summary::tr("the waits of %1 tasks overlap"))
                                .arg(numberWord(facts.sleepers.size()));
    return Summary::tr("%1, so only the longest (%2, %3) counts")
        .arg(overlap, run.rows[static_cast<int>(longest.task.value)], shortTime(longest.waited));
}

// Why it is not faster; empty if the trace does not say.
QString lossReason(const ProgramRun& run)
{
    const RunFacts& facts = run.facts;
    if (facts.blocked > Ticks{0}) {
        return Summary::tr("%1 holds the thread for %2, and meanwhile nothing else can run")
            .arg(run.name, shortTime(facts.blocked));
    }
    const bool hasSeveralWaits =
        facts.sleepers.size() > 1 || (!facts.sleepers.empty() && facts.sleepers.front().waits > 1);
    if (hasSeveralWaits && !facts.doWaitsOverlap)
        return Summary::tr("the waits of %1 come one after the other").arg(run.name);
    return {};
}

// A trace that was cut off has no End event, and so no outcome.
Outcome outcomeOf(const Trace& trace)
{
    const Event last = trace.size() == 0 ? Event{} : trace.at(trace.size() - 1);
    return last.kind == EventKind::End ? trace.outcome(last) : Outcome{};
}

QString failureText(const ProgramRun& run, Word how)
{
    const QString time = exactTime(run.total(), run.total());
    const Outcome outcome = outcomeOf(run.trace());
    switch (how) {
    case Word::Deadlock:
        return Summary::tr(
                   "%1 ends in a deadlock at %2: everybody waits and nobody can wake "
                   "them.")
            .arg(run.name, time);
    case Word::Raised:
        return Summary::tr("%1 ends with %2 at %3.")
            .arg(run.name, QString::fromStdString(outcome.error), time);
    default:
        return sentence(Summary::tr("%1 was interrupted at %2").arg(run.name, time),
                        QString::fromStdString(outcome.text));
    }
}

QString aloneText(const ProgramRun& run)
{
    const QString claim =
        Summary::tr("%1 takes %2").arg(run.name, exactTime(run.total(), run.total()));
    return sentence(claim, overlapReason(run));
}

QString fasterText(const Runs& fastest, const ProgramRun& baseline, Ticks scale)
{
    const ProgramRun& run = *fastest.front();
    const QString claim = (fastest.size() == 1 ? Summary::tr("%1 finishes %2 before %3")
                                               : Summary::tr("%1 finish %2 before %3"))
                              .arg(namesText(fastest),
                                   exactTime(baseline.total() - run.total(), scale), baseline.name);
    return sentence(claim, overlapReason(run));
}

QString slowerText(const Runs& slowest, const ProgramRun& baseline, Ticks scale)
{
    const ProgramRun& run = *slowest.front();
    const QString claim = (slowest.size() == 1 ? Summary::tr("%1 finishes %2 after %3")
                                               : Summary::tr("%1 finish %2 after %3"))
                              .arg(namesText(slowest),
                                   exactTime(run.total() - baseline.total(), scale), baseline.name);
    return sentence(claim, slowest.size() == 1 ? lossReason(run) : QString());
}

QString equalText(const Runs& runs)
{
    const QString claim =
        (runs.size() == 2 ? Summary::tr("%1 both take %2") : Summary::tr("%1 all take %2"))
            .arg(namesText(runs), exactTime(runs.front()->total(), runs.front()->total()));
    const QString reason = runs.size() == 2 ? lossReason(*runs.back()) : QString();
    return sentence(claim, reason.isEmpty() ? Summary::tr("nothing is gained") : reason);
}

Runs withTotal(std::span<const ProgramRunPtr> runs, Ticks total)
{
    Runs found;
    std::ranges::copy_if(runs, std::back_inserter(found),
                         [&](const ProgramRunPtr& run) { return run->total() == total; });
    return found;
}

}  // namespace

QString speedUpText(std::span<const ProgramRunPtr> runs, std::size_t index)
{
    if (!runs.front()->endedWell() || !runs[index]->endedWell())
        return {};
    if (index == 0)
        return Summary::tr("baseline");
    const double baseline = toSeconds(runs.front()->total());
    const double own = toSeconds(runs[index]->total());
    if (baseline <= 0 || own <= 0)
        return {};
    return Summary::tr("%1×").arg(QLocale::c().toString(baseline / own, 'f', 1));
}

QString verdictText(std::span<const ProgramRunPtr> runs)
{
    if (runs.empty())
        return {};
    for (const ProgramRunPtr& run : runs) {
        if (run->facts.how != Word::Ok)
            return failureText(*run, run->facts.how);
    }
    const ProgramRun& baseline = *runs.front();
    if (runs.size() == 1)
        return aloneText(baseline);
    const auto [least, most] = std::ranges::minmax(runs, {}, &ProgramRun::total);
    const Ticks scale = longestTotal(runs);
    // As far as one reads: recorded times never are the same.
    const auto isMore = [&](Ticks a, Ticks b) {
        return a > b && exactTime(a - b, scale) != exactTime(Ticks{0}, scale);
    };
    if (isMore(baseline.total(), least->total()))
        return fasterText(withTotal(runs, least->total()), baseline, scale);
    if (isMore(most->total(), baseline.total()))
        return slowerText(withTotal(runs, most->total()), baseline, scale);
    return equalText(Runs(runs.begin(), runs.end()));
}

}  // namespace coroscope
