// The one way to Python: a question to the worker, its answer, how far it is, and how to stop it.
import { at, show } from "./show.js";
import { forget, recall, remember } from "./remembered.js";

const BUSY_AFTER = 700;
let worker, waiting = new Map(), last = 0, onRestart = async () => {};

async function unpacked(name) {
  const text = at(`part:${name}`).textContent;
  const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

// What the worker gets goes over to it whole, and is unpacked once more should it have to begin again.
async function begin() {
  const names = JSON.parse(at("parts").textContent);
  const version = document.body.dataset.build;
  const [kept, ...all] = await Promise.all([recall("python"), ...names.map(unpacked)]);
  const snapshot = kept?.version === version ? kept.snapshot : undefined;
  const { "worker.js": code, ...files } = Object.fromEntries(names.map((name, n) => [name, all[n]]));
  worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  worker.onmessage = ({ data }) => {
    const one = waiting.get(data.id);
    if (!one) return;
    if (data.progress) return void one.progress(data.progress);
    waiting.delete(data.id);
    one.done(data);
  };
  const given = [...Object.values(files), ...(snapshot ? [snapshot.buffer] : [])];
  const answer = await post("start", [], { files, snapshot }, undefined, given);
  if (answer.fault && snapshot) {
    await forget("python");
    worker.terminate();
    return begin();
  }
  if (answer.fault) { show(answer); return false; }
  if (!snapshot) keep(version);
  return true;
}

// Once the page is ready the rest is loaded, and kept for the next time.
async function keep(version) {
  const { snapshot } = await post("keep", []);
  if (snapshot && (await remember("python", { version, snapshot }))) document.body.dataset.kept = "yes";
}

function post(question, values, rest = {}, progress = () => {}, given = []) {
  const id = ++last;
  return new Promise((resolve) => {
    waiting.set(id, { done: resolve, progress });
    worker.postMessage({ id, question, values, ...rest }, given);
  });
}

export async function start(afterRestart) {
  onRestart = afterRestart;
  if (await begin()) {
    at("state").textContent = "Sẵn sàng.";
    document.body.dataset.ready = "yes";
  }
}

// What is asked before everything else is answered waits its turn. null: a fault was shown, or a person stopped it.
export async function ask(question, values = [], onFiles) {
  document.body.setAttribute("aria-busy", "true");
  const busy = setTimeout(() => (at("busy").hidden = false), BUSY_AFTER);
  const answer = await post(question, values, { today: today() }, ({ done, total, files }) => {
    at("bar").max = total;
    at("bar").value = done;
    at("far").textContent = `${done}/${total}`;
    if (files.length) onFiles?.(files);
  });
  clearTimeout(busy);
  if (!waiting.size) {
    at("busy").hidden = true;
    at("bar").removeAttribute("value");
    at("far").textContent = "";
    document.body.removeAttribute("aria-busy");
  }
  if (answer.fault) show(answer);
  return answer.fault || answer.stopped ? null : answer;
}

export async function stop() {
  worker.terminate();
  const stopped = [...waiting.values()];
  waiting.clear();
  delete document.body.dataset.ready;
  at("state").textContent = "Đã dừng. Đang chuẩn bị lại…";
  stopped.forEach((one) => one.done({ stopped: true }));
  if (await begin()) {
    await onRestart();
    at("state").textContent = "Đã dừng; những tệp đã lưu vẫn còn nguyên.";
    document.body.dataset.ready = "yes";
  }
}
