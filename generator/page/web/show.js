// What every screen is made of. Everything shown is text, never markup.
export const at = (id) => document.getElementById(id);
export const made = (tag, text, props = {}) => Object.assign(document.createElement(tag), { textContent: text ?? "" }, props);

export function show({ fault, details }) {
  at("fault-text").textContent = fault;
  if (details) console.error(details);
  at("copy-details").hidden = !details;
  at("copy-details").onclick = () => copy(details, "Đã chép thông tin lỗi.");
  if (!at("fault").open) at("fault").showModal();
}

export function say(text) {
  at("state").textContent = text;
}

export function copy(text, told) {
  navigator.clipboard.writeText(text).then(() => say(told), () => say("Trình duyệt không cho chép; hãy chọn chữ rồi nhấn Ctrl+C."));
}

export function button(words, onclick, props = {}) {
  return made("button", words, { type: "button", onclick, ...props });
}

// One of several ways that a person chooses between; pressed once it is chosen.
export function choice(words, isChosen, onclick) {
  const element = button(words, onclick, { className: isChosen ? "first" : "" });
  element.setAttribute("aria-pressed", String(isChosen));
  return element;
}

export function list(items) {
  const element = document.createElement("ul");
  for (const item of items) {
    const line = document.createElement("li");
    line.append(item);
    element.append(line);
  }
  return element;
}

export function table(caption, headings, rows, classes = []) {
  const element = document.createElement("table");
  if (caption) element.append(made("caption", caption));
  const head = element.createTHead().insertRow();
  headings.forEach((heading) => head.append(made("th", heading, { scope: "col" })));
  const body = element.createTBody();
  rows.forEach((cells, n) => {
    const row = body.insertRow();
    row.className = classes[n] ?? "";
    cells.forEach((cell, m) => {
      const place = row.insertCell();
      place.dataset.label = headings[m];
      place.append(cell instanceof Node ? cell : cell ?? "");
    });
  });
  return element;
}

const SEVERITIES = [["error", "Cần sửa"], ["question", "Cần hỏi lại"], ["note", "Lưu ý"]];

export function problems(place, found) {
  const rows = [], classes = [];
  for (const [severity, name] of SEVERITIES)
    for (const p of found.filter((p) => p.severity === severity)) {
      const where = [p.sheet, p.cell].filter(Boolean).join("!");
      const copied = button(where, () => copy(where, `Đã chép “${where}”; dán vào ô địa chỉ của Excel để đến đó.`), { title: "Chép địa chỉ ô" });
      rows.push([name, where ? copied : "", p.message]);
      classes.push(severity);
    }
  const told = rows.length
    ? table("Chỗ cần xem lại", ["Mức", "Sheet, ô", "Nội dung và cách sửa"], rows, classes)
    : made("p", "Không có chỗ nào cần xem lại.");
  at(place).replaceChildren(told);
}

// Words to paste into a message, each with a button.
export function messages(place, heading, found) {
  const copied = ({ message }) => button("Chép lời nhắn", () => copy(message, "Đã chép lời nhắn; dán vào Zalo để gửi."));
  at(place).replaceChildren(
    ...(found.length ? [table(heading, ["Gửi cho", "Lời nhắn", "Chép"], found.map((one) => [one.who, one.message, copied(one)]))] : []),
  );
}
