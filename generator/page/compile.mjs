// Compiles the program's modules with the very Python that the page carries, so that opening it compiles nothing.
// What comes out: a line with each file's name and length, then their contents.
// node compile.mjs IN.zip OUT
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [source, target] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.mkdirTree("/app");
python.unpackArchive(new Uint8Array(readFileSync(source)), "zip", { extractDir: "/app" });
python.runPython(`
import compileall, json, pathlib
from py_compile import PycInvalidationMode
compileall.compile_dir("/app", quiet=1, legacy=True, stripdir="/app", optimize=0,
                       invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
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
writeFileSync(target, python.runPython("made").toJs());
