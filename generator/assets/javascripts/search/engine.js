// The search itself: words → records that fit, narrowed, counted and in order. No part of it knows the page.

import { Facets } from "./facets.js";
import { Words } from "./nearest.js";
import { fitOf, ideasOf, namedBy } from "./query.js";
import { rank } from "./rank.js";
import { Store } from "./store.js";
import { Terms } from "./terms.js";
import { stem } from "./stem.js";

/**
 * @typedef {import("./facets.js").Misses} Misses
 * @typedef {import("./query.js").Idea} Idea
 * @typedef {import("./state.js").State} State
 * @typedef {import("./store.js").Card} Card
 *
 * @typedef {object} Found
 * @property {Idea[]} ideas that were looked for
 * @property {string[]} missing words that occur nowhere, left out of the search
 * @property {{typed: string, meant: string}[]} replaced words that occur nowhere, with the word looked for instead
 * @property {string} suggestion what the reader may have meant instead; empty when there is nothing to suggest
 * @property {number} whole how many records have all words; after these come those with a part of them
 * @property {number} unnarrowed how many results there are without choices
 * @property {number[]} results best first
 * @property {Uint8Array} found 1 for every record that the words find
 * @property {Misses} misses
 *
 * @typedef {Pick<Found, "ideas" | "missing" | "replaced" | "suggestion" | "whole"> & {records: number[]}} Hits
 */

/** With so few results the reader may have meant another word. */
const FEW = 3;
/** So much more common, in steps of two times, must a word be to be suggested for another. */
const MUCH_MORE = 2;
/** A long word in so few records may be one that others write as two. */
const RARE = 2;
const LONG = 9;
/** What the two words say then, against the one. */
const APART = 0.5;
/** Records are numbered in this order. */
const REUSED = "gebruikt";

export class Engine {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.facets = new Facets(store);
    this.terms = new Terms(store);
    this.empty = new Set(store.start.empty.split(" "));
    /** @type {Words | null} */
    this.words = null;
  }

  /**
   * @param {URL} root of the site
   * @returns {Promise<Engine>}
   */
  static async open(root) {
    return new Engine(await Store.open(root));
  }

  /** @returns {string[]} names of the facets there are */
  get names() {
    return this.store.start.facets;
  }

  /**
   * @param {State} state
   * @param {boolean} descending whether the highest value of the order comes first
   * @returns {Promise<Found>}
   */
  async find(state, descending) {
    const [hits, ranks] = await Promise.all([
      this.hits(state.query),
      this.ranks(state.order),
      this.facets.load(state.chosen.keys()),
    ]);
    const found = new Uint8Array(this.store.start.count);
    for (const record of hits.records) {
      found[record] = 1;
    }
    const misses = this.facets.misses(state.chosen);
    const results = hits.records.filter((record) => misses.fits(record));
    if (state.order === REUSED) {
      results.sort((one, other) => one - other);
    } else if (ranks) {
      results.sort((one, other) => compare(ranks[one], ranks[other], descending) || one - other);
    }
    const { ideas, missing, replaced, suggestion, whole } = hits;
    return { ideas, missing, replaced, suggestion, whole, unnarrowed: hits.records.length, results, found, misses };
  }

  /**
   * @param {string} query
   * @returns {Promise<Hits>}
   */
  async hits(query) {
    const ideas = ideasOf(query, this.empty);
    if (ideas.length === 0) {
      const records = Array.from({ length: this.store.start.count }, (_, record) => record);
      return { ideas, missing: [], replaced: [], suggestion: "", whole: records.length, records };
    }
    const [named, ...fits] = await Promise.all([
      namedBy(ideas, this.terms, this.store.start),
      ...ideas.map((idea) => fitOf(idea, this.terms, this.store.start)),
    ]);
    /** @type {Hits["replaced"]} */
    const replaced = [];
    const others = await Promise.all(ideas.map((idea, place) => this.other(idea, number(fits[place]))));
    others.forEach((other, place) => {
      if (other) {
        fits[place] = fits[place].map((value, record) => Math.max(value, other.share * other.fit[record]));
        replaced.push(...(other.word === ideas[place].word ? [] : [{ typed: ideas[place].word, meant: other.word }]));
        ideas[place] = other;
      }
    });
    const known = ideas.filter((_, place) => number(fits[place]) > 0);
    const missing = ideas.filter((idea) => !known.includes(idea)).map((idea) => idea.word);
    const told = fits.filter((fit) => number(fit) > 0);
    const ranked = told.length > 0 ? rank(told, named, this.store.start.weights) : { records: [], whole: 0 };
    const isDoubtful = ranked.records.length <= FEW && replaced.length === 0;
    return { ideas: known, missing, replaced, suggestion: isDoubtful ? await this.suggestion(query, known) : "", ...ranked };
  }

  /**
   * @param {Idea} idea
   * @param {number} found how many records have it
   * @returns {Promise<(Idea & {share: number, fit: Float32Array}) | null>} what to look for besides, and the records that have it
   */
  async other(idea, found) {
    const other = found === 0 || (found <= RARE && idea.word.length >= LONG) ? await this.instead(idea, found > 0) : null;
    return other && { ...other, fit: await fitOf(other, this.terms, this.store.start) };
  }

  /**
   * @param {Idea} idea that is found hardly or not at all
   * @param {boolean} isFound
   * @returns {Promise<(Idea & {share: number}) | null>} the words it is made of, or the one that the reader may have meant
   */
  async instead(idea, isFound) {
    const words = await this.listed();
    const parts = words.parts(idea.word).map(stem);
    if (parts.length > 0) {
      return { ...idea, parts, share: isFound ? APART : 1 };
    }
    const meant = isFound ? null : words.nearest(idea.word);
    return meant ? { word: meant, terms: [stem(meant)], parts: [], growing: false, share: 1 } : null;
  }

  /**
   * @param {string} query
   * @param {Idea[]} ideas
   * @returns {Promise<string>} the query with a word in the place of one that is not in the catalogue as typed
   */
  async suggestion(query, ideas) {
    const words = await this.listed();
    for (const idea of ideas) {
      const meant = words.nearest(idea.word);
      if (meant && stem(meant) !== idea.terms[0] && words.commonness(meant) >= words.commonness(idea.word) + MUCH_MORE) {
        return query.toLowerCase().replace(idea.word, meant);
      }
    }
    return "";
  }

  /** @returns {Promise<Words>} */
  async listed() {
    this.words ??= new Words(await this.store.words());
    return this.words;
  }

  /**
   * @param {string} order
   * @returns {Promise<Uint16Array | Uint32Array | null>}
   */
  async ranks(order) {
    if (order === REUSED || !this.store.start.orders.includes(order)) {
      return null;
    }
    const { header, parts } = await this.store.packed(`orders/${order}`);
    const bytes = parts[0].slice().buffer;
    return header.width === 2 ? new Uint16Array(bytes) : new Uint32Array(bytes);
  }

  /**
   * @param {string[]} names of facets
   * @param {Found} found
   * @returns {Promise<Map<string, Map<string, number>>>} results by facet and value, had that value been chosen
   */
  async counts(names, found) {
    await this.facets.load(names);
    return new Map(names.map((name) => [name, this.facets.count(name, found.found, found.misses)]));
  }

  /**
   * @param {number} record
   * @returns {Promise<Card>} without its text
   */
  card(record) {
    return this.store.card(record);
  }

  /**
   * @param {Found} found
   * @param {number} from
   * @param {number} to
   * @returns {Promise<Card[]>} of these results; with their text when there are words to find in it
   */
  cards(found, from, to) {
    const hasWords = found.ideas.length > 0;
    return Promise.all(found.results.slice(from, to).map((record) => (hasWords ? this.store.result(record) : this.card(record))));
  }
}

/**
 * @param {Float32Array} fit
 * @returns {number} of records that have it
 */
function number(fit) {
  return fit.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
}

/**
 * @param {number} one a rank; 0 for none, which comes last
 * @param {number} other
 * @param {boolean} descending
 * @returns {number}
 */
function compare(one, other, descending) {
  if (one === 0 || other === 0) {
    return other === one ? 0 : one === 0 ? 1 : -1;
  }
  return descending ? other - one : one - other;
}
