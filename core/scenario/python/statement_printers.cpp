// SPDX-License-Identifier: MIT
#include "core/scenario/python/statement_printers.h"

#include <array>

namespace coroscope::scenario::python {
namespace {

// "timeout" is the last, since it is an option of other statements too.
constexpr std::array<StatementPrinter, 41> printers{{
    {"print", printPrint},
    {"sleep", printSleep},
    {"yield", printYield},
    {"work", printWork},
    {"block", printBlock},
    {"await", printAwait},
    {"create_task", printCreateTask},
    {"gather", printGather},
    {"wait", printWait},
    {"as_completed", printAsCompleted},
    {"wait_for", printWaitFor},
    {"shield", printShield},
    {"cancel", printCancel},
    {"task_group", printTaskGroup},
    {"with", printWith},
    {"acquire", printMethod},
    {"release", printMethod},
    {"set", printMethod},
    {"clear", printMethod},
    {"wait_event", printMethod},
    {"wait_condition", printMethod},
    {"notify", printMethod},
    {"notify_all", printMethod},
    {"put", printMethod},
    {"get", printMethod},
    {"put_nowait", printMethod},
    {"get_nowait", printMethod},
    {"task_done", printMethod},
    {"join", printMethod},
    {"barrier", printMethod},
    {"set_result", printMethod},
    {"set_exception", printSetException},
    {"run_in_executor", printRunInExecutor},
    {"raise", printRaise},
    {"try", printTry},
    {"repeat", printRepeat},
    {"if", printIf},
    {"let", printLet},
    {"call_forgotten", printCallForgotten},
    {"return", printReturn},
    {"timeout", printTimeout},
}};

}  // namespace

const StatementPrinter& printerOf(const JsonNode& node)
{
    for (const StatementPrinter& printer : printers) {
        if (node.find(printer.key))
            return printer;
    }
    node.expected("a statement");
}

}  // namespace coroscope::scenario::python
