// Runs Python: takes one question at a time, answers with what a screen shows and the files that came of it.
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";

const HOME = "/app", FOLDER = "/so";
let python, begin, ask, current;

// Everything comes from memory; the page has no network.
function answerFrom(files) {
  self.fetch = async (address) => {
    const name = String(address).split("/").pop();
    if (!(name in files)) throw new Error(`no such part: ${name}`);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(files[name], { headers: { "Content-Type": type } });
  };
}

// The program: a list of names and lengths, then the contents one after another.
function unpack(packed) {
  const bytes = new Uint8Array(packed);
  const end = bytes.indexOf(10);
  let at = end + 1;
  for (const [name, length] of JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)))) {
    const path = `${HOME}/${name}`;
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, bytes.subarray(at, (at += length)));
  }
}

// Pyodide puts a snapshot into memory as it begins; one of more than that needs it to have grown before.
function roomFor(bytes) {
  return async (settings) => {
    const module = await createPyodideModule(settings);
    module._free(module._malloc(bytes));
    return module;
  };
}

// With a snapshot Python goes on where it was once all modules were loaded; its options are private to this version.
async function start({ files, snapshot }) {
  answerFrom(files);
  // Pyodide refuses to run where `importScripts` works; a worker of another kind cannot start from a file.
  self.importScripts = () => { throw new TypeError("not used"); };
  python = await loadPyodide({
    indexURL: "mem://cchc/",
    createPyodideModule: snapshot ? roomFor(snapshot.length) : createPyodideModule,
    lockFileContents: JSON.parse(new TextDecoder().decode(files["pyodide-lock.json"])),
    ...(snapshot ? { _loadSnapshot: snapshot } : { _makeSnapshot: true }),
  });
  unpack(files.app);
  if (!snapshot) python.runPython(`import sys; sys.path.insert(0, "${HOME}"); from generator.page import ready; ready.first()`);
  begin = () => python.pyimport("generator.page.asking").asker(FOLDER, tell);
}

// Before the first question: nothing of JavaScript may be held when a snapshot is made.
function keep() {
  python.runPython("ready.rest()");
  return python.makeMemorySnapshot();
}

function tell(done, total, files) {
  const made = files.toJs();
  self.postMessage({ id: current, progress: { done, total, files: made } });
}

self.onmessage = async ({ data: { id, question, values = [], today, ...rest } }) => {
  current = id;
  try {
    if (question === "start") {
      await start(rest);
      self.postMessage({ id, shown: {} });
      return;
    }
    if (question === "keep") {
      const snapshot = keep();
      self.postMessage({ id, shown: {}, snapshot }, [snapshot.buffer]);
      return;
    }
    ask ??= begin();
    const answer = ask(question, python.toPy(values), today);
    const [shown, files] = answer.toJs({ create_pyproxies: false });
    answer.destroy();
    self.postMessage({ id, ...JSON.parse(shown), files });
  } catch (fault) {
    self.postMessage({ id, fault: "Trang gặp lỗi ngoài dự kiến. Hãy mở lại trang; tệp của bạn không đổi.", details: String(fault.message || fault) });
  }
};
