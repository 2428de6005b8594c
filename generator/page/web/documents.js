// Documents: an edited report, any document, a plan.
import { ask } from "./ask.js";
import * as disk from "./files.js";
import { at, choice, list, made, say, table } from "./show.js";

const one = async (files) => (await disk.contents(files.slice(0, 1)))[0];

// -- an edited report -----------------------------------------------------------------------------
const WAYS = { keep: "Giữ phần đã sửa", replace: "Lấy phần mới", merge: "Gộp: giữ ô sửa tay, làm mới ô tính", restore: "Đưa lại" };

disk.onFiles(at("edited"), async (files) => {
  const file = await one(files);
  if (file) await renewed(file, {}, {});
});

function side(pieces) {
  const place = document.createElement("div");
  place.append(...pieces.map(([text, differs]) => (differs ? made("mark", text) : text)));
  return place;
}

// `asked` is what each region said before anything was chosen for it, so that a choice may be changed.
async function renewed(file, choices, asked) {
  if (!(await disk.sync())) return;
  const answer = await ask("renew", [...file, choices]);
  if (!answer) return;
  const { regions, stopped, back } = answer.shown;
  const told = [];
  for (const region of regions) {
    if (region.ways.length) asked[region.name] ??= region;
    const { ways, sides } = asked[region.name] ?? region;
    if (!region.told.length && !ways.length) continue;
    told.push(made("h3", region.title), list(region.told));
    if (sides.length) {
      told.push(table("Chỗ khác nhau", ["Trong báo cáo", "Theo sổ bây giờ"], sides.map((pair) => pair.map(side))));
      told.at(-1).className = "halves";
    }
    const row = made("p", "", { className: "row" });
    row.append(...ways.map((way) => choice(WAYS[way], choices[region.name] === way, () => renewed(file, { ...choices, [region.name]: way }, asked))));
    if (ways.length) told.push(row);
  }
  at("renew-told").textContent = stopped
    ? "Có phần đã sửa bằng tay mà sổ cũng có số liệu mới. Chọn cho từng phần dưới đây; chưa chọn hết thì chưa làm mới."
    : answer.files.length ? "Đã làm mới. Bấm Lưu để giữ lại." : "Không có gì thay đổi.";
  at("regions").replaceChildren(...told);
  showBack(file, back);
  disk.offer(at("save-renewed"), answer.files);
}

// What may go back into the workbook: a list to tick, and what has to be done by hand.
function showBack(file, { changes, left }) {
  const lines = changes.map((text) => {
    const label = made("label", "", { className: "tick" });
    label.append(made("input", "", { type: "checkbox", checked: true, value: text }), made("span", text));
    return label;
  });
  const button = made("button", "Ghi các chỗ đã chọn vào sổ", { type: "button", className: "first" });
  button.onclick = async () => {
    const wanted = [...at("back").querySelectorAll(":checked")].map((tick) => tick.value);
    const answer = (await disk.sync()) && (await ask("read_back", [file[1], wanted]));
    if (!answer) return;
    if (!answer.files.length) return say("Chưa chọn chỗ nào, hoặc sổ đã có đủ.");
    if ((await disk.save(answer.files)) && disk.writesIntoFolder()) await renewed(file, {}, {});
  };
  at("back").replaceChildren(
    ...(lines.length ? [made("h3", "Chỗ sửa tay trong phụ lục, ghi được vào sổ"), list(lines), button] : []),
    ...(left.length ? [made("h3", "Không tự ghi vào sổ được, hãy tự xem và sửa"), list(left)] : []),
  );
}

// -- any document ---------------------------------------------------------------------------------
disk.onFiles(at("document"), async (files) => {
  const file = await one(files);
  const answer = file && (await ask("check", file));
  if (!answer) return;
  const { error, findings } = answer.shown;
  at("check-told").textContent = error || (findings.length ? `Có ${findings.length} chỗ chưa đúng hoặc chưa đánh giá được.` : "Không thấy chỗ nào sai thể thức.");
  const rows = findings.map((f) => [f.where, f.rule, f.found, f.clause]);
  at("findings").replaceChildren(...(rows.length ? [table("Kết quả", ["Chỗ", "Yêu cầu", "Trong văn bản", "Điều khoản"], rows)] : []));
  disk.offer(at("save-mended"), answer.files);
});

// -- a plan ---------------------------------------------------------------------------------------
disk.onFiles(at("plan-file"), async (files) => {
  const file = await one(files);
  const answer = file && (await ask("import_plan", file));
  if (!answer) return;
  const { tasks, remarks } = answer.shown, typed = {};
  const doubtful = tasks.filter((task) => task.remarks.length).length;
  at("plan-told").textContent = `Đã đọc ${tasks.length} nhiệm vụ, ${doubtful} nhiệm vụ cần xem lại đứng trước. Sửa hạn, chủ trì ngay trong bảng rồi bấm Lưu sổ mới.`;
  // One task's field: what is typed is read the way a plan is, and shown as it was understood.
  const field = (task, name, words) => {
    const input = made("input", "", { value: task[name] });
    input.setAttribute("aria-label", `${words} của ${task.id}`);
    input.onchange = async () => {
      const before = typed[task.id];
      typed[task.id] = { ...before, [name]: input.value };
      const now = await ask("correct_plan", [typed]);
      if (!now) {
        if (before) typed[task.id] = before; else delete typed[task.id];
        return void input.focus();
      }
      const read = now.shown.tasks.find(({ id }) => id === task.id);
      input.value = read[name];
      input.closest("tr").lastChild.replaceChildren(list(read.remarks));
      say(`${task.id}: đã sửa ${words.toLowerCase()} thành “${read[name] || "không có"}”.`);
      disk.offer(at("save-plan"), now.files);
    };
    return input;
  };
  at("plan-found").replaceChildren(
    table("Nhiệm vụ", ["Mã", "Nhiệm vụ", "Kế hoạch ghi", "Hạn", "Chủ trì", "Cần xem lại"], tasks.map((task) => [
      task.id, task.text, list([task.phrase, task.assigned].filter(Boolean)), field(task, "deadline", "Hạn"), field(task, "lead", "Chủ trì"), list(task.remarks)])),
    ...(remarks.length ? [table("Chỗ khác cần xem lại", ["Chỗ", "Nội dung"], remarks.map((r) => [r.place, r.text]))] : []),
  );
  disk.offer(at("save-plan"), answer.files);
});
