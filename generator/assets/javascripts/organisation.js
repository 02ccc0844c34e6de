// The page of an organisation: the reader weighs the reasons, chooses a theme, and puts entries on a list.

import { connect } from "./shortlist.js";

/**
 * @typedef {object} Gap something others have and this organisation does not
 * @property {HTMLElement} row
 * @property {string[]} themes
 * @property {number[]} points 0 to 100 for each reason
 */

/** @param {HTMLElement} part */
function start(part) {
  const shown = Number(part.dataset.shown);
  const first = find(part, "[data-first]");
  const others = part.querySelector("[data-others]");
  const theme = /** @type {HTMLSelectElement} */ (find(part, "[data-theme]"));
  const sliders = /** @type {HTMLInputElement[]} */ ([...part.querySelectorAll("[data-weight]")]);
  const gaps = [...part.querySelectorAll("[data-gap]")].map((row) => gapOf(/** @type {HTMLElement} */ (row)));

  const show = () => {
    const weights = sliders.map((slider) => Number(slider.value));
    for (const slider of sliders) {
      find(slider.parentElement ?? part, "output").textContent = slider.value;
    }
    const chosen = ordered(gaps, weights).filter((gap) => theme.value === "" || gap.themes.includes(theme.value));
    for (const gap of gaps) {
      explain(gap, weights);
      gap.row.hidden = !chosen.includes(gap);
    }
    first.append(...chosen.slice(0, shown).map((gap) => gap.row));
    others?.append(...chosen.slice(shown).map((gap) => gap.row));
    tell(part, chosen.length, shown);
  };

  for (const slider of sliders) {
    slider.addEventListener("input", show);
  }
  theme.addEventListener("change", show);
  find(part, "[data-reset]").addEventListener("click", () => {
    for (const slider of sliders) {
      slider.value = slider.defaultValue;
    }
    show();
  });
  find(part, "[data-weigh]").hidden = false;
  // A browser that goes back may have kept other weights and another theme.
  show();
}

/**
 * @param {HTMLElement} row
 * @returns {Gap}
 */
function gapOf(row) {
  return {
    row,
    themes: (row.dataset.themes ?? "").split(" "),
    points: (row.dataset.points ?? "").split(" ").map(Number),
  };
}

/**
 * @param {Gap[]} gaps in the order of the page, which decides between equals
 * @param {number[]} weights
 * @returns {Gap[]} what weighs most first
 */
function ordered(gaps, weights) {
  return [...gaps].sort((one, other) => weighed(other.points, weights) - weighed(one.points, weights));
}

/**
 * @param {number[]} points
 * @param {number[]} weights
 * @returns {number} the points times the weights, added up
 */
function weighed(points, weights) {
  return points.reduce((sum, point, place) => sum + point * weights[place], 0);
}

/**
 * Writes the score and what it is made of; the weights count as shares of their sum.
 *
 * @param {Gap} gap
 * @param {number[]} weights
 */
function explain(gap, weights) {
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  find(gap.row, "[data-score]").textContent = String(Math.round(weighed(gap.points, weights) / all));
  for (const line of gap.row.querySelectorAll("[data-part]")) {
    const place = Number(line.getAttribute("data-part"));
    find(line, "[data-share]").textContent = String(Math.round((gap.points[place] * weights[place]) / all));
    find(line, "[data-most]").textContent = String(Math.round((100 * weights[place]) / all));
  }
}

/**
 * @param {HTMLElement} part
 * @param {number} number how many are shown
 * @param {number} shown how many of them at once
 */
function tell(part, number, shown) {
  const count = find(part, "[data-count]");
  const words = number === 1 ? count.dataset.one : count.dataset.many;
  count.textContent = (words ?? "").replace("{n}", String(number));
  const more = part.querySelector("[data-more]");
  if (more instanceof HTMLElement) {
    more.hidden = number <= shown;
    find(more, "[data-rest]").textContent = String(Math.max(0, number - shown));
  }
}

/**
 * @param {Element} part
 * @param {string} selector
 * @returns {HTMLElement}
 */
function find(part, selector) {
  const found = part.querySelector(selector);
  if (!(found instanceof HTMLElement)) {
    throw new Error(`no ${selector} on this page`);
  }
  return found;
}

for (const part of document.querySelectorAll("[data-gaps]")) {
  start(/** @type {HTMLElement} */ (part));
}
for (const button of document.querySelectorAll("button[data-shortlist]")) {
  connect(/** @type {HTMLButtonElement} */ (button));
}
