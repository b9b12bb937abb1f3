# SPDX-License-Identifier: MIT
"""`python -m coroscope_recorder SCRIPT`."""

from coroscope_recorder.command import main

main()
