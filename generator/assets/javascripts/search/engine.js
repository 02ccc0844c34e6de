// The search itself: Pagefind finds words, our own file with facets counts, narrows, orders and fills the cards.

import { searchWords } from "./words.js";

/**
 * @typedef {import("./state.js").State} State
 *
 * @typedef {object} Card what a result shows
 * @property {string} href
 * @property {string} title
 * @property {string} summary
 * @property {string} excerpt HTML of Pagefind with <mark>; empty when the words are not in the text
 * @property {Record<string, string>} shown by name
 *
 * @typedef {object} Found
 * @property {string[]} words that were looked for
 * @property {string[]} missing words that occur nowhere, left out of the search
 * @property {boolean} partly whether results have only some of the words
 * @property {number} unnarrowed how many there are without choices
 * @property {{id: string, card: () => Promise<Card>}[]} results best first
 * @property {Map<string, Map<string, number>>} counts results by facet and value, had that value been chosen
 *
 * @typedef {object} Facets our file, see generator/search/facets.py
 * @property {Record<string, string[]>} facets
 * @property {Record<string, string[]>} shown
 * @property {string[]} orders
 * @property {Record<string, [number[][], (number | null)[], (number | null)[], number]>} records
 *
 * @typedef {{id: string, score: number, data: () => Promise<any>}} Hit a result of Pagefind
 */

// The title decides; a synonym may bring a page into the results but not to the top of them.
const RANKING = { metaWeights: { title: 8, questions: 4, summary: 4, tags: 1.5, words: 0.5 } };

/** Name of the order by how often something is reused; what nobody asked for comes in this order. */
const REUSED = "gebruikt";

export class Engine {
  /**
   * @param {any} pagefind
   * @param {Facets} facets
   * @param {URL} root of the site
   */
  constructor(pagefind, facets, root) {
    this.pagefind = pagefind;
    this.facets = facets;
    this.root = root;
    this.names = Object.keys(facets.facets);
    this.shownNames = Object.keys(facets.shown);
  }

  /**
   * @param {URL} root of the site
   * @returns {Promise<Engine>}
   */
  static async open(root) {
    const folder = new URL("pagefind/", root);
    const [pagefind, answer] = await Promise.all([
      import(new URL("pagefind.js", folder).href),
      fetch(new URL("facets.json", folder)),
    ]);
    if (!answer.ok) {
      throw new Error(`facets.json: ${answer.status}`);
    }
    await pagefind.options({ ranking: RANKING, excerptLength: 24 });
    return new Engine(pagefind, await answer.json(), root);
  }

  /**
   * @param {State} state
   * @param {string} descending `yes` when the highest value of the order comes first
   * @returns {Promise<Found>}
   */
  async find(state, descending) {
    const words = searchWords(state.query);
    const { hits, missing, partly } = await this.hits(words);
    const narrowed = hits.filter((hit) => this.fits(hit.id, state, ""));
    const ordered = this.inOrder(narrowed, state.order || (words.length === 0 ? REUSED : ""), descending !== "no");
    return {
      words,
      missing,
      partly,
      unnarrowed: hits.length,
      counts: this.count(hits, state),
      results: ordered.map((hit) => ({ id: hit.id, card: () => this.card(hit) })),
    };
  }

  /**
   * @param {string[]} words
   * @returns {Promise<{hits: Hit[], missing: string[], partly: boolean}>}
   */
  async hits(words) {
    if (words.length === 0) {
      return { hits: await this.search(null), missing: [], partly: false };
    }
    const hits = await this.search(words.join(" "));
    if (words.length === 1) {
      return { hits, missing: hits.length === 0 ? words : [], partly: false };
    }
    const apart = await Promise.all(words.map((word) => this.search(word)));
    const missing = words.filter((_, place) => apart[place].length === 0);
    if (hits.length > 0) {
      return { hits, missing, partly: false };
    }
    return { hits: mostWords(apart), missing, partly: missing.length < words.length };
  }

  /**
   * @param {string | null} text
   * @returns {Promise<Hit[]>}
   */
  async search(text) {
    /** @type {Hit[]} */
    const hits = (await this.pagefind.search(text)).results.filter((/** @type {Hit} */ hit) => hit.id in this.facets.records);
    for (const hit of hits) {
      hit.score *= this.facets.records[hit.id][3];
    }
    // Of pages that fit as well, the one that others reuse most comes first.
    return this.inOrder(hits, REUSED, true).sort((one, other) => other.score - one.score);
  }

  /**
   * @param {string} id
   * @param {State} state
   * @param {string} except name of a facet whose choices do not count
   * @returns {boolean} whether the record has one of the chosen values of every facet
   */
  fits(id, state, except) {
    const row = this.facets.records[id][0];
    return [...state.chosen].every(([facet, values]) => {
      const place = this.names.indexOf(facet);
      return facet === except || place < 0 || row[place].some((value) => values.has(this.facets.facets[facet][value]));
    });
  }

  /**
   * @param {Hit[]} hits
   * @param {State} state
   * @returns {Map<string, Map<string, number>>}
   */
  count(hits, state) {
    const counts = new Map();
    this.names.forEach((facet, place) => {
      const numbers = new Map();
      for (const hit of hits) {
        if (this.fits(hit.id, state, facet)) {
          for (const value of this.facets.records[hit.id][0][place]) {
            const text = this.facets.facets[facet][value];
            numbers.set(text, (numbers.get(text) ?? 0) + 1);
          }
        }
      }
      counts.set(facet, numbers);
    });
    return counts;
  }

  /**
   * @param {Hit[]} hits
   * @param {string} order
   * @param {boolean} descending
   * @returns {Hit[]} records without a value last
   */
  inOrder(hits, order, descending) {
    const place = this.facets.orders.indexOf(order);
    if (place < 0) {
      return hits;
    }
    const lowest = descending ? -1 : Infinity;
    /** @param {Hit} hit */
    const rank = (hit) => this.facets.records[hit.id][2][place] ?? lowest;
    return [...hits].sort((one, other) => (descending ? rank(other) - rank(one) : rank(one) - rank(other)) || 0);
  }

  /**
   * @param {Hit} hit
   * @returns {Promise<Card>}
   */
  async card(hit) {
    const data = await hit.data();
    /** @type {Record<string, string>} */
    const shown = {};
    this.shownNames.forEach((name, place) => {
      const value = this.facets.records[hit.id][1][place];
      shown[name] = value === null ? "" : this.facets.shown[name][value];
    });
    return {
      href: new URL(data.raw_url.replace(/^\//, ""), this.root).href,
      title: data.meta.title,
      summary: data.meta.summary ?? "",
      excerpt: data.locations.length > 0 ? data.excerpt : "",
      shown,
    };
  }
}

/**
 * @param {Hit[][]} apart the results of each word
 * @returns {Hit[]} those with the most words first, then by score
 */
function mostWords(apart) {
  /** @type {Map<string, {hit: Hit, words: number, score: number}>} */
  const found = new Map();
  for (const hit of apart.flat()) {
    const before = found.get(hit.id);
    const better = before && before.hit.score > hit.score ? before.hit : hit;
    found.set(hit.id, { hit: better, words: (before?.words ?? 0) + 1, score: (before?.score ?? 0) + hit.score });
  }
  return [...found.values()].sort((one, other) => other.words - one.words || other.score - one.score).map(({ hit }) => hit);
}
