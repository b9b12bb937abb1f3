// SPDX-License-Identifier: MIT
#include "tests/support/test_loop.h"

#include "core/base/time_text.h"

namespace coroscope::test {

void TestLoop::note(std::string_view what)
{
    m_log += (m_log.empty() ? "" : " ") + std::string(what) + '@' + std::to_string(turn());
}

void TestLoop::noteTime(std::string_view what)
{
    m_log += (m_log.empty() ? "" : " ") + std::string(what) + ' ' + secondsText(loop.now()) + 's';
}

int TestLoop::turn()
{
    for (; m_seen < trace.size(); ++m_seen)
        m_turn += trace.at(m_seen).kind == EventKind::Turn ? 1 : 0;
    return m_turn;
}

QString outcomeOf(const FutureBase& future)
{
    if (!future.isDone())
        return QStringLiteral("pending");
    if (!future.exception())
        return QStringLiteral("returned");
    const Outcome outcome = describe(future.exception());
    const std::string how = future.isCancelled() ? "cancelled" : "raised " + outcome.error;
    return QString::fromStdString(how + (outcome.text.empty() ? "" : ": " + outcome.text));
}

}  // namespace coroscope::test
