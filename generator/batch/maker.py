"""What makes the reports: a newer program makes them anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import generator


@cache
def maker() -> str:
    """Return the program's version with a digest of its own files: between versions its code changes too."""
    room = Path(generator.__file__).parent
    files = sorted(path for path in room.rglob("*") if path.suffix in (".py", ".toml"))
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(room).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{generator.__version__} {digest.hexdigest()[:16]}"
