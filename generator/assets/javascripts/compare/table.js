// The table of a comparison: a column for each entry, and a sign where they differ.

import { ROOT } from "../entries.js";
import { copy, find } from "../parts.js";

/** @typedef {import("../entries.js").Entry} Entry */

/**
 * Fills the table.
 *
 * @param {HTMLElement} page
 * @param {Entry[]} entries
 * @returns {{differ: number, all: number}} in how many rows they differ, and how many there are
 */
export function showTable(page, entries) {
  const table = find(page, "table");
  const heads = find(table, "[data-heads]");
  heads.replaceChildren(heads.children[0], ...entries.map((entry) => headOf(page, entry)));
  table.dataset.columns = String(entries.length);
  for (const cell of table.querySelectorAll("[data-span]")) {
    /** @type {HTMLTableCellElement} */ (cell).colSpan = entries.length + 1;
  }
  const rows = /** @type {HTMLTableRowElement[]} */ ([...table.querySelectorAll("[data-row]")]);
  let differ = 0;
  for (const row of rows) {
    const values = entries.map((entry) => entry.rows[row.dataset.row ?? ""]);
    const differs = areDifferent(values);
    differ += Number(differs);
    row.classList.toggle("c-compare__row--differs", differs);
    find(row, "[data-differs]").hidden = !differs;
    row.replaceChildren(row.children[0], ...values.map((value, place) => cellOf(table, value, entries[place].title)));
  }
  return { differ, all: rows.length };
}

/**
 * Shows all rows, or only those that differ.
 *
 * @param {HTMLElement} page
 * @param {boolean} only
 */
export function narrow(page, only) {
  for (const group of page.querySelectorAll("[data-group]")) {
    let shown = 0;
    for (const row of group.querySelectorAll("[data-row]")) {
      const hidden = only && !row.classList.contains("c-compare__row--differs");
      /** @type {HTMLElement} */ (row).hidden = hidden;
      shown += Number(!hidden);
    }
    /** @type {HTMLElement} */ (group).hidden = shown === 0;
  }
  find(page, "[data-same]").hidden = !only || page.querySelector("[data-group]:not([hidden])") !== null;
}

/**
 * @param {(string[] | null | undefined)[]} values
 * @returns {boolean} whether two are known and not the same; of what is not known one cannot say
 */
function areDifferent(values) {
  const known = values.filter((value) => value !== undefined).map((value) => JSON.stringify(value && [...value].sort()));
  return new Set(known).size > 1;
}

/**
 * @param {HTMLElement} page
 * @param {Entry} entry
 * @returns {HTMLElement}
 */
function headOf(page, entry) {
  const head = copy(page, "[data-head]");
  find(head, "[data-over]").textContent = [...(entry.rows.kind ?? []), entry.owner].join(" · ");
  const link = /** @type {HTMLAnchorElement} */ (find(head, "[data-link]"));
  link.href = new URL(entry.at, ROOT).href;
  link.textContent = entry.title;
  find(head, "[data-example]").hidden = !entry.example;
  find(head, "[data-name]").textContent = entry.title;
  find(head, "[data-remove]").dataset.remove = entry.id;
  return head;
}

/**
 * @param {HTMLElement} table with the words for what is not there
 * @param {string[] | null | undefined} value
 * @param {string} title of the entry: on a phone each cell says whose it is
 * @returns {HTMLTableCellElement}
 */
function cellOf(table, value, title) {
  const cell = document.createElement("td");
  cell.dataset.label = title;
  if (value?.length) {
    if (value.length === 1) {
      cell.textContent = value[0];
    } else {
      const list = document.createElement("ul");
      list.className = "c-compare__values";
      list.append(...value.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
      cell.append(list);
    }
    return cell;
  }
  const words = value === undefined ? table.dataset.unknown : value === null ? table.dataset.unfit : table.dataset.none;
  cell.append(Object.assign(document.createElement("span"), { className: "c-compare__none", textContent: words ?? "" }));
  return cell;
}
