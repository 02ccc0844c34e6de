// What the reader wants to compare, kept in this browser alone: read, add, remove, and a sign when it changes.

import { isId } from "../entries.js";

/** @typedef {{id: string, title: string}} Chosen */

const KEY = "catalogus.vergelijken";
const LONGEST = 120;

/** How many stand side by side; generator/pages/compare.py says so too. */
export const MOST = 4;
/** Sent on `document` when something was chosen or taken away, here or in another window. */
export const CHANGED = "catalogus:vergelijken";

/** What is kept when the browser forbids storage: it then lasts as long as the page. */
let spare = "";

/** @returns {Chosen[]} in the order they were chosen; nothing when what is kept is not ours */
export function items() {
  try {
    const kept = JSON.parse(stored());
    return Array.isArray(kept) ? kept.filter(isChosen).map(bounded).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} id
 * @returns {boolean}
 */
export function has(id) {
  return items().some((item) => item.id === id);
}

/** @param {Chosen[]} chosen all of them, in their new order */
export function save(chosen) {
  const text = JSON.stringify(chosen.map(bounded).slice(0, MOST));
  spare = text;
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Storage is full or forbidden.
  }
  document.dispatchEvent(new CustomEvent(CHANGED));
}

/** @param {string} id */
export function remove(id) {
  save(items().filter((item) => item.id !== id));
}

/**
 * @param {Chosen} item
 * @returns {boolean} whether there was room for it
 */
export function add(item) {
  const chosen = items();
  if (!chosen.some(({ id }) => id === item.id)) {
    if (chosen.length >= MOST) {
      return false;
    }
    save([...chosen, item]);
  }
  return true;
}

/**
 * @param {string[]} ids
 * @returns {string} the part of the address that says what is compared
 */
export function query(ids) {
  return ids.length ? `?ids=${ids.join(",")}` : "";
}

/** @returns {string} */
function stored() {
  try {
    return localStorage.getItem(KEY) ?? spare;
  } catch {
    return spare;
  }
}

/**
 * @param {any} item
 * @returns {item is Chosen}
 */
function isChosen(item) {
  return isId(item?.id) && typeof item.title === "string";
}

/**
 * @param {Chosen} item
 * @returns {Chosen}
 */
function bounded({ id, title }) {
  return { id, title: title.slice(0, LONGEST) };
}

window.addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) {
    document.dispatchEvent(new CustomEvent(CHANGED));
  }
});
