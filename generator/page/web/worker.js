// Runs Python: takes one question at a time, answers with what a screen shows and the file that came of it.
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";

let python, ask;

// Everything comes from memory; the page has no network.
function answerFrom(files) {
  self.fetch = async (address) => {
    const name = String(address).split("/").pop();
    if (!(name in files)) throw new Error(`no such part: ${name}`);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(files[name], { headers: { "Content-Type": type } });
  };
}

async function start({ files, today }) {
  answerFrom(files);
  // Pyodide refuses to run where `importScripts` works; a worker of another kind cannot start from a file.
  self.importScripts = () => { throw new TypeError("not used"); };
  python = await loadPyodide({
    indexURL: "mem://cchc/",
    createPyodideModule,
    lockFileContents: JSON.parse(new TextDecoder().decode(files["pyodide-lock.json"])),
  });
  python.FS.mkdirTree("/app");
  python.unpackArchive(files["app.zip"], "zip", { extractDir: "/app" });
  python.runPython("import sys; sys.path.insert(0, '/app')");
  ask = python.pyimport("generator.page.asking").asker(today);
}

self.onmessage = async ({ data: { id, question, values = [], ...rest } }) => {
  try {
    if (question === "start") {
      await start(rest);
      self.postMessage({ id, shown: {} });
      return;
    }
    const answer = ask(question, python.toPy(values));
    const [shown, name, data] = answer.toJs({ create_pyproxies: false });
    answer.destroy();
    self.postMessage({ id, ...JSON.parse(shown), name, data });
  } catch (fault) {
    self.postMessage({ id, fault: String(fault.message || fault) });
  }
};
