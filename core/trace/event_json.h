// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/trace/trace.h"
#include "core/trace/trace_header.h"

namespace coroscope {

using OrderedJson = nlohmann::ordered_json;

/// An event as a line of a trace file tells it.
[[nodiscard]] OrderedJson eventJson(const Trace& trace, const Event& event);

/// The same without time, kind and task.
[[nodiscard]] OrderedJson detailJson(const Trace& trace, const Event& event);

/// What a header says of the process that was recorded, if there was one.
void putProcess(OrderedJson& line, const TraceHeader& header);

/// In one line. What is no UTF-8 is written as U+FFFD: names of files can be anything.
[[nodiscard]] std::string textOf(const OrderedJson& json);

}  // namespace coroscope
