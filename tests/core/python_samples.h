// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace coroscope::test {

struct SampleProgram {
    const char* name;
    std::string text;  ///< a scenario with one program
};

/// Programs that Python and the runtime shall run alike, for what is easily printed wrong.
[[nodiscard]] std::vector<SampleProgram> samplePrograms();

/// A statement as it is printed, and as a teacher would write it.
struct PrintedStatement {
    const char* name;
    std::string printed;
    std::string expected;
};

/// For each statement, object and strategy of the format.
[[nodiscard]] std::vector<PrintedStatement> printedStatements();

}  // namespace coroscope::test
