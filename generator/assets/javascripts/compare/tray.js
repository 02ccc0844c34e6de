// The bar with what the reader wants to compare, on every page; and the buttons that put something in it.

import { copy, filled, find } from "../parts.js";
import { CHANGED, MOST, add, has, items, query, remove, save } from "./chosen.js";

/** @param {HTMLElement} tray */
function start(tray) {
  const said = find(document, "[data-tray-said]");
  const list = find(tray, "[data-tray-list]");
  const go = /** @type {HTMLAnchorElement} */ (find(tray, "[data-tray-go]"));
  const base = go.href;

  const show = () => {
    const chosen = items();
    list.replaceChildren(...chosen.map((item) => lineOf(tray, item)));
    find(tray, "[data-tray-count]").textContent = filled(chosen.length === 1 ? tray.dataset.one : tray.dataset.many, { n: chosen.length });
    go.href = base + query(chosen.map(({ id }) => id));
    tray.hidden = chosen.length === 0;
  };
  /** @param {string} words */
  const say = (words) => {
    said.textContent = words;
  };

  list.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button) {
      const place = [...list.children].findIndex((line) => line.contains(button));
      const item = items()[place];
      remove(item.id);
      say(filled(said.dataset.removed, { title: item.title, n: items().length }));
      const next = list.querySelectorAll("button")[Math.min(place, list.children.length - 1)];
      (next ?? document.getElementById("inhoud"))?.focus();
    }
  });
  find(tray, "[data-tray-clear]").addEventListener("click", () => {
    save([]);
    say(said.dataset.cleared ?? "");
    document.getElementById("inhoud")?.focus();
  });
  for (const button of document.querySelectorAll("button[data-compare]")) {
    connect(/** @type {HTMLButtonElement} */ (button), (name, title) =>
      say(filled(said.dataset[name], { title, n: items().length, most: MOST })),
    );
  }
  document.addEventListener(CHANGED, show);
  show();
}

/**
 * @param {HTMLButtonElement} button with the id of an entry in `data-compare` and its title in `data-title`
 * @param {(words: string, title: string) => void} say what happened
 */
function connect(button, say) {
  const id = button.dataset.compare ?? "";
  const title = button.dataset.title ?? "";
  const show = () => button.classList.toggle("c-button--on", has(id));
  button.addEventListener("click", () => {
    if (has(id)) {
      remove(id);
      say("removed", title);
    } else {
      say(add({ id, title }) ? "added" : "full", title);
    }
  });
  document.addEventListener(CHANGED, show);
  button.hidden = false;
  show();
}

/**
 * @param {HTMLElement} tray
 * @param {import("./chosen.js").Chosen} item
 * @returns {HTMLElement}
 */
function lineOf(tray, item) {
  const line = copy(tray, "template");
  for (const place of line.querySelectorAll("[data-name]")) {
    place.textContent = item.title;
  }
  return line;
}

const tray = document.querySelector("[data-tray]");
if (tray instanceof HTMLElement) {
  start(tray);
}
