// Tables with `data-sortable`: every heading becomes a button that orders the rows by its column.

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableCellElement} heading
 */
function sort(table, heading) {
  const body = table.tBodies[0];
  if (!body) {
    return;
  }
  const place = heading.cellIndex;
  const values = new Map([...body.rows].map((row) => [row, valueOf(row.cells[place])]));
  const numbers = [...values.values()].every((value) => typeof value === "number");
  // Of numbers, the highest is what one looks for first.
  const before = heading.getAttribute("aria-sort");
  const descending = before === null ? numbers : before === "ascending";
  const rows = [...body.rows].sort((one, other) => compared(values.get(one) ?? "", values.get(other) ?? ""));
  body.append(...(descending ? rows.reverse() : rows));
  for (const cell of table.tHead?.rows[0]?.cells ?? []) {
    cell.removeAttribute("aria-sort");
  }
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
}

/**
 * @param {HTMLTableCellElement | undefined} cell
 * @returns {number | string} the number in it, when there is nothing else; `33.171` and `33,171` are thousands
 */
function valueOf(cell) {
  const text = (cell?.dataset.value ?? cell?.textContent ?? "").trim();
  return /^\d{1,3}([.,\u00a0]?\d{3})*$/.test(text) ? Number(text.replace(/\D/g, "")) : text;
}

/**
 * @param {number | string} one
 * @param {number | string} other
 * @returns {number}
 */
function compared(one, other) {
  if (typeof one === "number" && typeof other === "number") {
    return one - other;
  }
  return String(one).localeCompare(String(other), document.documentElement.lang, { numeric: true });
}

for (const table of document.querySelectorAll("table[data-sortable]")) {
  for (const heading of table instanceof HTMLTableElement ? (table.tHead?.rows[0]?.cells ?? []) : []) {
    // A column of drawings repeats the one beside it.
    if (heading.hasAttribute("data-fixed")) {
      continue;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "c-sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sort(/** @type {HTMLTableElement} */ (table), heading));
  }
}
