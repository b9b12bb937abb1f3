// SPDX-License-Identifier: MIT
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {

StatementPtr readRunInExecutor(const JsonNode& node, StatementReader&)
{
    node.fail("not yet");
}

}  // namespace coroscope::scenario
