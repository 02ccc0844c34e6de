// Facets: which records have one of the chosen values of each, and how many each value would leave.

import { eachPlace } from "./packing.js";

/**
 * @typedef {import("./store.js").Store} Store
 *
 * @typedef {object} Facet
 * @property {string[]} values in alphabetical order
 * @property {Uint32Array[]} records for each value, the records that have it
 *
 * @typedef {Map<string, Set<string>>} Chosen values by the name of the facet
 */

export class Facets {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** @type {Map<string, Facet>} */
    this.loaded = new Map();
  }

  /**
   * @param {Iterable<string>} names
   * @returns {Promise<void>}
   */
  async load(names) {
    const wanted = [...names].filter((name) => !this.loaded.has(name) && this.store.start.facets.includes(name));
    const files = await Promise.all(wanted.map((name) => this.store.packed(`facets/${name}`)));
    wanted.forEach((name, place) => {
      const { header, parts } = files[place];
      const bits = new Set(header.bits);
      const records = parts.map((part, value) => {
        /** @type {number[]} */
        const found = [];
        eachPlace(bits.has(value), part, (record) => found.push(record));
        return Uint32Array.from(found);
      });
      this.loaded.set(name, { values: header.values, records });
    });
  }

  /**
   * @param {Chosen} chosen whose facets are loaded
   * @returns {Misses}
   */
  misses(chosen) {
    const misses = new Misses(this.store.start.count);
    for (const [name, values] of chosen) {
      misses.add(name, this.loaded.get(name), values);
    }
    return misses;
  }

  /**
   * @param {string} name of a facet that is loaded
   * @param {Uint8Array} found 1 for every record that the words find
   * @param {Misses} misses
   * @returns {Map<string, number>} how many results every value would leave; values that leave none are left out
   */
  count(name, found, misses) {
    const counts = new Map();
    const facet = this.loaded.get(name);
    facet?.records.forEach((records, value) => {
      let number = 0;
      for (const record of records) {
        if (found[record] && misses.fitsBut(record, name)) {
          number += 1;
        }
      }
      if (number > 0) {
        counts.set(facet.values[value], number);
      }
    });
    return counts;
  }
}

/** For every record, how many facets it has none of the chosen values of, and which one that is when it is one. */
export class Misses {
  /** @param {number} count */
  constructor(count) {
    this.number = new Uint8Array(count);
    this.which = new Uint8Array(count);
    /** @type {string[]} */
    this.names = [];
  }

  /**
   * @param {string} name
   * @param {Facet | undefined} facet
   * @param {Set<string>} values
   */
  add(name, facet, values) {
    const has = new Uint8Array(this.number.length);
    facet?.values.forEach((value, place) => {
      if (values.has(value)) {
        for (const record of facet.records[place]) {
          has[record] = 1;
        }
      }
    });
    this.names.push(name);
    const which = this.names.length - 1;
    has.forEach((one, record) => {
      if (!one) {
        this.number[record] += 1;
        this.which[record] = which;
      }
    });
  }

  /**
   * @param {number} record
   * @returns {boolean} whether it has one of the chosen values of every facet
   */
  fits(record) {
    return this.number[record] === 0;
  }

  /**
   * @param {number} record
   * @param {string} name
   * @returns {boolean} whether it fits but for this facet
   */
  fitsBut(record, name) {
    const number = this.number[record];
    return number === 0 || (number === 1 && this.names[this.which[record]] === name);
  }
}
