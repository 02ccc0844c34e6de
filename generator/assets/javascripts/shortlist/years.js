// The list as a plan: a part for each year, with what it asks of one's own people.

import { copy, filled, find } from "../parts.js";

/**
 * @typedef {import("../shortlist.js").Item} Item
 * @typedef {import("./item.js").ItemRow} ItemRow
 * @typedef {Record<string, string>} Words
 */

/**
 * @param {Item[]} items in order
 * @returns {[number | null, Item[]][]} by year, those without one last
 */
export function byYear(items) {
  const years = [...new Set(items.map((item) => item.year))].sort((one, other) => (one ?? Infinity) - (other ?? Infinity));
  return years.map((year) => [year, items.filter((item) => item.year === year)]);
}

/**
 * @param {HTMLElement} page
 * @param {Item[]} items in order
 * @param {Map<string, ItemRow>} rows
 * @param {Words} words
 */
export function showYears(page, items, rows, words) {
  const place = find(page, "[data-years]");
  const groups = byYear(items);
  const names = groups.map(([year]) => String(year ?? ""));
  const known = /** @type {HTMLElement[]} */ ([...place.children]);
  // Parts that are there stay: a field in one of them may have the focus.
  const parts = names.map((name) => known.find((part) => part.dataset.name === name) ?? copy(page, "[data-year-template]"));
  if (parts.some((part, index) => part !== place.children[index]) || parts.length !== place.children.length) {
    place.replaceChildren(...parts);
  }
  groups.forEach(([year, list], index) => {
    const part = parts[index];
    part.dataset.name = names[index];
    find(part, "[data-heading]").textContent = year ? String(year) : words.no_year;
    find(part, "[data-total]").textContent = totalOf(list, rows, words);
    const lines = list.flatMap((item) => rows.get(item.id)?.row ?? []);
    const ol = find(part, "[data-items]");
    if (lines.some((line, number) => line !== ol.children[number]) || lines.length !== ol.children.length) {
      ol.replaceChildren(...lines);
    }
    lines.forEach((line, number) => {
      /** @type {HTMLButtonElement} */ (find(line, "[data-up]")).disabled = number === 0;
      /** @type {HTMLButtonElement} */ (find(line, "[data-down]")).disabled = number === lines.length - 1;
    });
  });
}

/**
 * @param {Item[]} items
 * @param {Map<string, ItemRow>} rows
 * @param {Words} words
 * @returns {string} how many, and how many working days they take together, as far as anyone has told
 */
function totalOf(items, rows, words) {
  const told = items.map((item) => rows.get(item.id)?.entry?.effort ?? null);
  const known = told.flatMap((days) => (days ? [days] : []));
  const from = known.reduce((sum, [least]) => sum + least, 0);
  const to = known.reduce((sum, [, most]) => sum + (most ?? 0), 0);
  const open = known.some(([, most]) => most === null);
  const count = items.length === 1 ? words.one : filled(words.many, { n: items.length });
  const days = known.length ? filled(open ? words.days_open : words.days, { from, to }) : "";
  const unclear = told.length - known.length;
  return [count, days, unclear ? `${words.effort.toLowerCase()} ${filled(words.unclear, { n: unclear })}` : ""].filter(Boolean).join(" · ");
}
