// The screens: each asks the worker and shows the answer. Everything shown is text, never markup.
import { renderAsync } from "docx-preview";

const at = (id) => document.getElementById(id);
const made = (tag, text, props = {}) => Object.assign(document.createElement(tag), { textContent: text ?? "" }, props);

// -- the worker ---------------------------------------------------------------------------------
async function unpacked(name) {
  const text = at(`part:${name}`).textContent;
  const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

let worker, waiting = new Map(), last = 0;

function ask(question, values = [], rest = {}) {
  const id = ++last;
  document.body.setAttribute("aria-busy", "true");
  return new Promise((resolve) => {
    waiting.set(id, (answer) => {
      if (!waiting.size) document.body.removeAttribute("aria-busy");
      if (answer.fault) show(answer);
      resolve(answer.fault ? null : answer);
    });
    worker.postMessage({ id, question, values, ...rest });
  });
}

function show({ fault, details }) {
  at("fault-text").textContent = fault;
  if (details) console.error(details);
  at("copy-details").hidden = !details;
  at("copy-details").onclick = () => navigator.clipboard.writeText(details);
  at("fault").showModal();
}

async function start() {
  const names = JSON.parse(at("parts").textContent);
  const parts = await Promise.all(names.map(unpacked));
  const files = Object.fromEntries(names.map((name, n) => [name, parts[n]]));
  const code = new Blob([files["worker.js"]], { type: "text/javascript" });
  delete files["worker.js"];
  worker = new Worker(URL.createObjectURL(code));
  worker.onmessage = ({ data }) => {
    const done = waiting.get(data.id);
    waiting.delete(data.id);
    done(data);
  };
  const today = new Date();
  const day = new Date(today - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  if (await ask("start", [], { files, today: day })) {
    at("state").textContent = "Sẵn sàng.";
    document.body.dataset.ready = "yes";
  }
}

// -- files --------------------------------------------------------------------------------------
const pages = at("pages").attachShadow({ mode: "open" });
const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

async function save(name, data) {
  const extension = name.split(".").pop();
  if (window.showSaveFilePicker) {
    try {
      const target = await window.showSaveFilePicker({
        suggestedName: name,
        types: [{ accept: { [TYPES[extension]]: [`.${extension}`] } }],
      });
      const stream = await target.createWritable();
      await stream.write(data);
      await stream.close();
      at("state").textContent = `Đã lưu ${target.name}.`;
    } catch (fault) {
      if (fault.name !== "AbortError") show({ fault: "Chưa lưu được tệp. Nếu tệp đang mở ở Word hoặc Excel, hãy đóng lại rồi lưu lần nữa." });
    }
    return;
  }
  const link = made("a", "", { href: URL.createObjectURL(new Blob([data])), download: name });
  link.click();
  at("state").textContent = `Đã tải xuống ${name}.`;
}

function onFile(input, use) {
  const box = input.closest(".drop");
  const take = async (file) => file && use(file.name, new Uint8Array(await file.arrayBuffer()));
  input.addEventListener("change", () => { take(input.files[0]); });
  box.addEventListener("dragover", (event) => { event.preventDefault(); box.classList.add("over"); });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    take(event.dataTransfer.files[0]);
  });
}

function savedBy(button, answer) {
  button.hidden = !answer.data?.length;
  button.onclick = () => save(answer.name, answer.data);
}

// -- tables -------------------------------------------------------------------------------------
function table(caption, headings, rows, classes = []) {
  const element = document.createElement("table");
  element.append(made("caption", caption));
  const head = element.createTHead().insertRow();
  headings.forEach((heading) => head.append(made("th", heading, { scope: "col" })));
  const body = element.createTBody();
  rows.forEach((cells, n) => {
    const row = body.insertRow();
    row.className = classes[n] ?? "";
    cells.forEach((cell) => row.insertCell().append(cell instanceof Node ? cell : cell ?? ""));
  });
  return element;
}

const SEVERITIES = [["error", "Cần sửa"], ["question", "Cần hỏi lại"], ["note", "Lưu ý"]];

function problems(place, found) {
  const rows = [], classes = [];
  for (const [severity, name] of SEVERITIES)
    for (const p of found.filter((p) => p.severity === severity)) {
      const where = [p.sheet, p.cell].filter(Boolean).join("!");
      const copy = made("button", where, { type: "button", title: "Chép địa chỉ ô" });
      copy.onclick = () => navigator.clipboard.writeText(where);
      rows.push([name, where ? copy : "", p.message]);
      classes.push(severity);
    }
  const told = rows.length
    ? table("Chỗ cần xem lại", ["Mức", "Sheet, ô", "Nội dung và cách sửa"], rows, classes)
    : made("p", "Không có chỗ nào cần xem lại.");
  at(place).replaceChildren(told);
}

// -- screens ------------------------------------------------------------------------------------
function go(screen) {
  for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== screen;
  for (const button of document.querySelectorAll("nav button"))
    button.toggleAttribute("aria-current", button.dataset.screen === screen);
  at("main").focus();
}
document.querySelectorAll("nav button").forEach((button) => (button.onclick = () => go(button.dataset.screen)));

onFile(at("workbook"), async (name, bytes) => {
  const answer = await ask("open", [name, bytes]);
  if (!answer) return;
  const { unit, plan, tasks, due, periods, problems: found } = answer.shown;
  at("unit").hidden = false;
  problems("workbook-problems", found);
  if (!unit) { at("unit-name").textContent = `Không đọc được sổ “${name}”.`; return; }
  at("unit-name").textContent = `${unit}. ${plan}: ${tasks} nhiệm vụ.`;
  at("period").replaceChildren(...periods.map((p) => made("option", p.name, { value: p.id })));
  const isDue = periods.some((p) => p.id === due.period);
  at("period").value = isDue ? due.period : periods.at(-1).id;
  at("kind").value = due.kind;
  at("due").textContent = isDue ? `Báo cáo phải làm: ${at("period").selectedOptions[0].textContent}.` : "";
  await newDay();
});
at("to-report").onclick = () => go("report");
at("to-month").onclick = () => go("month");

async function newDay() {
  const answer = await ask("day", [at("kind").value, at("period").value]);
  if (answer) at("as-of").value = answer.shown.as_of;
}
at("kind").onchange = at("period").onchange = newDay;

at("report-form").onsubmit = async (event) => {
  event.preventDefault();
  const answer = await ask("report", [at("kind").value, at("period").value, at("as-of").value]);
  if (!answer) return;
  const errors = answer.shown.problems.filter((p) => p.severity === "error").length;
  at("report-done").hidden = false;
  at("report-told").textContent = errors
    ? `Đã làm “${answer.name}”, mang chữ DỰ THẢO và tô vàng chỗ chưa chắc vì còn ${errors} chỗ cần sửa.`
    : `Đã làm “${answer.name}”, số liệu đến ngày ${answer.shown.as_of}.`;
  problems("report-problems", answer.shown.problems);
  at("save-report").onclick = () => save(answer.name, answer.data);
  at("save-report").focus();
  pages.replaceChildren();
  await renderAsync(answer.data, pages, pages, { useBase64URL: true, ignoreLastRenderedPageBreak: false });
  document.body.dataset.shown = answer.name;
};

at("month-form").onsubmit = async (event) => {
  event.preventDefault();
  const answer = await ask("open_month", [at("month-day").value]);
  if (!answer) return;
  const { added, notes } = answer.shown;
  const lines = [[added.results, "Kết quả"], [added.figures, "Số liệu"], [added.documents, "Văn bản"]]
    .filter(([n]) => n).map(([n, sheet]) => `${n} dòng vào sheet ${sheet}`);
  at("month-told").textContent = lines.length
    ? [`Đã thêm ${lines.join(", ")}. Lưu sổ rồi mở bằng Excel để điền.`, ...notes].join(" ")
    : "Không có dòng nào cần thêm cho ngày này.";
  savedBy(at("save-month"), lines.length ? answer : {});
};

onFile(at("edited"), async (name, bytes) => renewed(name, bytes, {}));

async function renewed(name, bytes, choices) {
  const answer = await ask("renew", [bytes, choices]);
  if (!answer) return;
  const { regions, stopped } = answer.shown;
  const rows = regions.filter((r) => r.told.length).map((region) => {
    const choice = document.createElement("div");
    if (region.asks)
      for (const [verb, words] of [["keep", "Giữ"], ["replace", "Lấy mới"], ["merge", "Gộp"]])
        choice.append(made("button", words, { type: "button", onclick: () => renewed(name, bytes, { ...choices, [region.name]: verb }) }));
    const told = document.createElement("div");
    region.told.forEach((line) => told.append(made("p", line)));
    return [region.title, told, choice];
  });
  at("regions").replaceChildren(table("Các phần của báo cáo", ["Phần", "Thay đổi", "Chọn"], rows));
  savedBy(at("save-renewed"), stopped ? {} : { ...answer, name });
}

onFile(at("document"), async (name, bytes) => {
  const answer = await ask("check", [name, bytes]);
  if (!answer) return;
  const { error, findings, mended } = answer.shown;
  at("check-told").textContent = error || (findings.length ? `Có ${findings.length} chỗ chưa đúng hoặc chưa đánh giá được.` : "Không thấy chỗ nào sai thể thức.");
  const rows = findings.map((f) => [f.where, f.rule, f.found, f.clause]);
  at("findings").replaceChildren(...(rows.length ? [table("Kết quả", ["Chỗ", "Yêu cầu", "Trong văn bản", "Điều khoản"], rows)] : []));
  savedBy(at("save-mended"), mended ? { ...answer, name: name.replace(/\.docx$/i, " (da sua).docx") } : {});
});

onFile(at("plan-file"), async (name, bytes) => {
  const answer = await ask("import_plan", [name, bytes]);
  if (!answer) return;
  const { tasks, remarks } = answer.shown;
  at("plan-told").textContent = `Đã đọc ${tasks.length} nhiệm vụ; ${remarks.length} chỗ cần xem lại.`;
  at("plan-found").replaceChildren(
    table("Chỗ cần xem lại", ["Chỗ", "Nội dung"], remarks.map((r) => [r.place, r.text])),
    table("Nhiệm vụ", ["Mã", "Nhiệm vụ", "Tiến độ", "Hạn hiểu được", "Chủ trì"], tasks.map((t) => [t.id, t.text, t.deadline, t.days, t.lead])),
  );
  savedBy(at("save-plan"), answer);
});

addEventListener("unhandledrejection", () => show({ fault: "Trang gặp lỗi ngoài dự kiến. Hãy mở lại trang; tệp của bạn không đổi." }));
start();
