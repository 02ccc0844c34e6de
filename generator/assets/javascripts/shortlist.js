// The reader's own list, kept in this browser alone: read, add, remove, and a sign when it changes.

/**
 * @typedef {{id: string, added: string, note: string, year: number | null, priority: number | null}} Item
 * `added` is a date, 2026-11-24.
 */

const KEY = "catalogus.lijst";
const VERSION = 1;

/** Sent on `document` when the list has changed, here or in another window. */
export const CHANGED = "catalogus:lijst";

/** What is kept when the browser forbids storage: the list then lasts as long as the page. */
let spare = "";

/** @returns {Item[]} in the order they were added; nothing when there is no list, or one that is not ours */
export function items() {
  try {
    const kept = JSON.parse(stored());
    return kept?.version === VERSION && Array.isArray(kept.items) ? kept.items.filter(isItem).map(whole) : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} id of an entry
 * @returns {boolean} whether it is on the list
 */
export function has(id) {
  return items().some((item) => item.id === id);
}

/** @param {string} id of an entry; one that is on the list already stays as it is */
export function add(id) {
  if (!has(id)) {
    save([...items(), whole({ id })]);
  }
}

/** @param {string} id of an entry */
export function remove(id) {
  save(items().filter((item) => item.id !== id));
}

/** @param {Item[]} list the whole list, in its new order */
export function save(list) {
  const text = JSON.stringify({ version: VERSION, items: list });
  spare = text;
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Storage is full or forbidden.
  }
  document.dispatchEvent(new CustomEvent(CHANGED));
}

/**
 * Makes a button put its entry on the list, and take it off again.
 *
 * @param {HTMLButtonElement} button with the id of an entry in `data-shortlist`, and in it words of the classes
 *   `c-button__off` and `c-button__on`: the style sheet shows those that fit
 */
export function connect(button) {
  const id = button.dataset.shortlist ?? "";
  const show = () => button.classList.toggle("c-button--on", has(id));
  button.addEventListener("click", () => (has(id) ? remove(id) : add(id)));
  document.addEventListener(CHANGED, show);
  button.hidden = false;
  show();
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
 * @param {unknown} item
 * @returns {item is {id: string}}
 */
function isItem(item) {
  return typeof item === "object" && item !== null && "id" in item && typeof item.id === "string" && item.id !== "";
}

/**
 * @param {{id: string} & Partial<Item>} item
 * @returns {Item} with every field, so that a list of an earlier day can still be read
 */
function whole(item) {
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  return {
    id: item.id,
    added: item.added ?? day,
    note: item.note ?? "",
    year: item.year ?? null,
    priority: item.priority ?? null,
  };
}

window.addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) {
    document.dispatchEvent(new CustomEvent(CHANGED));
  }
});
