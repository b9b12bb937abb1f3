# SPDX-License-Identifier: MIT
"""Runs a Python program unchanged and streams what its coroutines do. FORMAT.md has the stream."""
