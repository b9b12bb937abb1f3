# SPDX-License-Identifier: MIT
"""The clock of the record: nanoseconds, monotonic. Virtual time puts its own function here first."""

import time

now = time.monotonic_ns
wall = time.time_ns
is_virtual = False
