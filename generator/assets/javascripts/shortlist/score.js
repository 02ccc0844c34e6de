// How much speaks for an entry: the formula of the page of an organisation, with weights the reader moves.

/**
 * @typedef {import("../entries.js").Entry} Entry
 * @typedef {import("../entries.js").Near} Near
 */

const FULL = 100;

/**
 * @param {Entry} entry
 * @param {Near | null} near who the reader's organisation works with and is like; nothing when it is not known
 * @returns {number[]} 0 to 100 for partners, peers, law, ease, reuse and volume, as generator/insight/gaps.py counts
 */
export function pointsOf(entry, near) {
  const users = new Set(entry.users);
  const partner = near?.partners.some((slug) => users.has(slug)) ? FULL : 0;
  const alike = (near?.peers ?? []).reduce((sum, [slug, likeness]) => sum + (users.has(slug) ? likeness : 0), 0);
  return [partner, Math.round((FULL * alike) / (alike + 1)), ...entry.points];
}

/**
 * @param {number[]} points
 * @param {number[]} weights
 * @returns {number} the weighted mean, 0 to 100, not rounded
 */
export function scoreOf(points, weights) {
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return points.reduce((sum, point, place) => sum + point * weights[place], 0) / all;
}

/**
 * Writes a score and what it is made of.
 *
 * @param {Element} box
 * @param {number[]} points
 * @param {number[]} weights
 */
export function explain(box, points, weights) {
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  write(box, "[data-score]", scoreOf(points, weights));
  box.querySelectorAll("[data-part]").forEach((line, place) => {
    /** @type {HTMLElement} */ (line).hidden = points[place] * weights[place] === 0;
    write(line, "[data-share]", (points[place] * weights[place]) / all);
    write(line, "[data-most]", (FULL * weights[place]) / all);
  });
}

/**
 * @param {Element} parent
 * @param {string} selector
 * @param {number} number
 */
function write(parent, selector, number) {
  const place = parent.querySelector(selector);
  if (place) {
    place.textContent = String(Math.round(number));
  }
}
