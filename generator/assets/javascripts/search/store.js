// The files of the index: each is fetched when a search needs it, once. generator/search/index.py writes them.

import { unpack } from "./packing.js";

/**
 * @typedef {import("./packing.js").Packed} Packed
 *
 * @typedef {object} Start what every search needs
 * @property {string} version of the whole index
 * @property {number} count how many records there are; their numbers begin at 0, the best first
 * @property {number} level how many bits of a posting say how much the term tells about the record
 * @property {number} cards how many there are in a file
 * @property {[number, number][]} weights how many records in a row have a weight, and the weight
 * @property {string[]} facets
 * @property {string[]} orders
 * @property {string} blocks first term of each file with terms
 * @property {string} empty words that say nothing about a subject
 *
 * @typedef {object} Card a record as a result shows it
 * @property {string} address below the root of the site
 * @property {string} title
 * @property {string} summary
 * @property {Record<string, string>} shown
 * @property {string} [text] that excerpts come from
 */

const FOLDER = "zoekindex/";

export class Store {
  /**
   * @param {URL} folder
   * @param {Start} start
   */
  constructor(folder, start) {
    // A new index has its files in another folder, so that those of two builds never meet.
    this.folder = new URL(`${start.version}/`, folder);
    this.start = start;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
  }

  /**
   * @param {URL} root of the site
   * @returns {Promise<Store>}
   */
  static async open(root) {
    const folder = new URL(FOLDER, root);
    // Always asked for again: an old one leads to files that are gone.
    const answer = await fetch(new URL("index.json", folder), { cache: "no-cache" });
    return new Store(folder, await sound(answer).json());
  }

  /**
   * @param {string} name
   * @returns {Promise<Packed>}
   */
  packed(name) {
    return this.file(`${name}.bin`, async (answer) => unpack(await answer.arrayBuffer()));
  }

  /** @returns {Promise<{words: string, common: string}>} words that stand in the catalogue, and how common each is */
  words() {
    return this.file("words.json", (answer) => answer.json());
  }

  /**
   * @param {number} record
   * @returns {Promise<Card>} with its text
   */
  result(record) {
    return this.file(`results/${record}.json`, (answer) => answer.json());
  }

  /**
   * @param {number} record
   * @returns {Promise<Card>} without its text
   */
  async card(record) {
    const { cards } = this.start;
    const near = await this.file(`cards/${Math.floor(record / cards)}.json`, (answer) => answer.json());
    return near[record % cards];
  }

  /**
   * @template T
   * @param {string} name
   * @param {(answer: Response) => Promise<T>} read
   * @returns {Promise<T>}
   */
  file(name, read) {
    let found = this.files.get(name);
    if (!found) {
      found = fetch(new URL(name, this.folder)).then((answer) => read(sound(answer)));
      found.catch(() => this.files.delete(name));
      this.files.set(name, found);
    }
    return found;
  }
}

/**
 * @param {Response} answer
 * @returns {Response}
 */
function sound(answer) {
  if (!answer.ok) {
    throw new Error(`${answer.url}: ${answer.status}`);
  }
  return answer;
}
