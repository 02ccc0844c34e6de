// Words: what a reader typed, what of it carries meaning, and where it stands in a text.

// Words that say nothing about the subject. "Hoe trainen we medewerkers?" is a search for two words.
const EMPTY = new Set(
  (
    "aan al alle als ben bij dan dat de deze die dit doen door een eigen en er gaan geen hebben heeft het hier hoe hun " +
    "iets ik in is je jullie kan kunnen maar mag mee met mijn moet moeten na naar niet nog nu of om omdat onder ons " +
    "onze ook op over te ten ter tot u uit uw van veel via voor waar waarom wanneer was wat we welk welke werd wie " +
    "wij wil willen worden wordt ze zelf zich zij zijn zo zonder zou"
  ).split(" "),
);

/**
 * @param {string} text
 * @returns {string} lower case without accents
 */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * @param {string} text
 * @returns {string[]} its words as typed, each once
 */
export function wordsOf(text) {
  return [...new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.+#-]*/gu) ?? [])];
}

/**
 * @param {string} query
 * @returns {string[]} the words to search for: those that carry meaning, or all when none does
 */
export function searchWords(query) {
  const words = wordsOf(query);
  const meaningful = words.filter((word) => !EMPTY.has(fold(word)));
  return meaningful.length > 0 ? meaningful : words;
}

/** @typedef {{text: string, marked: boolean}} Piece a part of a text that is or is not what was looked for */

/**
 * Cuts a text so that the words that were looked for can be marked.
 *
 * A word counts when it begins as a searched one: the index finds those too.
 *
 * @param {string} text
 * @param {string[]} words as typed
 * @returns {Piece[]} together the whole text
 */
export function pieces(text, words) {
  const starts = words.map((word) => stem(fold(word))).filter((word) => word.length > 1);
  return text
    .split(/([\p{L}\p{N}\p{M}'’]+)/u)
    .map((part, place) => ({ text: part, marked: place % 2 === 1 && starts.some((start) => fold(part).startsWith(start)) }))
    .filter((piece) => piece.text !== "");
}

/**
 * @param {string} word
 * @returns {string} the word without a common Dutch ending, when enough of it is left
 */
function stem(word) {
  const short = word.replace(/(?:ingen|heden|ing|en|s|e)$/u, "");
  return short.length > 3 ? short : word;
}

/**
 * Cuts an excerpt of Pagefind, in which the found words stand between <mark> and </mark>.
 *
 * The text is parsed, never put in the page as HTML.
 *
 * @param {string} excerpt
 * @returns {Piece[]}
 */
export function excerptPieces(excerpt) {
  const body = new DOMParser().parseFromString(excerpt, "text/html").body;
  return Array.from(body.childNodes, (node) => ({ text: node.textContent ?? "", marked: node.nodeName === "MARK" }));
}
