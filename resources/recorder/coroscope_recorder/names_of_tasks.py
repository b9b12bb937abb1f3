# SPDX-License-Identifier: MIT
"""Task names that are set after the task was made, as create_task(name=...) does up to 3.12."""

from . import awaits, stream


def install(tasks):
    original = getattr(tasks, "_set_task_name", None)
    if original is None:
        return

    def _set_task_name(task, name):
        if name is not None:
            number = awaits.task_number(task)
            if number:
                stream.define({"e": "name", "task": number, "name": str(name)})
        return original(task, name)

    tasks._set_task_name = _set_task_name
