"use strict";
/* Columns of tables can be sorted; without this, the page is whole and in its order. */
const number = (text) => {
  const found = text.replace(/,/g, "").replace(/−/g, "-").match(/[-+]?\d+(\.\d+)?/);
  return found ? Number(found[0]) : NaN;
};
const compared = (a, b) => {
  const [x, y] = [number(a), number(b)];
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  return x - y || 0;
};
for (const table of document.querySelectorAll("table")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (!head.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const figures = head.classList.contains("n");
      const text = (row) => row.cells[column].textContent;
      for (const body of table.tBodies) {
        const rows = [...body.rows].filter((row) => row.className !== "group");
        rows.sort((a, b) => figures ? compared(text(a), text(b)) : text(a).localeCompare(text(b)));
        body.append(...(up ? rows : rows.reverse()));
      }
    });
  });
}
