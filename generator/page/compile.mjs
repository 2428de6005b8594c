// Compiles all modules, the program's and the standard library's, with the very Python that the page carries, so that
// opening it compiles nothing. APP is a line with each file's name and length, then their contents.
// node compile.mjs IN.zip APP STDLIB.zip
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [source, app, library] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.mkdirTree("/app");
python.unpackArchive(new Uint8Array(readFileSync(source)), "zip", { extractDir: "/app" });
python.runPython(`
import compileall, json, pathlib
from py_compile import PycInvalidationMode
def compiled(folder, optimize):
    compileall.compile_dir(folder, quiet=1, legacy=True, stripdir=folder, optimize=optimize,
                           invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
compiled("/app", 0)
# docxtpl's licence asks for its source.
files = [path for path in sorted(pathlib.Path("/app").rglob("*"))
         if path.is_file() and (path.suffix != ".py" or "docxtpl" in path.parts)]
contents = [path.read_bytes() for path in files]
names = [[str(path.relative_to("/app")), len(content)] for path, content in zip(files, contents)]
# What is missing stops the build, not the page.
import sys
sys.path.insert(0, "/app")
from generator.page import ready
ready.first()
ready.rest()
made = json.dumps(names).encode() + b"\\n" + b"".join(contents)
`);
writeFileSync(app, python.runPython("made").toJs());

// Without its docstrings, and without what only a developer's machine asks for. Not packed once more: the whole page is.
python.runPython(`
import zipfile
unused = set("""
    bdb cProfile cmd doctest ensurepip ftplib imaplib mailbox optparse pdb pickletools poplib profile pstats pydoc
    pyrepl _pyrepl _pydatetime _pydecimal _pyio smtplib trace turtle unittest venv wsgiref xmlrpc zipapp
""".split())
assert not unused & sys.modules.keys(), unused & sys.modules.keys()
with zipfile.ZipFile(f"/lib/python3{sys.version_info.minor}.zip") as archive:
    archive.extractall("/library")
compiled("/library", 2)
with zipfile.ZipFile("/library.zip", "w") as archive:
    for path in sorted(pathlib.Path("/library").rglob("*.pyc")):
        name = path.relative_to("/library")
        if name.parts[0].removesuffix(".pyc") not in unused:
            archive.writestr(zipfile.ZipInfo(str(name)), path.read_bytes())
made = pathlib.Path("/library.zip").read_bytes()
`);
writeFileSync(library, python.runPython("made").toJs());
