// What a reader typed → the ideas to look for, each with the records that have it and how well.

import { eachNumber } from "./packing.js";
import { stem } from "./stem.js";
import { fold, termsOf, tokensOf } from "./words.js";

/**
 * @typedef {import("./store.js").Start} Start
 * @typedef {import("./terms.js").Term} Term
 * @typedef {import("./terms.js").Terms} Terms
 *
 * @typedef {object} Idea a word of a search that means something
 * @property {string} word folded
 * @property {string[]} terms any of which is what the word means; the first is the word itself
 * @property {string[]} parts that together mean the same
 * @property {boolean} growing whether the reader may still be typing it
 */

// What a level stands for, as in generator/search/postings.py, and the weight at which a word says half of all it can.
const LOWEST = 0.05;
const RATIO = 1.22;
const HALF = 3;
/** What a word says that only begins as the one that was typed. */
const BEGINNING = 0.75;
/** What a part of a word says when nothing has all its parts. */
const PART = 0.5;

/**
 * @param {string} query
 * @param {Set<string>} empty
 * @returns {Idea[]}
 */
export function ideasOf(query, empty) {
  const tokens = tokensOf(fold(query));
  const ends = /[\p{L}\p{N}]$/u.test(query);
  /** @type {Idea[]} */
  const ideas = [];
  tokens.forEach((word, place) => {
    const [whole, ...parts] = termsOf(word, empty);
    if (whole && !ideas.some((idea) => idea.terms[0] === whole)) {
      const smaller = /^\d/.test(word) ? [] : parts;
      ideas.push({ word, terms: [whole], parts: smaller, growing: ends && place === tokens.length - 1 });
    }
  });
  return ideas;
}

/**
 * @param {Idea[]} ideas
 * @param {Terms} terms
 * @param {Start} start
 * @returns {Promise<Float32Array>} how well every record is called what was typed, whole and in whatever order
 */
export async function namedBy(ideas, terms, start) {
  const named = new Float32Array(start.count);
  const term = await terms.exactly(`=${ideas.map((idea) => idea.terms[0]).sort().join("_")}`);
  if (term) {
    add(named, term, 1, start);
  }
  return named;
}

/**
 * @param {Idea} idea
 * @param {Terms} terms
 * @param {Start} start
 * @returns {Promise<Float32Array>} how well every record has the idea, 0 when it has not
 */
export async function fitOf(idea, terms, start) {
  const fit = new Float32Array(start.count);
  const [beginning, exact, apart] = await Promise.all([
    idea.growing ? terms.startingWith(idea.word) : [],
    Promise.all([...idea.terms, ...unfinished(idea)].map((name) => terms.exactly(name))),
    Promise.all(idea.parts.map((part) => fitOf(plain(part), terms, start))),
  ]);
  exact.forEach((term) => term && add(fit, term, 1, start));
  if (apart.length > 0) {
    const together = apart[0].map((_, record) => Math.min(...apart.map((part) => part[record])));
    const some = apart[0].map((_, record) => PART * Math.max(...apart.map((part) => part[record])));
    const parts = together.some((value) => value > 0) ? together : some;
    parts.forEach((value, record) => {
      fit[record] = Math.max(fit[record], value);
    });
  }
  const isFound = fit.some((value) => value > 0);
  const longer = idea.growing || isFound ? beginning : await terms.startingWith(idea.word);
  for (const term of longer) {
    if (term.name !== idea.terms[0]) {
      add(fit, term, BEGINNING * Math.sqrt(idea.word.length / term.name.length), start);
    }
  }
  return fit;
}

/**
 * @param {string} part a term
 * @returns {Idea}
 */
function plain(part) {
  return { word: part, terms: [part], parts: [], growing: false };
}

/**
 * @param {Idea} idea
 * @returns {string[]} terms of a word that is being typed: "verhuizi" is on its way to "verhuizing"
 */
function unfinished(idea) {
  const root = idea.growing ? /^(.{3,}?)in?$/.exec(idea.word)?.[1] : undefined;
  return root ? [stem(`${root}en`)] : [];
}

/**
 * @param {Float32Array} fit
 * @param {Term} term
 * @param {number} share
 * @param {Start} start
 */
function add(fit, term, share, start) {
  let record = 0;
  const mask = (1 << start.level) - 1;
  eachNumber(term.posted, (value) => {
    record += value >>> start.level;
    const weight = LOWEST * RATIO ** (value & mask);
    fit[record] = Math.max(fit[record], (share * weight) / (weight + HALF));
  });
}
