// What the reader asked for, and the address that says it: a search can be mailed and bookmarked.

/**
 * @typedef {object} State
 * @property {string} query as typed
 * @property {Map<string, Set<string>>} chosen values by the name of the facet; no empty sets
 * @property {string} order name of an order; empty for the best match first
 */

const QUERY = "q";
const ORDER = "volgorde";

/**
 * @param {URLSearchParams} address
 * @param {string[]} facets names of the facets there are
 * @returns {State}
 */
export function read(address, facets) {
  const chosen = new Map();
  for (const facet of facets) {
    const values = address.getAll(facet).filter((value) => value !== "");
    if (values.length > 0) {
      chosen.set(facet, new Set(values));
    }
  }
  return { query: address.get(QUERY) ?? "", chosen, order: address.get(ORDER) ?? "" };
}

/**
 * @param {State} state
 * @returns {string} what stands behind the path, `?` included; empty for no search at all
 */
export function write(state) {
  const address = new URLSearchParams();
  if (state.query.trim()) {
    address.set(QUERY, state.query.trim());
  }
  for (const [facet, values] of [...state.chosen].sort(([one], [other]) => one.localeCompare(other))) {
    for (const value of [...values].sort()) {
      address.append(facet, value);
    }
  }
  if (state.order) {
    address.set(ORDER, state.order);
  }
  return address.size > 0 ? `?${address}` : "";
}

/**
 * @param {State} state
 * @param {string} facet
 * @param {string} value
 * @param {boolean} on
 * @returns {State} with the value chosen or not
 */
export function choose(state, facet, value, on) {
  const chosen = new Map(state.chosen);
  const values = new Set(chosen.get(facet));
  if (on) {
    values.add(value);
  } else {
    values.delete(value);
  }
  if (values.size > 0) {
    chosen.set(facet, values);
  } else {
    chosen.delete(facet);
  }
  return { ...state, chosen };
}
