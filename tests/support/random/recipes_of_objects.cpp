// SPDX-License-Identifier: MIT
#include <array>

#include "tests/support/random/recipes.h"

namespace coroscope::test {

void writeWith(RandomBody& body, Json& block, int depth)
{
    const std::string lock = body.object(body.sketch().locks);
    switch (body.dice().below(6)) {
    case 0: block.push_back({{"acquire", lock}}); return;
    case 1: block.push_back({{"release", lock}}); return;
    case 2:
        block.push_back({{"acquire", lock}});
        body.addStatement(block, depth);
        block.push_back({{"release", lock}});
        return;
    default: block.push_back({{"with", lock}, {"body", body.block(3, depth)}});
    }
}

void writeCondition(RandomBody& body, Json& block, int depth)
{
    const std::string condition = body.object(body.sketch().conditions);
    Json act = Json::array();
    switch (body.dice().below(4)) {
    case 0:
    case 1: act.push_back({{"wait_condition", condition}}); break;
    case 2: act.push_back({{"notify", condition}, {"n", body.dice().below(3)}}); break;
    default: act.push_back({{"notify_all", condition}});
    }
    if (body.dice().percent(5)) {
        block.push_back(act.front());
        return;
    }
    if (body.dice().percent(30))
        body.addStatement(act, depth);
    block.push_back({{"with", condition}, {"body", std::move(act)}});
}

void writeEvent(RandomBody& body, Json& block, int)
{
    constexpr std::array<const char*, 5> keys{"set", "set", "clear", "wait_event", "wait_event"};
    block.push_back({{body.dice().pick(keys), body.object(body.sketch().events)}});
}

void writeQueue(RandomBody& body, Json& block, int)
{
    const std::string queue = body.object(body.sketch().queues);
    const Json item = body.dice().percent(95) ? Json(body.dice().below(9)) : body.value();
    switch (body.dice().below(10)) {
    case 0:
    case 1:
    case 2: block.push_back({{"put", queue}, {"value", item}}); return;
    case 3:
    case 4:
    case 5: block.push_back({{"get", queue}, {"into", "y"}}); return;
    case 6: block.push_back({{"put_nowait", queue}, {"value", item}}); return;
    case 7: block.push_back({{"get_nowait", queue}, {"into", "y"}}); return;
    case 8: block.push_back({{"task_done", queue}}); return;
    default: block.push_back({{"join", queue}});
    }
}

void writeBarrier(RandomBody& body, Json& block, int)
{
    block.push_back({{"barrier", body.object(body.sketch().barriers)}});
}

// What no object of that kind can do, or nobody can who does not hold it.
void writeMistake(RandomBody& body, Json& block, int)
{
    constexpr std::array<const char*, 7> keys{"release", "set",       "clear",     "notify_all",
                                              "notify",  "task_done", "get_nowait"};
    const Sketch& sketch = body.sketch();
    const std::array<std::string, 5> objects{sketch.locks.front(), sketch.events.front(),
                                             sketch.queues.front(), sketch.barriers.front(),
                                             sketch.conditions.front()};
    block.push_back({{body.dice().pick(keys), '$' + body.dice().pick(objects)}});
}

}  // namespace coroscope::test
