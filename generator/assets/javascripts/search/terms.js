// The terms of the index: which records have one, looked up in files of sorted terms.

/**
 * @typedef {import("./store.js").Store} Store
 *
 * @typedef {object} Term
 * @property {string} name
 * @property {Uint8Array} posted the records that have it, and how much it says about each
 */

/** What is one letter begins too many words; how many files a beginning may cost, and how many terms it may mean. */
const SHORTEST = 2;
const MOST_BLOCKS = 3;
const MOST_TERMS = 80;

export class Terms {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.firsts = store.start.blocks ? store.start.blocks.split(" ") : [];
  }

  /**
   * @param {string} name
   * @returns {Promise<Term | null>}
   */
  async exactly(name) {
    const block = await this.block(this.numberOf(name));
    const place = block ? lowest(block.names, name) : -1;
    return block && block.names[place] === name ? { name, posted: block.parts[place] } : null;
  }

  /**
   * @param {string} start
   * @returns {Promise<Term[]>} in alphabetical order; of a short start not all
   */
  async startingWith(start) {
    if (start.length < SHORTEST) {
      return [];
    }
    const from = this.numberOf(start);
    const more = this.firsts.slice(from + 1, from + MOST_BLOCKS).filter((first) => first.startsWith(start));
    const blocks = await Promise.all([from, ...more.map((_, place) => from + 1 + place)].map((number) => this.block(number)));
    /** @type {Term[]} */
    const found = [];
    for (const { names, parts } of blocks.filter((block) => block !== null)) {
      for (let place = lowest(names, start); names[place]?.startsWith(start); place++) {
        found.push({ name: names[place], posted: parts[place] });
      }
    }
    return found.sort((one, other) => other.posted.length - one.posted.length).slice(0, MOST_TERMS);
  }

  /**
   * @param {string} name
   * @returns {number} of the file that has the term if any has
   */
  numberOf(name) {
    const place = lowest(this.firsts, name);
    return this.firsts[place] === name ? place : place - 1;
  }

  /**
   * @param {number} number
   * @returns {Promise<{names: string[], parts: Uint8Array[]} | null>}
   */
  async block(number) {
    if (number < 0 || number >= this.firsts.length) {
      return null;
    }
    const { header, parts } = await this.store.packed(`terms/${number}`);
    header.names ??= header.terms.split(" ");
    return { names: header.names, parts };
  }
}

/**
 * @param {string[]} sorted by code point, as Python sorts
 * @param {string} name
 * @returns {number} place of the first that does not come before `name`
 */
function lowest(sorted, name) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < name) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
