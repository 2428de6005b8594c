// Compiles the program's modules with the very Python that the page carries, so that opening it compiles nothing.
// node compile.mjs IN.zip OUT.zip
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [source, target] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.mkdirTree("/app");
python.unpackArchive(new Uint8Array(readFileSync(source)), "zip", { extractDir: "/app" });
python.runPython(`
import compileall, io, pathlib, zipfile
from py_compile import PycInvalidationMode
compileall.compile_dir("/app", quiet=1, legacy=True, stripdir="/app", optimize=0,
                       invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
made = io.BytesIO()
with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
    for path in sorted(pathlib.Path("/app").rglob("*")):
        # docxtpl's licence asks for its source.
        if path.is_file() and (path.suffix != ".py" or "docxtpl" in path.parts):
            archive.writestr(zipfile.ZipInfo(str(path.relative_to("/app")), (1980, 1, 1, 0, 0, 0)), path.read_bytes(),
                             zipfile.ZIP_DEFLATED)
`);
writeFileSync(target, python.runPython("made.getvalue()").toJs());
