# SPDX-License-Identifier: MIT
"""Lets the interpreter run this directory, or a zip file of it: `python recorder SCRIPT`."""

from coroscope_recorder.command import main

main()
