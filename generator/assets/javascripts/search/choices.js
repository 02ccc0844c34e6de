// The facets on the search page: their values with the number of results each would give.

import { copy, fill, part } from "./view.js";
import { fold } from "./words.js";

/**
 * @typedef {import("./facets.js").Chosen} Chosen
 *
 * @typedef {Map<string, number>} Counts results by value
 */

/** How many values there are before "Show all", and how many make a list that one searches in. */
const FEW = 7;
const MANY = 15;
/** A page with a thousand boxes is slow; who looks for a value beyond these finds it by its name. */
const MOST = 100;

/**
 * @param {HTMLElement} page
 * @returns {HTMLDetailsElement[]}
 */
export function facetsOf(page) {
  return Array.from(part(page, "choices").querySelectorAll("details"));
}

/**
 * Gives a facet room for its values.
 *
 * @param {HTMLElement} page
 * @param {HTMLDetailsElement} facet with its title alone
 */
export function furnish(page, facet) {
  const title = facet.querySelector("summary")?.textContent?.trim() ?? "";
  const group = copy(page, "group");
  group.setAttribute("aria-label", title);
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll("[data-words]"))) {
    words.textContent = fill(words.dataset.words, "title", title);
  }
  facet.append(group);
}

/**
 * @param {HTMLElement} page
 * @returns {string[]} names of the facets whose values are seen
 */
export function openFacets(page) {
  return facetsOf(page)
    .filter((facet) => facet.open)
    .map((facet) => facet.dataset.facet ?? "");
}

/**
 * Shows the values of a facet.
 *
 * Boxes that are there already stay: a reader who ticks one with the keyboard keeps their place.
 *
 * @param {HTMLElement} page
 * @param {HTMLDetailsElement} facet
 * @param {Counts} counts
 * @param {Set<string>} chosen
 */
export function showFacet(page, facet, counts, chosen) {
  const numbers = new Map(counts);
  for (const value of chosen) {
    numbers.set(value, numbers.get(value) ?? 0);
  }
  const filter = /** @type {HTMLElement} */ (facet.querySelector(".facet__filter"));
  const looked = fold(filter.querySelector("input")?.value.trim() ?? "");
  const values = sorted(numbers, (facet.dataset.first ?? "").split("|")).filter((value) => fold(value).includes(looked));
  const more = /** @type {HTMLButtonElement} */ (facet.querySelector(".facet__more"));
  const all = looked !== "" || more.getAttribute("aria-expanded") === "true";
  const seen = values.filter((value, place) => place < (all ? MOST : FEW) || chosen.has(value));
  const list = /** @type {HTMLElement} */ (facet.querySelector(".facet__choices"));
  const boxes = new Map(Array.from(list.children, (child) => [/** @type {HTMLElement} */ (child).dataset.value ?? "", child]));
  const wanted = seen.map((value) => {
    const box = /** @type {HTMLElement} */ (boxes.get(value) ?? choiceBox(page, facet.dataset.facet ?? "", value));
    const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
    input.checked = chosen.has(value);
    const count = /** @type {HTMLElement} */ (box.querySelector(".facet__count"));
    count.textContent = (numbers.get(value) ?? 0).toLocaleString(document.documentElement.lang);
    return box;
  });
  arrange(list, wanted);
  filter.hidden = numbers.size < MANY;
  more.hidden = all || values.length <= seen.length;
  /** @type {HTMLElement} */ (facet.querySelector(".facet__none")).hidden = seen.length > 0;
}

/**
 * @param {Counts} numbers
 * @param {string[]} first
 * @returns {string[]} values in the given order, then those with most results
 */
function sorted(numbers, first) {
  const place = new Map(first.map((value, number) => [value, number]));
  /** @param {string} value */
  const rank = (value) => place.get(value) ?? first.length;
  return [...numbers]
    .sort(([one, ones], [other, others]) => rank(one) - rank(other) || others - ones || one.localeCompare(other))
    .map(([value]) => value);
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
