// Words of a text as the index knows them: the same rules as generator/search/words.py.

import { stem } from "./stem.js";

const TOKEN = /[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu;
const JOINT = /[-'’.]/;
const NUMBERED = /^\d+(?:\.\d+)+$/;
const LONGEST = 40;

/**
 * @param {string} text
 * @returns {string} lower case without accents
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]+/g, "");
}

/**
 * @param {string} text folded
 * @returns {string[]} its words as often as they occur, with what joins their parts
 */
export function tokensOf(text) {
  return text.match(TOKEN) ?? [];
}

/**
 * @param {string} token a folded word
 * @param {Set<string>} empty words that say nothing about a subject
 * @returns {string[]} what it is found by: its stem; of a word with joints the whole and its parts
 */
export function termsOf(token, empty) {
  if (empty.has(token) || token.length > LONGEST) {
    return [];
  }
  const parts = token.split(JOINT);
  if (parts.length === 1) {
    return [stem(token)];
  }
  if (NUMBERED.test(token)) {
    return parts.slice(1).map((_, cut) => parts.slice(0, parts.length - cut).join("."));
  }
  if (parts.at(-1) === "s") {
    return termsOf(parts.slice(0, -1).join(""), empty);
  }
  const smaller = parts.filter((part) => part.length > 1 && !empty.has(part)).map(stem);
  return [...new Set([stem(parts.join("")), ...smaller])];
}
