// A month's round: rows to fill in, slips to send, slips that come back.
import { ask } from "./ask.js";
import * as disk from "./files.js";
import { at, button, choice, copy, list, made, messages, problems, table } from "./show.js";

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
  disk.offer(at("save-month"), answer.files);
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
  disk.offer(at("save-slips"), answer.files);
};

disk.onFiles(at("replies"), async (files) => merged(await disk.contents(files), {}));

// What a conflict's side says, the words that are contested marked.
function side({ source, cells }, columns) {
  const place = document.createElement("div");
  place.append(made("p", source, { className: "soft" }), list(cells.map(([header, text]) => `${header}: ${text}`)));
  [...place.querySelectorAll("li")].forEach((line, n) => { if (columns.includes(cells[n][0])) line.replaceChildren(made("mark", line.textContent)); });
  return place;
}

async function merged(replies, chosen) {
  if (!(await disk.sync())) return;
  const answer = await ask("merge", [replies, chosen]);
  if (!answer) return;
  const { day, entries, conflicts, problems: found, silent } = answer.shown;
  const open = conflicts.filter((one) => !one.chosen).length;
  at("merge-told").textContent = [
    entries.length ? `Các phiếu ngày ${day} sẽ ghi ${entries.length} mục dưới đây vào sổ. Xem lại rồi bấm Ghi vào sổ.` : `Đã đọc ${replies.length} tệp: không có gì mới để ghi vào sổ.`,
    open ? `Còn ${open} chỗ ghi khác nhau chưa chọn; chỗ chưa chọn thì không ghi.` : "",
  ].filter(Boolean).join(" ");
  at("merge-conflicts").replaceChildren(...conflicts.map(({ key, about, columns, sides, chosen: now }) => {
    const group = made("fieldset");
    const row = made("div", "", { className: "sides" });
    row.append(...sides.map((one) => {
      const box = side(one, columns);
      box.append(choice("Theo bên này", one.source === now, () => merged(replies, { ...chosen, [key]: one.source })));
      return box;
    }));
    group.append(made("legend", `${about}: ghi khác nhau ở ${columns.join(", ")}`), row);
    return group;
  }));
  at("merge-entries").replaceChildren(
    ...(entries.length ? [table("Sẽ ghi vào sổ", ["Việc", "Nội dung", "Theo phiếu"], entries.map((e) => [e.about, list(e.cells.map(([header, text]) => `${header}: ${text}`)), e.files.join(", ")]))] : []),
  );
  problems("merge-problems", found);
  messages("merge-silent", "Chưa trả lời", silent);
  disk.offer(at("save-merged"), answer.files);
}
