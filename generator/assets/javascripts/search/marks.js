// Where the words of a search stand in a text, and the piece of a long text in which most of them do.

import { stem } from "./stem.js";
import { fold } from "./words.js";

/**
 * @typedef {import("./query.js").Idea} Idea
 *
 * @typedef {{text: string, marked: boolean}} Piece a part of a text that is or is not what was looked for
 */

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’.][\p{L}\p{N}\p{M}]+)*/gu;
/** A part of a compound this long is marked with the whole word. */
const LONG_PART = 5;
/** Characters of an excerpt, and of those how many come before its first word that was looked for. */
const LENGTH = 190;
const BEFORE = 50;

/** Tells of a word which idea of a search it is; a word is looked at once, however often it stands in a text. */
export class Marker {
  /** @param {Idea[]} ideas */
  constructor(ideas) {
    this.ideas = ideas;
    /** @type {Map<string, number>} */
    this.known = new Map();
  }

  /**
   * @param {string} written
   * @returns {number} place of the idea among those of the search; -1 for a word that is none
   */
  ideaOf(written) {
    let place = this.known.get(written);
    if (place === undefined) {
      place = this.ideas.findIndex((idea) => means(fold(written), idea));
      this.known.set(written, place);
    }
    return place;
  }
}

/**
 * Cuts a text so that the words that were looked for can be marked.
 *
 * @param {string} text
 * @param {Marker} marker
 * @returns {Piece[]} together the whole text
 */
export function pieces(text, marker) {
  /** @type {Piece[]} */
  const found = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (marker.ideaOf(match[0]) >= 0) {
      found.push({ text: text.slice(end, match.index), marked: false }, { text: match[0], marked: true });
      end = match.index + match[0].length;
    }
  }
  found.push({ text: text.slice(end), marked: false });
  return found.filter((piece) => piece.text !== "");
}

/**
 * @param {string} text
 * @param {Marker} marker
 * @returns {Piece[]} the piece with most of the ideas; none when it has none of them
 */
export function excerpt(text, marker) {
  const marks = [...text.matchAll(WORD)]
    .map((match) => ({ at: match.index, idea: marker.ideaOf(match[0]) }))
    .filter((mark) => mark.idea >= 0);
  let best = -1;
  let most = 0;
  marks.forEach(({ at }, place) => {
    const near = marks.slice(place).filter((mark) => mark.at < at + LENGTH - BEFORE);
    const worth = new Set(near.map((mark) => mark.idea)).size * 10 + Math.min(near.length, 9);
    if (worth > most) {
      [best, most] = [at, worth];
    }
  });
  if (best < 0) {
    return [];
  }
  const from = best <= BEFORE ? 0 : text.indexOf(" ", best - BEFORE) + 1;
  const start = from > best ? best : from;
  const cut = start + LENGTH >= text.length ? text.length : text.lastIndexOf(" ", start + LENGTH);
  const shown = pieces(text.slice(start, Math.max(cut, best + 1)), marker);
  return [
    ...(start > 0 ? [{ text: "… ", marked: false }] : []),
    ...shown,
    ...(cut < text.length ? [{ text: " …", marked: false }] : []),
  ];
}

/**
 * @param {string} word of a text, folded
 * @param {Idea} idea
 * @returns {boolean} whether the index finds the word for it
 */
function means(word, idea) {
  const joined = word.replace(/[-'’.]/g, "");
  if (idea.growing && word.startsWith(idea.word)) {
    return true;
  }
  return [...idea.terms, ...idea.parts].some((term) => {
    const root = stem(joined);
    return root === term || word === term || (term.length >= LONG_PART && root.includes(term));
  });
}
