// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/window/application.h"

int main(int argc, char** argv)
{
    if (coroscope::cli::isCommandLine(argc, argv))
        return coroscope::cli::runCommandLine(argc, argv);
    return coroscope::runWindow(argc, argv);
}
