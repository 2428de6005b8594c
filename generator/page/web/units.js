// The screen of many units: their reports, or one report over all of them.
import { ask } from "./ask.js";
import * as disk from "./files.js";
import { at, button, copy, list, made, say, show, table } from "./show.js";

const MOST_UNITS = 500;
at("choose-units").hidden = !disk.canOpenFolders();

async function chosen(isOpen) {
  if (!isOpen) return;
  const found = disk.tables().filter((name) => !/^(bao-cao|tong-hop)\//.test(name));
  at("units-form").hidden = !found.length;
  if (!found.length) return void show({ fault: "Không thấy sổ nào (.xlsx) trong thư mục này." });
  if (found.length > MOST_UNITS) {
    at("units-form").hidden = true;
    return void show({ fault: `Thư mục có ${found.length} tệp Excel. Trên ${MOST_UNITS} đơn vị thì dùng dòng lệnh: cchc batch, cchc consolidate.` });
  }
  at("units-count").textContent = `Có ${found.length} tệp Excel trong thư mục.`;
  const none = made("option", "Không có: báo cáo mang chữ DỰ THẢO", { value: "" });
  at("own").replaceChildren(none, ...found.map((name) => made("option", name, { value: name })));
  const year = new Date().getFullYear();
  // The years that folders and files are named after, and the last few.
  const named = found.flatMap((name) => name.match(/20\d\d/g) ?? []).map(Number);
  const years = [...new Set([...named, year, year - 1, year - 2, year - 3])].sort((a, b) => b - a);
  const names = [["H1", "6 tháng đầu năm"], ["H2", "6 tháng cuối năm"], ["9M", "9 tháng"], ["", "Năm"], ...["Q1", "Q2", "Q3", "Q4"].map((q) => [q, `Quý ${["I", "II", "III", "IV"][q[1] - 1]}`]),
    ...Array.from({ length: 12 }, (_, n) => [String(n + 1).padStart(2, "0"), `Tháng ${n + 1}`])];
  at("units-period").replaceChildren(...years.flatMap((y) => names.map(([id, name]) => made("option", `${name}${id ? " năm" : ""} ${y}`, { value: [y, id].filter(Boolean).join("-") }))));
  say(`Đã mở thư mục có ${found.length} tệp Excel.`);
}

const openFolder = async (handle) => chosen((await disk.isAllowed(handle)) && (await disk.openFolder(handle)));
at("choose-units").onclick = async () => {
  const handle = await disk.chooseFolder();
  if (handle) await openFolder(handle);
};
disk.onFiles(at("units-folder"), async (files) => {
  // What is chosen is called by its own name first; the program looks from within it.
  const below = files.every(([name]) => name.includes("/")) ? files.map(([name, file]) => [name.slice(name.indexOf("/") + 1), file]) : files;
  await chosen(await disk.openFiles(below));
}, openFolder);

async function work(question, values) {
  if (!(await disk.sync())) return;
  const files = [];
  let writing = Promise.resolve(true);
  const take = (some) => {
    files.push(...some);
    if (disk.writesIntoFolder()) writing = writing.then((goes) => goes && disk.writeAll(some));
  };
  const answer = await ask(question, values, take);
  if (!(await writing)) return;
  if (!answer) {
    if (files.length && disk.writesIntoFolder()) say(`Đã dừng; ${files.length} báo cáo đã lưu vẫn còn trong thư mục bao-cao.`);
    return;
  }
  const { units, notes, folder, zalo } = answer.shown;
  if (disk.writesIntoFolder() && !(await disk.writeAll(answer.files))) return;
  files.push(...answer.files);
  at("save-units").hidden = disk.writesIntoFolder();
  at("save-units").onclick = () => disk.save(files);
  showUnits(units);
  const told = [disk.writesIntoFolder() ? `Xong, kết quả ở thư mục con “${folder}”.` : "Xong. Bấm Lưu tất cả để tải về một tệp nén.", ...notes];
  at("units-told").replaceChildren(list(told), ...(zalo ? [button("Chép tin nhắn đôn đốc", () => copy(zalo, "Đã chép tin nhắn đôn đốc."))] : []));
  document.body.dataset.units = String(units.length);
}

function showUnits(units) {
  const outcomes = [...new Set(units.map((unit) => unit.outcome))];
  const count = (outcome) => units.filter((unit) => unit.outcome === outcome).length;
  at("outcome").replaceChildren(made("option", `Tất cả (${units.length})`, { value: "" }), ...outcomes.map((name) => made("option", `${name} (${count(name)})`, { value: name })));
  at("units-filter").hidden = false;
  const draw = () => {
    const wanted = at("find").value.trim().toLowerCase();
    const shown = units.filter((unit) => (!at("outcome").value || unit.outcome === at("outcome").value) && `${unit.name} ${unit.file}`.toLowerCase().includes(wanted));
    at("units-found").replaceChildren(table(`${shown.length} đơn vị`, ["Đơn vị", "Tình trạng", "Quá hạn", "Sổ, báo cáo", "Chỗ cần xem lại"],
      shown.map((unit) => [unit.name, unit.outcome, unit.late === null ? "" : String(unit.late), [unit.file, unit.output].filter(Boolean).join(" → "), unit.remarks.length ? list(unit.remarks) : ""]),
      shown.map((unit) => (/^(Chưa làm được|Không đọc được)/.test(unit.outcome) ? "error" : ""))));
  };
  at("outcome").onchange = at("find").oninput = draw;
  at("outcome").value = at("find").value = "";
  draw();
}

at("units-form").onsubmit = (event) => {
  event.preventDefault();
  return work("batch", [at("units-period").value, at("units-kind").value]);
};
at("round-up").onclick = () => work("round_up", [at("units-period").value, at("units-kind").value, at("own").value]);
