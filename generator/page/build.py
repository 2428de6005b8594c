"""`make page`: puts the program, Python itself and the screens into one HTML file.

What comes from npm is pinned by `package-lock.json`, what comes from PyPI by `requirements-dev.lock`. The same inputs
give the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import __version__

HERE = Path(__file__).parent
HOUSE = HERE.parents[1]
_NODE = HERE / "node_modules"
_PYODIDE = ("pyodide.asm.wasm", "pyodide-lock.json")
#: Libraries in Python alone; of those that are compiled too, their half in Python.
_LIBRARIES = (
    *("openpyxl", "et_xmlfile", "jinja2", "markupsafe", "docxtpl", "click", "filelock"),
    *("xlsxwriter", "holidays", "dateutil", "six"),
)
#: Of a library for all countries, the one that is asked for.
_ONLY = {"holidays": re.compile(r"(?!countries/|financial/)|countries/vietnam.py")}
_EMPTY = ("holidays/countries/__init__.py", "holidays/financial/__init__.py")
#: These ask which version of them is installed.
_KNOWN_VERSIONS = ("holidays",)
_LEFT_OUT = ("generator/page/web/", "generator/page/node_modules/", "generator/page/build.py")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def build() -> bytes:
    """Return the page."""
    parts = {"worker.js": _bundled("worker.js"), **_compiled(_program())}
    parts |= {name: (_NODE / "pyodide" / name).read_bytes() for name in _PYODIDE}
    packed = {name: base64.b64encode(gzip.compress(data, 9, mtime=0)).decode() for name, data in parts.items()}
    carried = "\n".join(f'<script type="text/plain" id="part:{name}">{data}</script>' for name, data in packed.items())
    names = f'<script type="application/json" id="parts">{json.dumps(list(parts))}</script>'
    text = (HERE / "web" / "index.html").read_text("utf-8")
    for mark, content in (
        ("/*STYLE*/", (HERE / "web" / "style.css").read_text("utf-8")),
        ("/*VERSION*/", __version__),
        ("/*BUILD*/", digest_of_sources()),
        ("<!--PARTS-->", f"{names}\n{carried}"),
        ("/*PAGE*/", _bundled("page.js").decode().replace("</script", "<\\/script")),
    ):
        before, _, after = text.partition(mark)
        text = f"{before}{content}{after}"
    return text.encode()


def digest_of_sources() -> str:
    """Return what tells pages of other sources apart: the page says it of itself."""
    digest = hashlib.sha256(_program())
    own = (HERE / name for name in ("build.py", "compile.mjs", "package-lock.json"))
    for path in sorted([*(HERE / "web").iterdir(), *own]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


def _bundled(name: str) -> bytes:
    command = [
        _NODE / ".bin" / "esbuild",
        HERE / "web" / name,
        "--bundle",
        "--minify",
        "--format=iife",
        "--log-level=error",
    ]
    outside = ("node:*", "ws", "fs", "path", "url", "crypto", "vm", "child_process", "module")
    flags = [f"--external:{module}" for module in outside]
    return subprocess.run([*map(str, command), *flags], check=True, capture_output=True).stdout


def _compiled(program: bytes) -> dict[str, bytes]:
    """Return the program and the standard library, compiled by the Python that the page carries. The program is a line
    with the names and lengths of the files, then the files."""
    with TemporaryDirectory() as folder:
        source, app, library = (Path(folder, name) for name in ("source.zip", "app", "python_stdlib.zip"))
        source.write_bytes(program)
        subprocess.run(["node", *map(str, (HERE / "compile.mjs", source, app, library))], check=True)
        return {path.name: path.read_bytes() for path in (app, library)}


def _program() -> bytes:
    """Return the program, its templates and the libraries it needs, as a zip of sources."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in sorted(_files()):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), path.read_bytes())
        for name in _EMPTY:
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), b"")
    return target.getvalue()


def _files() -> Iterator[tuple[str, Path]]:
    for path in (HOUSE / "generator").rglob("*"):
        name = path.relative_to(HOUSE).as_posix()
        if path.suffix in (".py", ".toml", ".mo") and not name.startswith(_LEFT_OUT):
            yield name, path
    for path in (HOUSE / "templates").glob("*"):
        if path.suffix in (".docx", ".toml"):
            yield f"templates/{path.name}", path
    for file in (file for name in _KNOWN_VERSIONS for file in files(name) or ()):
        if file.name == "METADATA":
            yield file.as_posix(), Path(str(file.locate()))
    for library in _LIBRARIES:
        spec = find_spec(library)
        assert spec is not None and spec.origin is not None, library
        home = Path(spec.origin).parent
        if spec.submodule_search_locations is None:
            yield f"{library}.py", Path(spec.origin)
            continue
        for path in home.rglob("*.py"):
            name = path.relative_to(home).as_posix()
            if library not in _ONLY or _ONLY[library].match(name):
                yield f"{library}/{name}", path


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(build())
