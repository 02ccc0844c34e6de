// The bar with what the reader wants to compare, on every page; and the buttons that put something in it. Those in cards
// come from cards.js, where there are cards.

import { copy, filled, find } from "../parts.js";
import { say, toggle } from "./choice.js";
import { CHANGED, has, items, query, remove, save } from "./chosen.js";

/** @param {HTMLElement} tray */
function start(tray) {
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

  list.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button) {
      const place = [...list.children].findIndex((line) => line.contains(button));
      const item = items()[place];
      remove(item.id);
      say("removed", item.title);
      const next = list.querySelectorAll("button")[Math.min(place, list.children.length - 1)];
      (next ?? document.getElementById("inhoud"))?.focus();
    }
  });
  find(tray, "[data-tray-clear]").addEventListener("click", () => {
    save([]);
    say("cleared", "");
    document.getElementById("inhoud")?.focus();
  });
  for (const button of document.querySelectorAll("button[data-compare]")) {
    connect(/** @type {HTMLButtonElement} */ (button));
  }
  document.addEventListener(CHANGED, show);
  show();
  if (document.querySelector(".c-card--entry, [data-results]")) {
    import("../cards.js");
  }
}

/** @param {HTMLButtonElement} button with the id of an entry in `data-compare` and its title in `data-title` */
function connect(button) {
  const id = button.dataset.compare ?? "";
  const show = () => button.classList.toggle("c-button--on", has(id));
  button.addEventListener("click", () => toggle({ id, title: button.dataset.title ?? "" }));
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
