// The first screens, today and the report: each asks the worker and shows the answer.
import { renderAsync } from "docx-preview";
import { ask, start, stop } from "./ask.js";
import * as disk from "./files.js";
import { at, button, made, messages, problems, say, show, table } from "./show.js";
import "./documents.js";
import "./month.js";
import "./units.js";

const pages = at("pages").attachShadow({ mode: "open" });

function go(screen) {
  for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== screen;
  for (const one of document.querySelectorAll("nav button"))
    if (one.dataset.screen === screen) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  at("main").focus();
}
document.querySelectorAll("nav button").forEach((one) => (one.onclick = () => go(one.dataset.screen)));
at("to-report").onclick = async () => {
  go("report");
  if (await shown()) at("save-report").focus();
};
at("to-month").onclick = () => go("month");
at("to-merge").onclick = () => go("merge");
at("stop").onclick = stop;
for (const event of ["dragover", "drop"]) addEventListener(event, (e) => e.preventDefault());

// -- today: the folder and the workbook -----------------------------------------------------------
let book = "";

async function opened() {
  say("Đang đọc sổ…");
  const answer = await ask("due");
  if (!answer) return;
  const { books, unread } = answer.shown;
  const offered = [...books.map((b) => b.file), ...unread];
  if (!offered.length) {
    say("");
    show({ fault: "Không thấy sổ theo dõi nào (.xlsx) ở đây. Chọn đúng thư mục để sổ, hoặc vào “Đưa kế hoạch vào sổ” để lập sổ mới." });
    return;
  }
  at("books").replaceChildren(...offered.map((file) => made("option", file, { value: file })));
  at("which").hidden = offered.length < 2;
  if (!offered.includes(book)) book = offered[0];
  at("books").value = book;
  showDues(answer.shown);
  await openBook();
  if (offered.length < 2) await chooseDue(answer.shown.due);
}

// The report that is due next is the one that is offered.
async function chooseDue(due) {
  const next = due.find((one) => one.state === "not_made" && one.group !== "Quá hạn");
  if (!next || ![...at("period").options].some((option) => option.value === next.period)) return;
  at("kind").value = next.kind;
  at("period").value = next.period;
  await newDay();
}

at("books").onchange = () => {
  book = at("books").value;
  return openBook();
};

async function openBook() {
  const answer = await ask("open", [book]);
  if (!answer) return;
  const { unit, plan, tasks, due, periods, problems: found } = answer.shown;
  at("unit").hidden = false;
  problems("workbook-problems", found);
  document.body.toggleAttribute("data-open", Boolean(unit));
  say(unit ? `Đã mở sổ “${book}”.` : "");
  if (!unit) {
    at("unit-name").textContent = `Không đọc được sổ “${book}”.`;
    return;
  }
  at("unit-name").textContent = `${unit}. ${[plan, `${tasks} nhiệm vụ`].filter(Boolean).join(": ")}.`;
  at("period").replaceChildren(...periods.map((p) => made("option", p.name, { value: p.id })));
  at("period").value = periods.some((p) => p.id === due.period) ? due.period : periods.at(-1).id;
  at("kind").value = due.kind;
  await newDay();
}

const STATES = { made: "Đã làm, chưa ghi số, ngày ban hành", edited: "Đã làm và sửa, chưa ghi số, ngày ban hành", sent: "Đã gửi" };

function showDues({ due, silent }) {
  const rows = due.map((one) => {
    const next = one.state === "not_made"
      ? button("Làm báo cáo này", () => toReport(one.kind, one.period))
      : STATES[one.state] ?? one.step;
    return [one.group, one.when, [one.title, one.note].filter(Boolean).join("; "), next];
  });
  at("dues").replaceChildren(
    rows.length ? table("Việc sắp đến hạn và quá hạn", ["Khi nào", "Hạn", "Việc", "Làm gì"], rows, due.map((one) => (one.group === "Quá hạn" ? "error" : "")))
      : made("p", "Không có gì đến hạn trong những ngày tới."),
  );
  messages("chased", "Phiếu chưa trả lời", silent);
}

async function toReport(kind, period) {
  at("kind").value = kind;
  if ([...at("period").options].some((option) => option.value === period)) at("period").value = period;
  go("report");
  await newDay();
  if (await shown()) at("save-report").focus();
}

disk.onFiles(at("workbook"), async (files) => {
  book = files.find(([name]) => /\.xlsx$/i.test(name))?.[0] ?? files[0][0];
  if (await disk.openFiles(files)) await (files.length > 1 ? opened() : openedAlone());
}, openFolder);

async function openedAlone() {
  at("which").hidden = true;
  await openBook();
  const answer = document.body.hasAttribute("data-open") && (await ask("due"));
  if (answer) { showDues(answer.shown); await chooseDue(answer.shown.due); }
  else { at("dues").replaceChildren(); at("chased").replaceChildren(); }
}

async function openFolder(handle) {
  if (!(await disk.isAllowed(handle)) || !(await disk.openFolder(handle))) return;
  at("again").hidden = true;
  await opened();
}

at("choose-folder").onclick = async () => {
  const handle = await disk.chooseFolder();
  if (handle) await openFolder(handle);
};

async function offerLastFolder() {
  at("choose-folder").hidden = !disk.canOpenFolders();
  const handle = await disk.lastFolder();
  if (!handle) return;
  at("again").hidden = false;
  at("last-folder").textContent = `Mở lại thư mục “${handle.name}”`;
  at("last-folder").onclick = () => openFolder(handle);
}

// -- report ---------------------------------------------------------------------------------------
async function newDay() {
  const answer = document.body.hasAttribute("data-open") && (await ask("day", [at("kind").value, at("period").value]));
  if (answer) at("as-of").value = answer.shown.as_of;
}
// What is chosen is shown at once; the button is for who changed the workbook meanwhile, and leads on to saving.
at("kind").onchange = at("period").onchange = async () => { await newDay(); await shown(); };
at("as-of").onchange = () => shown();
at("report-form").onsubmit = async (event) => {
  event.preventDefault();
  if (await shown()) at("save-report").focus();
};

// Only what was asked last is shown: two at once would empty each other's pages.
let asks = 0;

async function shown() {
  const asked = [at("kind").value, at("period").value, at("as-of").value];
  const ours = ++asks;
  delete document.body.dataset.shown;
  at("report-done").hidden = true;
  if (!document.body.hasAttribute("data-open")) {
    show({ fault: "Chưa chọn sổ. Hãy chọn sổ Excel ở màn hình Hôm nay trước." });
    return false;
  }
  const answer = asked[2] && (await disk.sync()) && (await ask("report", asked));
  if (!answer || ours !== asks) return false;
  const [[name, data]] = answer.files;
  const errors = answer.shown.problems.filter((p) => p.severity === "error").length;
  at("report-done").hidden = false;
  const done = errors
    ? `Đã làm “${name}”, mang chữ DỰ THẢO và tô vàng chỗ chưa chắc vì còn ${errors} chỗ cần sửa.`
    : `Đã làm “${name}”, số liệu đến ngày ${answer.shown.as_of}. Bấm Lưu tệp Word để giữ lại.`;
  at("report-told").textContent = [done, answer.shown.note].filter(Boolean).join(" ");
  problems("report-problems", answer.shown.problems);
  disk.offer(at("save-report"), answer.files, true);
  at("explained").replaceChildren();
  pages.replaceChildren();
  await renderAsync(data, pages, pages, { useBase64URL: true, ignoreLastRenderedPageBreak: false });
  if (ours !== asks) return false;
  markNumbers();
  document.body.dataset.shown = asked.join(" ");
  return true;
}

const NUMBER = /\d+\/\d+(?![\d/])|\d+(?:,\d+)?%|\b[IVX]+\.\d+\b|\b\d+\b(?!\/)/g;

function markNumbers() {
  const style = made("style", "p, .cchc-number { cursor: help } .cchc-number:hover { background: #fff2a8; outline: 1px solid #b58900 }");
  pages.prepend(style);
  const walker = document.createTreeWalker(pages, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.parentNode.tagName !== "STYLE" && /\d/.test(walker.currentNode.data)) texts.push(walker.currentNode);
  for (const text of texts) {
    const pieces = [];
    let end = 0;
    for (const match of text.data.matchAll(NUMBER)) {
      pieces.push(text.data.slice(end, match.index), made("span", match[0], { className: "cchc-number" }));
      end = match.index + match[0].length;
    }
    if (pieces.length) text.replaceWith(...pieces, text.data.slice(end));
  }
}

pages.addEventListener("click", (event) => {
  const number = event.target.className === "cchc-number" ? event.target.textContent : "";
  const what = number || sentenceAt(event);
  if (what) explain(what);
});

// The sentence of the paragraph that was clicked; the whole of a short one, or where the browser tells no place.
function sentenceAt({ target, clientX, clientY }) {
  const paragraph = target.closest("p");
  if (!paragraph) return "";
  const place = document.caretPositionFromPoint?.(clientX, clientY, { shadowRoots: [pages] });
  if (!place || !paragraph.contains(place.offsetNode)) return paragraph.textContent.trim();
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(place.offsetNode, place.offset);
  let end = 0;
  const sentences = paragraph.textContent.split(/(?<=[.!?…])(?=\s+[\p{Lu}\d])/u);
  return (sentences.find((sentence) => (end += sentence.length) >= before.toString().length) ?? "").trim();
}
at("explain-form").onsubmit = (event) => {
  event.preventDefault();
  explain(at("what").value.trim());
};

const BEHIND = ["Mã, kỳ", "Nội dung", "Ô trong sổ"], FEW = 5;

async function explain(what) {
  const answer = what && (await ask("explain", [what]));
  if (!answer) return;
  at("what").value = what;
  const { found } = answer.shown;
  const told = found.map(({ value, how, rows }) => {
    const title = `${value}: ${how}`;
    if (!rows.length) return made("p", title);
    if (found.length === 1) return table(title, BEHIND, rows);
    const folded = made("details", "", { open: rows.length <= FEW });
    folded.append(made("summary", title), table("", BEHIND, rows));
    return folded;
  });
  const asked = what.includes(" ") ? [made("blockquote", what)] : [];
  at("explained").replaceChildren(...asked, ...(told.length ? told : [made("p", what.includes(" ")
    ? "Câu này là lời của mẫu báo cáo, không lấy từ ô nào của sổ."
    : `“${what}” không phải số do trang này đếm: có thể là ngày, số văn bản, hoặc chữ đã gõ trong sổ.`)]));
  at("explained").focus();
  at("explained").scrollIntoView({ block: "nearest" });
}

addEventListener("unhandledrejection", ({ reason }) => show({ fault: "Trang gặp lỗi ngoài dự kiến. Hãy mở lại trang; tệp của bạn không đổi.", details: String(reason?.stack ?? reason) }));
offerLastFolder();
start(async () => {
  if (disk.tables().length && (await disk.sync(true)) && book) await openBook();
});
