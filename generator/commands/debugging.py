"""`--debug`: what a command does, line by line on stderr, for whoever keeps the program."""

from __future__ import annotations

import logging
import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

from generator import __version__

#: Every module may log below this name; without --debug it is silent.
log = logging.getLogger("generator")
log.addHandler(logging.NullHandler())

#: Not the officer's files: Python, the libraries and the program itself, the system.
_PROGRAM = tuple(
    f"{place}{os.sep}"
    for place in {sys.prefix, sys.base_prefix, os.path.realpath(sys.prefix), os.path.realpath(sys.base_prefix)}
)
_SYSTEM = ("/proc/", "/dev/", "/sys/", "/etc/", "/usr/")
_CODE = (".py", ".pyc", ".toml.lock")


def begin() -> None:
    """Log from here on: versions, every file read, written or renamed, every program started, with milliseconds."""
    if log.level == logging.DEBUG:
        return
    to_screen = logging.StreamHandler(sys.stderr)
    to_screen.setFormatter(logging.Formatter("%(relativeCreated)7.0f ms  %(message)s"))
    log.addHandler(to_screen)
    log.setLevel(logging.DEBUG)
    log.propagate = False
    log.debug("cchc %s, Python %s, %s", __version__, platform.python_version(), platform.platform())
    log.debug("%s", ", ".join(_libraries()))
    log.debug("%s", " ".join(map(repr, sys.argv[1:])))
    sys.addaudithook(_heard)


def _libraries() -> list[str]:
    try:
        wanted = [one for one in requires("cchc") or () if "extra ==" not in one]
        names = [one.partition(";")[0].split("<")[0].split(">")[0].split("=")[0].strip() for one in wanted]
        return [f"{name} {version(name)}" for name in names]
    except PackageNotFoundError:
        return []


def _heard(event: str, details: tuple[Any, ...]) -> None:
    """Python tells of each file opened, renamed or removed, and of each program started."""
    if event == "open":
        path, mode, flags = details
        if isinstance(path, str | bytes | Path) and _is_of_interest(os.fsdecode(path)):
            is_written = flags & (os.O_WRONLY | os.O_RDWR) if isinstance(flags, int) else set(mode or "") & set("wax+")
            log.debug("%s %s", "write" if is_written else "read ", os.fsdecode(path))
    elif event == "os.rename":
        log.debug("name  %s -> %s", *map(_shown, details[:2]))
    elif event == "os.remove":
        log.debug("remove %s", _shown(details[0]))
    elif event == "subprocess.Popen":
        log.debug("start %s", " ".join(map(_shown, details[1])))


def _is_of_interest(path: str) -> bool:
    return not path.startswith(_PROGRAM + _SYSTEM) and not path.endswith(_CODE)


def _shown(value: object) -> str:
    return os.fsdecode(value) if isinstance(value, str | bytes | os.PathLike) else str(value)
