// How well records have every idea of a search → the results, best first.

/**
 * @typedef {import("./query.js").Idea} Idea
 *
 * @typedef {object} Ranked
 * @property {number[]} records best first
 * @property {number} whole how many have all ideas; after these come records with a part of them
 */

/** With no more results than this, those with most of the ideas are shown after them. */
const FEW = 2;
/** What records must have of all that the ideas say, to be among these. */
const MOST = 0.5;
/** Who types the name of a page wants that page, also when it is one that others come before. */
const NAMED = 1.6;

/**
 * @param {Float32Array[]} fits one for every idea that is found anywhere
 * @param {Float32Array} named how well every record is called what was typed
 * @param {[number, number][]} weights
 * @returns {Ranked}
 */
export function rank(fits, named, weights) {
  const count = fits[0].length;
  const tells = fits.map((fit) => rarity(fit, count));
  const most = tells.reduce((sum, tell) => sum + tell, 0);
  const scores = new Float32Array(count);
  /** @type {number[]} */
  const all = [];
  /** @type {number[]} */
  const some = [];
  let record = 0;
  for (const [row, weight] of weights) {
    for (const end = record + row; record < end; record++) {
      let score = 0;
      let has = 0;
      let ideas = 0;
      for (let idea = 0; idea < fits.length; idea++) {
        if (fits[idea][record] > 0) {
          score += fits[idea][record] * tells[idea];
          has += tells[idea];
          ideas += 1;
        }
      }
      if (ideas > 0) {
        scores[record] = (weight * score * has) / most + NAMED * named[record] * most;
        (ideas === fits.length ? all : some).push(record);
      }
    }
  }
  /** @param {number[]} records */
  const sorted = (records) => records.sort((one, other) => scores[other] - scores[one] || one - other);
  if (all.length > FEW) {
    return { records: sorted(all), whole: all.length };
  }
  const near = some.filter((one) => shareOf(one, fits, tells) >= MOST * most);
  return { records: [...sorted(all), ...sorted(near.length > 0 ? near : some)], whole: all.length };
}

/**
 * @param {number} record
 * @param {Float32Array[]} fits
 * @param {number[]} tells
 * @returns {number} what the ideas it has say together
 */
function shareOf(record, fits, tells) {
  return fits.reduce((sum, fit, idea) => sum + (fit[record] > 0 ? tells[idea] : 0), 0);
}

/**
 * @param {Float32Array} fit
 * @param {number} count
 * @returns {number} what an idea says: the fewer records have it, the more
 */
function rarity(fit, count) {
  let found = 0;
  for (const value of fit) {
    found += value > 0 ? 1 : 0;
  }
  return Math.log(1 + (count - found + 0.5) / (found + 0.5));
}
