// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/recording_for_window.h"
#include "app/window/application.h"

int main(int argc, char** argv)
{
    using namespace coroscope;
    if (!cli::isCommandLine(argc, argv))
        return runWindow(argc, argv);
    const int status = cli::runCommandLine(argc, argv);
    const auto recording = cli::takeRecordingForWindow();
    return recording ? runWindow(argc, argv, &*recording) : status;
}
