// Everything here is a convenience: the page reads without it.
const say = document.body.dataset;
const folds = [...document.querySelectorAll("details")];

function button(text, press) {
  const b = document.createElement("button");
  b.type = "button";
  b.textContent = text;
  b.addEventListener("click", () => press(b));
  return b;
}

// A link to something folded or left out opens it.
function reveal() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  for (let at = target; at; at = at.parentElement) {
    at.hidden = false;
    if (at.tagName === "DETAILS") at.open = true;
  }
}
addEventListener("hashchange", reveal);
reveal();

// On paper nothing is folded.
let shut = [];
addEventListener("beforeprint", () => {
  shut = folds.filter((d) => !d.open);
  for (const d of shut) d.open = true;
});
addEventListener("afterprint", () => {
  for (const d of shut) d.open = false;
});

// Lists that fold get buttons to open and close all; lists of marked things get one for
// each mark.
for (const tools of document.querySelectorAll("[data-tools]")) {
  const list = document.getElementById(tools.dataset.tools);
  if (!list) continue;
  const own = [...list.querySelectorAll("details")];
  if (own.length > 1) {
    tools.append(button(say.open, () => own.forEach((d) => (d.open = true))));
    tools.append(button(say.close, () => own.forEach((d) => (d.open = false))));
  }
  const names = new Map();
  for (const item of list.children) if (item.dataset.mark) names.set(item.dataset.mark, item.dataset.name);
  if (names.size < 2) continue;
  const choices = [];
  const choose = (mark, chosen) => {
    for (const c of choices) c.setAttribute("aria-pressed", String(c === chosen));
    for (const item of list.children) item.hidden = mark !== "" && item.dataset.mark !== mark;
  };
  const label = document.createElement("span");
  label.textContent = say.show;
  tools.append(label);
  for (const [mark, name] of [["", say.all], ...names]) {
    const b = button(name, () => choose(mark, b));
    b.setAttribute("aria-pressed", String(mark === ""));
    choices.push(b);
    tools.append(b);
  }
}

// Tables sort by a column.
function key(row, column) {
  const cell = row.cells[column];
  const data = cell.querySelector("data, time");
  const text = data ? data.value || data.dateTime : cell.textContent.trim();
  const number = Number(text);
  return text !== "" && !Number.isNaN(number) ? number : text;
}
function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), document.documentElement.lang, { numeric: true });
}
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const b = button(head.textContent, () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const h of heads) h.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const rows = [...table.tBodies[0].rows];
      rows.sort((x, y) => compare(key(x, column), key(y, column)) * (up ? 1 : -1));
      table.tBodies[0].append(...rows);
    });
    b.title = say.sort;
    head.textContent = "";
    head.append(b);
  });
}
