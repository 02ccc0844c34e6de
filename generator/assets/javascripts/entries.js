// Entries by id: what is compared and listed of one is read from its own page, so nothing is told twice.

/**
 * @typedef {object} Entry what a page shows and tells of its entry; generator/pages/compared_entry.py writes most of it
 * @property {string} id
 * @property {string} at address from the root of the site
 * @property {string} title
 * @property {string} gist
 * @property {string} owner
 * @property {boolean} example whether it is fictional
 * @property {Record<string, string[] | null>} rows values by the name of a row; without one nobody has told, and null does not fit
 * @property {string[]} users slugs of its owners and users
 * @property {number[]} points 0 to 100 for law, ease, reuse and volume
 * @property {{name: string, from: string} | null} law the one that gives those points, and the day it applies from
 * @property {[number, number | null] | null} effort fewest and most working days; null is not known, or has no bound
 * @property {{id: string, title: string}[]} related
 */

/**
 * @typedef {object} Near who an organisation works with, and who is like it
 * @property {string[]} partners slugs
 * @property {[string, number][]} peers slugs and how much each is like it, 0 to 1
 */

// This file is assets/javascripts/entries.js, so the site begins two folders up, whatever the base path.
export const ROOT = new URL("../../", import.meta.url);
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 100;
const FOLDER = "lijst/wegwijzer/";

export class Entries {
  /** @param {number} total how many files say where entries are */
  constructor(total) {
    this.total = total;
    /** @type {Map<string, Promise<Record<string, string>>>} */
    this.pointers = new Map();
    /** @type {Map<string, Promise<Entry | null>>} */
    this.known = new Map();
  }

  /**
   * @param {string} id of today or of earlier days
   * @returns {Promise<Entry | null>} nothing when there is no such entry; an error when the page cannot be fetched
   */
  get(id) {
    const found = this.known.get(id) ?? this.fetched(id);
    this.known.set(id, found);
    // What failed may work the next time.
    found.catch(() => this.known.delete(id));
    return found;
  }

  /**
   * @param {string} id
   * @returns {Promise<Entry | null>}
   */
  async fetched(id) {
    const address = isId(id) ? await this.addressOf(id) : undefined;
    if (!address) {
      return null;
    }
    return entryOf(await fetchedPage(address));
  }

  /**
   * @param {string} id
   * @returns {Promise<string | undefined>}
   */
  async addressOf(id) {
    const name = `${FOLDER}${placeOf(id, this.total)}.json`;
    const file = this.pointers.get(name) ?? json(new URL(name, ROOT));
    this.pointers.set(name, file);
    file.catch(() => this.pointers.delete(name));
    const found = await file;
    return Object.hasOwn(found, id) ? found[id] : undefined;
  }
}

/**
 * @param {unknown} id
 * @returns {id is string} whether it can be the id of an entry or the slug of an organisation
 */
export function isId(id) {
  return typeof id === "string" && id.length <= LONGEST && ID.test(id);
}

/**
 * @param {string} slug of an organisation
 * @returns {Promise<Near>} nobody when the page says nothing of it
 */
export async function near(slug) {
  const { page } = await fetchedPage(`organisaties/${slug}/`);
  const told = page.querySelector("[data-compared]")?.textContent;
  return (told && JSON.parse(told).near) || { partners: [], peers: [] };
}

/**
 * @typedef {object} Fetched
 * @property {Document} page
 * @property {string} at its address from the root of the site
 */

/**
 * @param {Fetched} fetched
 * @returns {Entry | null} what the page shows and tells of its entry; nothing when it is the page of something else
 */
function entryOf({ page, at }) {
  const text = page.querySelector("[data-entry]")?.textContent;
  if (!text) {
    return null;
  }
  const told = JSON.parse(text);
  /** @param {string} id */
  const relatedOf = (id) => ({ id, title: words(page, `.c-card__title a[href$="/${id}/"]`) });
  return {
    ...told,
    at,
    title: words(page, "h1"),
    gist: words(page, ".c-lead"),
    owner: told.rows.owner[0],
    related: told.related.map(relatedOf),
  };
}

/**
 * @param {Document} page
 * @param {string} selector
 * @returns {string}
 */
function words(page, selector) {
  return page.querySelector(selector)?.textContent?.trim() ?? "";
}

/**
 * @param {string} address from the root of the site
 * @returns {Promise<Fetched>} the page there, or the one that took its place
 */
async function fetchedPage(address) {
  const answer = await fetch(new URL(address, ROOT));
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const moved = /url=(.*)/.exec(page.querySelector("meta[http-equiv=refresh]")?.getAttribute("content") ?? "");
  const next = moved ? new URL(moved[1], new URL(address, ROOT)).href : "";
  return next.startsWith(ROOT.href) && next !== new URL(address, ROOT).href ? fetchedPage(next.slice(ROOT.href.length)) : { page, at: address };
}

/**
 * @param {URL} address
 * @returns {Promise<any>}
 */
async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.json();
}

/**
 * @param {string} id
 * @param {number} total
 * @returns {number} of the file that has it; generator/pages/pointers.py counts the same way
 */
function placeOf(id, total) {
  let number = 0;
  for (const letter of id) {
    number = (Math.imul(number, 31) + letter.charCodeAt(0)) >>> 0;
  }
  return number % total;
}
