// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/call.h"
#include "core/scenario/json_node.h"
#include "core/scenario/objects.h"
#include "core/scenario/run.h"
#include "core/scenario/scenario.h"
#include "core/scenario/scope.h"
#include "core/scenario/statement.h"

namespace coroscope::scenario {

/// A function of a scenario.
struct Function {
    std::string name;
    StatementId head;
    std::vector<Scope::Slot> parameters;
    bool isAsync = true;  ///< false: plain in every program
    Scope scope;
    Block body;
};

/// What main is in one program.
struct Program {
    ProgramInfo info;
    StatementId head;  ///< of main
    Scope scope;
    Block main;
    std::vector<Call> rows;  ///< calls that have rows of their own, which exist from the start
};

/// All that a scenario file says, ready to be run.
struct Definition {
    std::string source;
    LocalizedText title;
    LocalizedText summary;
    LocalizedText description;
    Axis axis = Axis::Time;
    std::vector<Parameter> parameters;
    std::vector<ObjectDefinition> objects;
    int workers = 8;  ///< threads of an executor
    int cores = 4;    ///< that processes can use
    std::vector<Function> functions;
    std::vector<Program> programs;
    std::vector<ProgramInfo> programInfos;
    std::vector<std::string> statements;  ///< what LineOf::path says of each one
    std::shared_ptr<const Json> document;  ///< the file itself
};

/// The program of that name, if the parameters have values that they can have. Errors: an unknown
/// program or parameter, a value out of its range.
[[nodiscard]] Result<const Program*> chooseProgram(const Definition& definition,
                                                   std::string_view name,
                                                   const ParameterValues& parameters);

}  // namespace coroscope::scenario
