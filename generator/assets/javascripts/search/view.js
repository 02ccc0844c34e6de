// The search page as the reader sees it: fills the elements of generator/pages/templates/search.html.

import { excerpt, pieces } from "./marks.js";
import { write as address } from "./state.js";

/**
 * @typedef {import("./engine.js").Found} Found
 * @typedef {import("./marks.js").Piece} Piece
 * @typedef {import("./marks.js").Marker} Marker
 * @typedef {import("./state.js").State} State
 * @typedef {import("./store.js").Card} Card
 */

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} name of a data attribute
 * @returns {T}
 */
export function part(parent, name) {
  const found = parent.querySelector(`[data-${name}]`);
  if (!(found instanceof HTMLElement)) {
    throw new Error(`The page has no [data-${name}].`);
  }
  return /** @type {T} */ (found);
}

/**
 * @param {HTMLElement} page
 * @param {string} name of a template
 * @returns {HTMLElement} a fresh copy of what is in it
 */
export function copy(page, name) {
  const template = /** @type {HTMLTemplateElement} */ (part(page, name));
  return /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild);
}

/**
 * @param {HTMLElement} element
 * @param {Piece[]} text
 */
function write(element, text) {
  element.replaceChildren(
    ...text.map((piece) => {
      if (!piece.marked) {
        return document.createTextNode(piece.text);
      }
      const mark = document.createElement("mark");
      mark.textContent = piece.text;
      return mark;
    }),
  );
}

/**
 * @param {HTMLElement} page
 * @param {Found} found
 * @param {State} state
 */
export function showCount(page, found, state) {
  const line = part(page, "count");
  const number = found.results.length;
  const words = [line.dataset.none, line.dataset.one][number] ?? fill(line.dataset.many, "n", number.toLocaleString(document.documentElement.lang));
  const query = state.query.trim();
  part(page, "sheet-close").textContent = fill(line.dataset.show, "results", words ?? "");
  line.textContent = query ? `${words} ${fill(line.dataset.for, "words", query)}` : words;
}

/**
 * Says what the results are when they are not simply what was asked for.
 *
 * @param {HTMLElement} page
 * @param {Found} found
 * @param {State} state
 */
export function showNote(page, found, state) {
  const note = part(page, "note");
  const { replaced, missing, whole, results } = found;
  const said = replaced.map(({ typed, meant }) => fill(fill(note.dataset.replaced, "typed", typed), "meant", meant));
  if (missing.length > 0 && results.length > 0) {
    said.push(fill(note.dataset.without, "words", missing.map((word) => `“${word}”`).join(", ")));
  }
  if (results.length > 0 && found.unnarrowed > whole && state.chosen.size === 0 && !state.order) {
    said.push(whole === 0 ? note.dataset.part ?? "" : fill(whole === 1 ? note.dataset.fewOne : note.dataset.fewMany, "n", String(whole)));
  }
  note.textContent = said.join(" ");
  note.hidden = said.length === 0;
  const link = /** @type {HTMLAnchorElement} */ (part(page, "meant-link"));
  part(page, "meant").hidden = found.suggestion === "";
  link.textContent = found.suggestion;
  link.href = address({ ...state, query: found.suggestion });
}

/**
 * @param {HTMLElement} page
 * @param {Found} found
 */
export function showEmpty(page, found) {
  part(page, "empty").hidden = found.results.length > 0;
  const button = part(page, "clear");
  button.textContent = fill(button.dataset.words, "n", String(found.unnarrowed));
  part(page, "widen").hidden = found.unnarrowed === 0;
}

/**
 * @param {HTMLElement} page
 * @param {State} state
 */
export function showChips(page, state) {
  const list = part(page, "chips");
  const chips = [...state.chosen].flatMap(([facet, values]) =>
    [...values].map((value) => {
      const chip = copy(page, "chip");
      const button = /** @type {HTMLButtonElement} */ (chip.querySelector("button"));
      button.dataset.facet = facet;
      button.dataset.value = value;
      /** @type {HTMLElement} */ (chip.querySelector(".chip__word")).textContent = value;
      button.setAttribute("aria-label", fill(list.dataset.remove, "words", value));
      return chip;
    }),
  );
  list.replaceChildren(...chips);
  list.hidden = chips.length === 0;
}

/**
 * @param {HTMLElement} page
 * @param {Card} card
 * @param {Marker} marker of the words that were looked for
 * @param {URL} root of the site
 * @returns {HTMLElement}
 */
export function resultOf(page, card, marker, root) {
  const item = copy(page, "result");
  const link = /** @type {HTMLAnchorElement} */ (part(item, "link"));
  link.href = new URL(card.address, root).href;
  write(link, pieces(card.title, marker));
  write(part(item, "summary"), pieces(card.summary, marker));
  part(item, "over").textContent = [card.shown.soort, card.shown.organisatie].filter(Boolean).join(" · ");
  const text = excerpt(card.text ?? "", marker);
  part(item, "excerpt").hidden = text.length === 0;
  write(part(item, "excerpt"), text);
  const badges = [card.shown.status, card.shown.gebruikt, card.shown.themas].filter(Boolean).map((word) => {
    const badge = copy(page, "badge");
    badge.textContent = word;
    return badge;
  });
  part(item, "badges").replaceChildren(...badges.flatMap((badge) => [badge, " "]));
  return item;
}

/**
 * @param {string | undefined} sentence
 * @param {string} name
 * @param {string} value
 * @returns {string} the sentence with its `{name}` filled
 */
export function fill(sentence, name, value) {
  return (sentence ?? "").split(`{${name}}`).join(value);
}
