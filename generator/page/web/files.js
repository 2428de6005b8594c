// Files in and out: the folder that the officer chose where the browser lets the page write into it, else files that
// are dropped or chosen, and downloads.
import { ask } from "./ask.js";
import { recall, remember } from "./remembered.js";
import { say, show } from "./show.js";

const LARGEST = 50_000_000, MOST_FILES = 3000, DEEPEST = 4;
const READ = /^~\$|\.(xlsx|xlsm|xls|xlsb|ods|docx|toml|txt|json|gsheet)$/i;
const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};
export const canOpenFolders = () => Boolean(window.showDirectoryPicker);

// The folder that is open: `handle` where it may be written into, `files` else; `known` is what Python has of it.
let folder = { handle: null, files: new Map() }, known = new Map();

export const folderName = () => folder.handle?.name ?? "";
export const tables = () => [...known.keys()].filter((name) => /\.xlsx$/i.test(name) && !/(^|\/)~\$/.test(name));

async function* below(handle, path = "", depth = 0) {
  for await (const [name, child] of handle.entries()) {
    if (child.kind === "file") { if (READ.test(name)) yield [path + name, await child.getFile()]; }
    else if (depth < DEEPEST && !/^[.~]/.test(name)) yield* below(child, `${path}${name}/`, depth + 1);
  }
}

async function bytesOf(name, file) {
  if (file.size > LARGEST) {
    say(`“${name}” lớn hơn 50 MB nên không được đọc.`);
    return null;
  }
  return new Uint8Array(await file.arrayBuffer());
}

// Brings Python's copy of the folder up to date: what Word or Excel saved meanwhile counts.
export async function sync(isFresh = false) {
  if (isFresh) known = new Map();
  else if (!folder.handle) return true;
  const changed = {}, seen = new Set();
  try {
    for await (const [name, file] of folder.handle ? below(folder.handle) : folder.files) {
      if (seen.size >= MOST_FILES) {
        show({ fault: `Thư mục có hơn ${MOST_FILES} tệp. Chọn đúng thư mục CCHC; có nhiều đơn vị hơn thì dùng dòng lệnh cchc batch.` });
        return false;
      }
      seen.add(name);
      const mark = `${file.lastModified} ${file.size}`;
      if (known.get(name) === mark) continue;
      known.set(name, mark);
      changed[name] = await bytesOf(name, file);
    }
  } catch (fault) {
    show({ fault: "Không đọc được thư mục: có thể thư mục đã bị xóa, đổi tên, hoặc trình duyệt chưa được phép. Hãy chọn lại thư mục.", details: String(fault) });
    return false;
  }
  for (const name of known.keys()) if (!seen.has(name)) { known.delete(name); changed[name] = null; }
  if (!isFresh && !Object.keys(changed).length) return true;
  return Boolean(await ask("sync", [changed, isFresh]));
}

export async function openFolder(handle) {
  folder = { handle, files: new Map() };
  await remember("folder", handle);
  return sync(true);
}

export async function openFiles(files) {
  folder = { handle: null, files: new Map(files.length > 1 ? files.filter(([name]) => READ.test(name)) : files) };
  return sync(true);
}

export async function chooseFolder() {
  try {
    return await window.showDirectoryPicker({ id: "cchc", mode: "readwrite" });
  } catch (fault) {
    if (fault.name !== "AbortError") show({ fault: "Trình duyệt không cho mở thư mục này. Chọn thư mục khác, hoặc kéo tệp sổ thả vào trang." });
    return null;
  }
}

export const lastFolder = () => (canOpenFolders() ? recall("folder") : undefined);

export async function isAllowed(handle) {
  return (await handle.requestPermission({ mode: "readwrite" })) === "granted";
}

// -- in: dropped or chosen ------------------------------------------------------------------------
async function entryFiles(entry, path = "") {
  if (entry.isFile) return [[path + entry.name, await new Promise((done, fail) => entry.file(done, fail))]];
  const reader = entry.createReader(), found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return found;
    for (const one of some) found.push(...(await entryFiles(one, `${path}${entry.name}/`)));
  }
}

async function dropped(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const handles = await Promise.all(items.map((item) => item.getAsFileSystemHandle?.().catch(() => null)));
  const entries = items.map((item) => item.webkitGetAsEntry?.());
  if (handles.length === 1 && handles[0]?.kind === "directory" && canOpenFolders()) return { handle: handles[0] };
  if (!entries.some((entry) => entry?.isDirectory)) return { files: [...transfer.files].map((file) => [file.name, file]) };
  return { files: (await Promise.all(entries.filter(Boolean).map((entry) => entryFiles(entry)))).flat() };
}

// `use` takes a list of [name, File]; `useFolder`, where a folder may be dropped, its handle.
export function onFiles(input, use, useFolder) {
  const box = input.closest(".drop");
  input.addEventListener("change", async () => {
    const files = [...input.files].map((file) => [file.webkitRelativePath || file.name, file]);
    if (files.length) await use(files);
    input.value = "";
  });
  box.addEventListener("dragover", (event) => { event.preventDefault(); box.classList.add("over"); });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", async (event) => {
    event.preventDefault();
    box.classList.remove("over");
    const { handle, files } = await dropped(event.dataTransfer);
    if (handle) return useFolder ? useFolder(handle) : use(await Array.fromAsync(below(handle)));
    if (files.length) await use(files);
  });
}

export async function contents(files) {
  const all = await Promise.all(files.map(async ([name, file]) => [name, await bytesOf(name, file)]));
  return all.filter(([, bytes]) => bytes);
}

// -- out ------------------------------------------------------------------------------------------
async function written(name, data) {
  const steps = name.split("/");
  let place = folder.handle;
  for (const step of steps.slice(0, -1)) place = await place.getDirectoryHandle(step, { create: true });
  const target = await place.getFileHandle(steps.at(-1), { create: true });
  const stream = await target.createWritable();
  await stream.write(data);
  await stream.close();
  const file = await target.getFile();
  known.set(name, `${file.lastModified} ${file.size}`);
}

const OPEN = "Chưa lưu được “{name}”. Nếu tệp đang mở ở Word hoặc Excel, hãy đóng lại rồi lưu lần nữa.";

// Writes files into the folder as they are; whether they were written.
export async function writeAll(files) {
  for (const [at, [name, data]] of files.entries())
    try {
      await written(name, data);
    } catch (fault) {
      // Python's copy is ahead of the folder: these are taken over anew before the next question.
      for (const [left] of files.slice(at)) known.set(left, "");
      show({ fault: fault.name === "NotAllowedError" ? "Trình duyệt chưa được phép ghi vào thư mục. Mở lại thư mục ở màn hình Hôm nay rồi chọn Cho phép." : OPEN.replace("{name}", name), details: String(fault) });
      return false;
    }
  return true;
}

async function download(name, data) {
  const extension = name.split(".").pop();
  if (window.showSaveFilePicker) {
    try {
      const target = await window.showSaveFilePicker({ suggestedName: name, types: [{ accept: { [TYPES[extension]]: [`.${extension}`] } }] });
      const stream = await target.createWritable();
      await stream.write(data);
      await stream.close();
      say(`Đã lưu ${target.name}.`);
      return true;
    } catch (fault) {
      if (fault.name !== "AbortError") show({ fault: OPEN.replace("{name}", name), details: String(fault) });
      return false;
    }
  }
  link(name, data).click();
  say(`Đã tải xuống ${name}; tệp ở thư mục Tải xuống (Downloads).`);
  return true;
}

function link(name, data) {
  return Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([data])), download: name });
}

// Saves what came of a question: into the folder, beside what a person worked on; else as one download. Whether it did.
export async function save(files) {
  if (!folder.handle) {
    if (files.length === 1) return download(files[0][0].split("/").pop(), files[0][1]);
    const packed = await ask("zipped", [files]);
    return packed ? download(...packed.files[0]) : false;
  }
  if (!(await sync())) return false;
  const placed = await ask("place_files", [files]);
  if (!placed || !(await writeAll(placed.files))) return false;
  const names = placed.files.map(([name]) => name).filter((name) => !/\(bản lưu/.test(name));
  const where = names.length > 3 ? `${names.length} tệp` : names.map((name) => `“${name}”`).join(", ");
  say([`Đã lưu ${where} vào thư mục “${folder.handle.name}”.`, ...placed.shown.notes].join(" "));
  return true;
}

export const writesIntoFolder = () => Boolean(folder.handle);

// A button that saves what came of a question. Once saved there is nothing to save; a report may be saved `again`.
export function offer(button, files, again = false) {
  button.hidden = !files.length;
  button.onclick = async () => { if ((await save(files)) && !again) button.hidden = true; };
}
