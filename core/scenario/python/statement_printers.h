// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/scenario/python/body_printer.h"

namespace coroscope::scenario::python {

/// An entry of the table of statements: the key that makes it one, and how it looks in Python.
struct StatementPrinter {
    std::string_view key;
    void (*print)(const JsonNode& node, BodyPrinter& body);
};

/// Throws ReadError for an object that is no statement.
[[nodiscard]] const StatementPrinter& printerOf(const JsonNode& node);

// calls.cpp
void printAwait(const JsonNode& node, BodyPrinter& body);
void printCallForgotten(const JsonNode& node, BodyPrinter& body);
void printRunInExecutor(const JsonNode& node, BodyPrinter& body);

// control.cpp
void printIf(const JsonNode& node, BodyPrinter& body);
void printLet(const JsonNode& node, BodyPrinter& body);
void printPrint(const JsonNode& node, BodyPrinter& body);
void printRepeat(const JsonNode& node, BodyPrinter& body);
void printReturn(const JsonNode& node, BodyPrinter& body);

// exceptions.cpp
void printRaise(const JsonNode& node, BodyPrinter& body);
void printSetException(const JsonNode& node, BodyPrinter& body);
void printTry(const JsonNode& node, BodyPrinter& body);

// methods.cpp
void printMethod(const JsonNode& node, BodyPrinter& body);
void printWith(const JsonNode& node, BodyPrinter& body);

// tasks.cpp
void printAsCompleted(const JsonNode& node, BodyPrinter& body);
void printCancel(const JsonNode& node, BodyPrinter& body);
void printCreateTask(const JsonNode& node, BodyPrinter& body);
void printGather(const JsonNode& node, BodyPrinter& body);
void printShield(const JsonNode& node, BodyPrinter& body);
void printTaskGroup(const JsonNode& node, BodyPrinter& body);
void printTimeout(const JsonNode& node, BodyPrinter& body);
void printWait(const JsonNode& node, BodyPrinter& body);
void printWaitFor(const JsonNode& node, BodyPrinter& body);

// timing.cpp
void printBlock(const JsonNode& node, BodyPrinter& body);
void printSleep(const JsonNode& node, BodyPrinter& body);
void printWork(const JsonNode& node, BodyPrinter& body);
void printYield(const JsonNode& node, BodyPrinter& body);

}  // namespace coroscope::scenario::python
