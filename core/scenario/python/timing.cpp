// SPDX-License-Identifier: MIT
#include "core/scenario/python/statement_printers.h"

namespace coroscope::scenario::python {
namespace {

void printTimeSleep(const Fragment& length, BodyPrinter& body)
{
    body.module().require("import time");
    body.line({"time.sleep(", {length}, ")"});
}

// time.sleep() refuses what is below 0.
void printTimeSleep(const JsonNode& node, BodyPrinter& body)
{
    Fragment length = body.duration(node);
    if (node.isString() && body.module().hasNegativeNumbers())
        length = Fragment("max(0, ", {length}, ")");
    printTimeSleep(length, body);
}

void printAsyncioSleep(const JsonNode& node, const Fragment& length, BodyPrinter& body)
{
    body.line({"await " + body.asyncio(node, "sleep("), {length}, ")"});
}

}  // namespace

void printSleep(const JsonNode& node, BodyPrinter& body)
{
    const JsonNode length = node.at("sleep");
    if (body.isPlain())
        printTimeSleep(length, body);
    else
        printAsyncioSleep(node, body.duration(length), body);
}

void printYield(const JsonNode& node, BodyPrinter& body)
{
    if (body.isPlain())
        printTimeSleep(Fragment("0"), body);
    else
        printAsyncioSleep(node, "0", body);
}

void printBlock(const JsonNode& node, BodyPrinter& body)
{
    printTimeSleep(node.at("block"), body);
}

void printWork(const JsonNode& node, BodyPrinter& body)
{
    body.line({body.module().compute() + '(', {body.duration(node.at("work"))}, ")"});
}

}  // namespace coroscope::scenario::python
