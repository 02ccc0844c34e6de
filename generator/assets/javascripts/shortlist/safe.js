// Lists from elsewhere, made safe: a link, a file or the storage may hold anything.

import { isId } from "../entries.js";

/** @typedef {import("../shortlist.js").Item} Item */

export const MOST = 200;
export const LONGEST_NOTE = 500;
/** Of a file or a link, in characters. */
export const LARGEST = 400_000;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
// Control characters, and signs that turn the direction of text or cannot be seen; line breaks stay.
// deno-lint-ignore no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * @param {unknown} list
 * @returns {Item[]} what in it can be an item, once each and not too many
 */
export function safeItems(list) {
  /** @type {Map<string, Item>} */
  const found = new Map();
  for (const item of Array.isArray(list) ? list : []) {
    const id = item?.id;
    if (isId(id) && !found.has(id) && found.size < MOST) {
      found.set(id, {
        id,
        added: typeof item.added === "string" && DAY.test(item.added) ? item.added : today(),
        note: safeNote(item.note),
        year: safeNumber(item.year, FIRST_YEAR, LAST_YEAR),
        priority: safeNumber(item.priority, 1, 3),
      });
    }
  }
  return [...found.values()];
}

/**
 * @param {unknown} note
 * @returns {string}
 */
export function safeNote(note) {
  return typeof note === "string" ? note.slice(0, LARGEST).replace(/\r\n?/g, "\n").replace(UNSEEN, "").slice(0, LONGEST_NOTE) : "";
}

/** @returns {string} the day it is here, 2026-11-24 */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 * @returns {number | null} a whole number between the two, or nothing
 */
function safeNumber(value, least, most) {
  const number = typeof value === "string" && /^\d{1,4}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most ? number : null;
}
