// The screens: each asks the worker and shows the answer.
import { renderAsync } from "docx-preview";
import { ask, start, stop } from "./ask.js";
import * as disk from "./files.js";
import { at, button, copy, list, made, messages, problems, say, show, table } from "./show.js";
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
at("to-report").onclick = () => go("report");
at("to-month").onclick = () => go("month");
at("to-merge").onclick = () => go("merge");
at("stop").onclick = stop;
for (const event of ["dragover", "drop"]) addEventListener(event, (e) => e.preventDefault());

// Once saved there is nothing to save; a report may be saved again.
const savedBy = (save, files, again = false) => {
  save.hidden = !files.length;
  save.onclick = async () => { if ((await disk.save(files)) && !again) save.hidden = true; };
};

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
  await newDay();
  go("report");
}

disk.onFiles(at("workbook"), async (files) => {
  book = files.find(([name]) => /\.xlsx$/i.test(name))?.[0] ?? files[0][0];
  if (await disk.openFiles(files)) await (files.length > 1 ? opened() : openedAlone());
}, openFolder);

async function openedAlone() {
  at("which").hidden = true;
  await openBook();
  const answer = document.body.hasAttribute("data-open") && (await ask("due"));
  if (answer) showDues(answer.shown);
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
at("kind").onchange = at("period").onchange = newDay;

at("report-form").onsubmit = async (event) => {
  event.preventDefault();
  if (!(await disk.sync())) return;
  const answer = await ask("report", [at("kind").value, at("period").value, at("as-of").value]);
  if (!answer) return;
  const [[name, data]] = answer.files;
  const errors = answer.shown.problems.filter((p) => p.severity === "error").length;
  at("report-done").hidden = false;
  at("report-told").textContent = errors
    ? `Đã làm “${name}”, mang chữ DỰ THẢO và tô vàng chỗ chưa chắc vì còn ${errors} chỗ cần sửa.`
    : `Đã làm “${name}”, số liệu đến ngày ${answer.shown.as_of}. Bấm Lưu tệp Word để giữ lại.`;
  problems("report-problems", answer.shown.problems);
  savedBy(at("save-report"), answer.files, true);
  at("save-report").focus();
  at("explained").replaceChildren();
  pages.replaceChildren();
  await renderAsync(data, pages, pages, { useBase64URL: true, ignoreLastRenderedPageBreak: false });
  markNumbers();
  document.body.dataset.shown = name;
};

const NUMBER = /\d+\/\d+(?![\d/])|\d+(?:,\d+)?%|\b[IVX]+\.\d+\b|\b\d+\b(?!\/)/g;

function markNumbers() {
  const style = made("style", ".cchc-number { cursor: help } .cchc-number:hover { background: #fff2a8; outline: 1px solid #b58900 }");
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
  if (event.target.className === "cchc-number") explain(event.target.textContent);
});
at("explain-form").onsubmit = (event) => {
  event.preventDefault();
  explain(at("what").value.trim());
};

async function explain(what) {
  const answer = what && (await ask("explain", [what]));
  if (!answer) return;
  at("what").value = what;
  const { found } = answer.shown;
  const told = found.map((one) => {
    const rows = one.rows.map(([item, words, cells]) => [item, words, cells]);
    return rows.length ? table(`${one.value}: ${one.how}`, ["Mã, kỳ", "Nội dung", "Ô trong sổ"], rows) : made("p", `${one.value}: ${one.how}`);
  });
  at("explained").replaceChildren(...(told.length ? told : [made("p", `“${what}” không phải số do trang này đếm: có thể là ngày, số văn bản, hoặc chữ đã gõ trong sổ.`)]));
  at("explained").focus();
  at("explained").scrollIntoView({ block: "nearest" });
}

// -- open a month, slips, merge -------------------------------------------------------------------
at("month-form").onsubmit = async (event) => {
  event.preventDefault();
  if (!(await disk.sync())) return;
  const answer = await ask("open_month", [at("month-day").value]);
  if (!answer) return;
  const { added, notes } = answer.shown;
  const lines = [[added.results, "Kết quả"], [added.figures, "Số liệu"], [added.documents, "Văn bản"]]
    .filter(([n]) => n).map(([n, sheet]) => `${n} dòng vào sheet ${sheet}`);
  at("month-told").textContent = lines.length
    ? [`Sẽ thêm ${lines.join(", ")}. Bấm Lưu sổ rồi mở bằng Excel để điền.`, ...notes].join(" ")
    : "Không có dòng nào cần thêm cho ngày này.";
  savedBy(at("save-month"), answer.files);
};

at("slips-form").onsubmit = async (event) => {
  event.preventDefault();
  if (!(await disk.sync())) return;
  const answer = await ask("slips", [at("slips-day").value]);
  if (!answer) return;
  const { slips, without } = answer.shown;
  at("slips-told").textContent = [
    slips.length ? `Đã làm ${slips.length} phiếu. Bấm Lưu các phiếu, rồi gửi từng phiếu kèm lời nhắn.` : "Không còn gì phải hỏi ai đến ngày này.",
    without.length ? `Chưa rõ ai chủ trì: ${without.join(", ")}; hãy ghi cột Chủ trì ở sheet Nhiệm vụ.` : "",
  ].filter(Boolean).join(" ");
  const copied = ({ message }) => button("Chép lời nhắn", () => copy(message, "Đã chép lời nhắn; dán vào Zalo để gửi."));
  at("slips-made").replaceChildren(
    table("Các phiếu", ["Gửi cho", "Nhiệm vụ", "Số liệu", "Lời nhắn", "Chép"], slips.map((s) => [s.who, String(s.tasks), String(s.figures), s.message, copied(s)])),
  );
  savedBy(at("save-slips"), answer.files);
};

disk.onFiles(at("replies"), async (files) => {
  if (!(await disk.sync())) return;
  const answer = await ask("merge", [await disk.contents(files)]);
  if (!answer) return;
  const { day, entries, problems: found, silent } = answer.shown;
  at("merge-told").textContent = entries.length
    ? `Các phiếu ngày ${day} sẽ ghi ${entries.length} mục dưới đây vào sổ. Xem lại rồi bấm Ghi vào sổ.`
    : `Đã đọc ${files.length} tệp: không có gì mới để ghi vào sổ.`;
  at("merge-entries").replaceChildren(
    ...(entries.length ? [table("Sẽ ghi vào sổ", ["Việc", "Nội dung", "Theo phiếu"], entries.map((e) => [e.about, list(e.cells.map(([header, text]) => `${header}: ${text}`)), e.files.join(", ")]))] : []),
  );
  problems("merge-problems", found);
  messages("merge-silent", "Chưa trả lời", silent);
  savedBy(at("save-merged"), answer.files);
});

// -- an edited report -----------------------------------------------------------------------------
const one = async (files) => (await disk.contents(files.slice(0, 1)))[0];

disk.onFiles(at("edited"), async (files) => {
  const file = await one(files);
  if (file) await renewed(file, {});
});

function side(pieces) {
  const place = document.createElement("div");
  place.append(...pieces.map(([text, differs]) => (differs ? made("mark", text) : text)));
  return place;
}

async function renewed(file, choices) {
  if (!(await disk.sync())) return;
  const answer = await ask("renew", [...file, choices]);
  if (!answer) return;
  const { regions, stopped } = answer.shown;
  const told = [];
  for (const region of regions.filter((r) => r.told.length)) {
    told.push(made("h3", region.title));
    if (!region.asks) { told.push(list(region.told)); continue; }
    const choose = (verb) => () => renewed(file, { ...choices, [region.name]: verb });
    const ways = made("p");
    ways.className = "row";
    ways.append(button("Giữ phần đã sửa", choose("keep")), button("Lấy phần mới", choose("replace")), button("Gộp (bảng)", choose("merge")));
    told.push(table("Phần này đã được sửa bằng tay", ["Trong báo cáo", "Theo sổ bây giờ"], region.sides.map((pair) => pair.map(side))), ways);
  }
  at("renew-told").textContent = stopped
    ? "Có phần đã sửa bằng tay mà sổ cũng có số liệu mới. Chọn cho từng phần dưới đây."
    : answer.files.length ? "Đã làm mới. Bấm Lưu để giữ lại." : "Không có gì thay đổi.";
  at("regions").replaceChildren(...told);
  savedBy(at("save-renewed"), answer.files);
}

// -- other documents ------------------------------------------------------------------------------
disk.onFiles(at("document"), async (files) => {
  const file = await one(files);
  const answer = file && (await ask("check", file));
  if (!answer) return;
  const { error, findings } = answer.shown;
  at("check-told").textContent = error || (findings.length ? `Có ${findings.length} chỗ chưa đúng hoặc chưa đánh giá được.` : "Không thấy chỗ nào sai thể thức.");
  const rows = findings.map((f) => [f.where, f.rule, f.found, f.clause]);
  at("findings").replaceChildren(...(rows.length ? [table("Kết quả", ["Chỗ", "Yêu cầu", "Trong văn bản", "Điều khoản"], rows)] : []));
  savedBy(at("save-mended"), answer.files);
});

disk.onFiles(at("plan-file"), async (files) => {
  const file = await one(files);
  const answer = file && (await ask("import_plan", file));
  if (!answer) return;
  const { tasks, remarks } = answer.shown;
  at("plan-told").textContent = `Đã đọc ${tasks.length} nhiệm vụ; ${remarks.length} chỗ cần xem lại trong sổ sau khi lưu.`;
  at("plan-found").replaceChildren(
    table("Chỗ cần xem lại", ["Chỗ", "Nội dung"], remarks.map((r) => [r.place, r.text])),
    table("Nhiệm vụ", ["Mã", "Nhiệm vụ", "Tiến độ", "Hạn hiểu được", "Chủ trì"], tasks.map((t) => [t.id, t.text, t.deadline, t.days, t.lead])),
  );
  savedBy(at("save-plan"), answer.files);
});

addEventListener("unhandledrejection", ({ reason }) => show({ fault: "Trang gặp lỗi ngoài dự kiến. Hãy mở lại trang; tệp của bạn không đổi.", details: String(reason?.stack ?? reason) }));
offerLastFolder();
start(async () => {
  if (disk.tables().length && (await disk.sync(true)) && book) await openBook();
});
