// The search page as the reader sees it: fills the elements of generator/pages/templates/search.html.

import { excerptPieces, pieces } from "./words.js";

/**
 * @typedef {import("./engine.js").Card} Card
 * @typedef {import("./engine.js").Found} Found
 * @typedef {import("./state.js").State} State
 * @typedef {import("./words.js").Piece} Piece
 */

/** How many values of a facet are there before "Show all". */
const FEW = 7;

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
function copy(page, name) {
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
  line.textContent = query ? `${words} ${fill(line.dataset.for, "words", query)}` : words;
}

/**
 * @param {HTMLElement} page
 * @param {Found} found
 */
export function showNote(page, found) {
  const note = part(page, "note");
  const without = found.missing.length > 0 && found.results.length > 0;
  note.textContent = found.partly
    ? note.dataset.part ?? ""
    : fill(note.dataset.without, "words", found.missing.map((word) => `“${word}”`).join(", "));
  note.hidden = !(found.partly && found.results.length > 0) && !without;
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
 * Shows the values of every facet with the number of results each would give.
 *
 * Boxes that are there already stay: a reader who ticks one with the keyboard keeps their place.
 *
 * @param {HTMLElement} page
 * @param {Found} found
 * @param {State} state
 */
export function showFacets(page, found, state) {
  for (const group of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-facet]:not(button)"))) {
    const name = group.dataset.facet ?? "";
    const numbers = new Map(found.counts.get(name));
    const chosen = state.chosen.get(name) ?? new Set();
    for (const value of chosen) {
      numbers.set(value, numbers.get(value) ?? 0);
    }
    const first = (group.dataset.first ?? "").split(",").reverse();
    const values = [...numbers].sort(
      ([one, ones], [other, others]) =>
        first.indexOf(other) - first.indexOf(one) || others - ones || one.localeCompare(other),
    );
    const list = /** @type {HTMLElement} */ (group.querySelector(".facet__choices"));
    const more = /** @type {HTMLButtonElement} */ (group.querySelector(".facet__more"));
    const all = more.getAttribute("aria-expanded") === "true";
    const boxes = new Map(Array.from(list.children, (child) => [/** @type {HTMLElement} */ (child).dataset.value ?? "", child]));
    const wanted = values.map(([value, number], place) => {
      const box = /** @type {HTMLElement} */ (boxes.get(value) ?? choiceBox(page, name, value));
      const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
      input.checked = chosen.has(value);
      /** @type {HTMLElement} */ (box.querySelector(".facet__count")).textContent = number.toLocaleString(document.documentElement.lang);
      box.hidden = !all && place >= FEW && !chosen.has(value);
      return box;
    });
    arrange(list, wanted);
    more.hidden = all || values.length <= FEW;
    group.hidden = values.length === 0;
  }
}

/**
 * Puts children in an order without moving the one that has the focus out of the page.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement[]} wanted
 */
function arrange(list, wanted) {
  const keep = new Set(wanted);
  for (const child of Array.from(list.children)) {
    if (!keep.has(/** @type {HTMLElement} */ (child))) {
      child.remove();
    }
  }
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  wanted.forEach((child, place) => {
    if (list.children[place] !== child) {
      list.insertBefore(child, list.children[place] ?? null);
    }
  });
  if (focused instanceof HTMLElement && document.activeElement !== focused) {
    focused.focus({ preventScroll: true });
  }
}

/**
 * @param {HTMLElement} page
 * @param {string} facet
 * @param {string} value
 * @returns {HTMLElement}
 */
function choiceBox(page, facet, value) {
  const box = copy(page, "choice");
  const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
  box.dataset.value = value;
  input.name = facet;
  input.value = value;
  /** @type {HTMLElement} */ (box.querySelector(".facet__label")).textContent = value;
  return box;
}

/**
 * @param {HTMLElement} page
 * @param {Card} card
 * @param {string[]} words that were looked for
 * @returns {HTMLElement}
 */
export function resultOf(page, card, words) {
  const item = copy(page, "result");
  const link = /** @type {HTMLAnchorElement} */ (part(item, "link"));
  link.href = card.href;
  write(link, pieces(card.title, words));
  write(part(item, "summary"), pieces(card.summary, words));
  part(item, "over").textContent = [card.shown.soort, card.shown.organisatie].filter(Boolean).join(" · ");
  const excerpt = part(item, "excerpt");
  const text = excerptPieces(card.excerpt);
  excerpt.hidden = !text.some((piece) => piece.marked);
  write(excerpt, excerpt.hidden ? [] : [{ text: "… ", marked: false }, ...text, { text: " …", marked: false }]);
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
function fill(sentence, name, value) {
  return (sentence ?? "").split(`{${name}}`).join(value);
}
