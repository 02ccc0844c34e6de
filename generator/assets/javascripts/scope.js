// What Material's own scripts expect to find on every page: where this site keeps its choices, and how.
// A plain script, not a module: it must have run before the page is drawn.
"use strict";

{
  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  // This file is assets/javascripts/scope.js, so the site begins two folders up, whatever the base path.
  const scope = new URL("../..", /** @type {HTMLScriptElement} */ (document.currentScript).src);

  Object.assign(window, {
    __md_scope: scope,
    /** @param {string} text */
    __md_hash: (text) => Array.from(text).reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0),
    /**
     * @param {string} key
     * @param {Storage} store
     * @param {URL} base
     */
    __md_get: (key, store = localStorage, base = scope) => {
      try {
        return JSON.parse(store.getItem(`${base.pathname}.${key}`) ?? "null");
      } catch {
        return null;
      }
    },
    /**
     * @param {string} key
     * @param {unknown} value
     * @param {Storage} store
     * @param {URL} base
     */
    __md_set: (key, value, store = localStorage, base = scope) => {
      try {
        store.setItem(`${base.pathname}.${key}`, JSON.stringify(value));
      } catch {
        // Storage is full or forbidden: the choice then lasts as long as the page.
      }
    },
  });
}
