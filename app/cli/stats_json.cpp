// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stats_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

namespace coroscope::cli {
namespace {

// In the order of Finding::Kind.
constexpr std::array<const char*, findingKindCount> kindWords{"deadlock",
                                                              "exception",
                                                              "never_awaited",
                                                              "exception_not_retrieved",
                                                              "blocking_call",
                                                              "starvation",
                                                              "long_step",
                                                              "sequential_awaits",
                                                              "lock_convoy",
                                                              "unbounded_fan_out",
                                                              "cancelled_in_clean_up"};

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

qint64 ns(Ticks time)
{
    return time.count();
}

QJsonValue idOrNull(TaskId task)
{
    return task.isValid() ? QJsonValue(static_cast<qint64>(task.value)) : QJsonValue();
}

QJsonValue siteOrNull(const Trace& trace, SiteId id)
{
    if (!id.isValid())
        return {};
    const Site& site = trace.site(id);
    return QJsonArray{qt(site.file), static_cast<qint64>(site.line), qt(site.function)};
}

QJsonObject findingJson(const Trace& trace, const Finding& finding)
{
    QJsonArray affected;
    for (const Finding::Affected& one : finding.affected)
        affected.append(QJsonObject{{QStringLiteral("task"), idOrNull(one.task)},
                                    {QStringLiteral("delay"), ns(one.delay)}});
    return {
        {QStringLiteral("kind"), QLatin1String(kindWords[static_cast<std::size_t>(finding.kind)])},
        {QStringLiteral("text"), qt(finding.text)},
        {QStringLiteral("task"), idOrNull(finding.task)},
        {QStringLiteral("at"), siteOrNull(trace, finding.site)},
        {QStringLiteral("t"), ns(trace.timeAt(finding.event))},
        {QStringLiteral("cost"), ns(finding.cost)},
        {QStringLiteral("gain"), finding.gain ? QJsonValue(ns(*finding.gain)) : QJsonValue()},
        {QStringLiteral("affected"), affected}};
}

QJsonObject taskJson(const Trace& trace, const TaskMetrics& metrics)
{
    const TaskInfo task = trace.task(metrics.task);
    const std::string_view kind = wordOf(task.kind);
    return {{QStringLiteral("task"), idOrNull(metrics.task)},
            {QStringLiteral("name"), qt(task.name)},
            {QStringLiteral("label"), qt(task.label)},
            {QStringLiteral("kind"), QLatin1String(kind.data(), static_cast<int>(kind.size()))},
            {QStringLiteral("done"), metrics.isDone},
            {QStringLiteral("waiting"), ns(metrics.waiting)},
            {QStringLiteral("ready"), ns(metrics.ready)},
            {QStringLiteral("running"), ns(metrics.running)},
            {QStringLiteral("blocking"), ns(metrics.blocking)},
            {QStringLiteral("suspended"), ns(metrics.suspended)},
            {QStringLiteral("in_call"), ns(metrics.inCall)},
            {QStringLiteral("turnaround"), ns(metrics.turnaround)},
            {QStringLiteral("resumes"), static_cast<qint64>(metrics.resumes)},
            {QStringLiteral("mean_latency"), ns(metrics.meanLatency)},
            {QStringLiteral("worst_latency"), ns(metrics.worstLatency)}};
}

QJsonObject metricsJson(const Metrics& metrics)
{
    return {{QStringLiteral("total"), ns(metrics.total)},
            {QStringLiteral("busy"), ns(metrics.busy)},
            {QStringLiteral("busy_share"), metrics.busyShare()},
            {QStringLiteral("mean_turnaround"), ns(metrics.meanTurnaround)},
            {QStringLiteral("finished"), metrics.finished}};
}

}  // namespace

QByteArray statsJson(const TraceFile& file, const Timeline& timeline,
                     const std::vector<Finding>& findings)
{
    const Trace& trace = *file.trace;
    QJsonArray problems;
    for (const TraceProblem& problem : file.problems)
        problems.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(problem.line)},
                                    {QStringLiteral("count"), static_cast<qint64>(problem.count)},
                                    {QStringLiteral("text"), qt(problemText(problem))}});
    QJsonArray found;
    for (const Finding& finding : findings)
        found.append(findingJson(trace, finding));
    QJsonArray tasks;
    for (const TaskMetrics& metrics : taskMetricsOf(timeline))
        tasks.append(taskJson(trace, metrics));
    const QJsonObject all{{QStringLiteral("title"), qt(file.header.title)},
                          {QStringLiteral("source"), qt(file.header.source)},
                          {QStringLiteral("events"), static_cast<qint64>(trace.size())},
                          {QStringLiteral("lost"), static_cast<qint64>(file.lost)},
                          {QStringLiteral("problems"), problems},
                          {QStringLiteral("metrics"), metricsJson(metricsOf(timeline))},
                          {QStringLiteral("findings"), found},
                          {QStringLiteral("tasks"), tasks}};
    return QJsonDocument(all).toJson();
}

}  // namespace coroscope::cli
