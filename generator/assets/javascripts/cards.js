// Cards of entries in lists and among results: two buttons in each, to compare it and to put it on the list.

import { toggle } from "./compare/choice.js";
import { CHANGED as COMPARED, items as compared } from "./compare/chosen.js";
import { ROOT } from "./entries.js";
import { find } from "./parts.js";
import { CHANGED as LISTED, add, has, items as listed, remove } from "./shortlist.js";

/** Address of an entry below the root of the site. */
const ENTRY = /^(?:toepassingen|praktijken)\/([a-z0-9-]+)\/$/;

/** @typedef {"compare" | "list"} Action */

/** @type {Record<Action, string>} */
const ICONS = { compare: "compare-horizontal", list: "playlist-plus" };
const ICON_WHEN_ON = "check";

/** Puts the buttons in all cards of entries, those that came in later as well. */
function dressAll() {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".c-card--link .c-card__title a"))) {
    const card = link.closest(".c-card");
    const id = link.href.startsWith(ROOT.href) ? ENTRY.exec(link.href.slice(ROOT.href.length))?.[1] : undefined;
    if (card && id && !card.querySelector(".c-card__actions")) {
      card.append(buttonsFor(id, link.textContent?.trim() ?? ""));
    }
  }
  showChoices();
}

/** Shows in all cards what is compared and what is on the list. */
function showChoices() {
  const on = { compare: idsOf(compared()), list: idsOf(listed()) };
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button[data-action]"))) {
    const action = /** @type {Action} */ (button.dataset.action);
    const isOn = on[action].has(button.dataset.id ?? "");
    button.setAttribute("aria-pressed", String(isOn));
    /** @type {HTMLElement} */ (button.firstElementChild).className = `c-icon c-icon--${isOn ? ICON_WHEN_ON : ICONS[action]}`;
  }
}

/**
 * @param {string} id of an entry
 * @param {string} title
 * @returns {HTMLElement}
 */
function buttonsFor(id, title) {
  const words = find(document, "[data-tray]").dataset;
  const line = document.createElement("p");
  line.className = "c-card__actions";
  line.append(buttonOf("compare", id, words.compare ?? "", title), buttonOf("list", id, words.list ?? "", title));
  return line;
}

/**
 * @param {Action} action
 * @param {string} id of an entry
 * @param {string} words that are seen
 * @param {string} title of the entry, which who hears the button needs too
 * @returns {HTMLButtonElement}
 */
function buttonOf(action, id, words, title) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "c-card__action";
  Object.assign(button.dataset, { action, id, title });
  const about = Object.assign(document.createElement("span"), { className: "c-hidden", textContent: ` ${title}` });
  button.append(document.createElement("i"), words, about);
  return button;
}

/**
 * @param {{id: string}[]} items
 * @returns {Set<string>}
 */
function idsOf(items) {
  return new Set(items.map(({ id }) => id));
}

/** @param {MouseEvent} event */
function choose(event) {
  const button = event.target instanceof Element ? event.target.closest("button[data-action]") : null;
  if (button instanceof HTMLElement) {
    const { action, id = "", title = "" } = button.dataset;
    if (action === "compare") {
      toggle({ id, title });
    } else if (has(id)) {
      remove(id);
    } else {
      add(id);
    }
  }
}

dressAll();
document.addEventListener("click", choose);
document.addEventListener(COMPARED, showChoices);
document.addEventListener(LISTED, showChoices);
for (const list of document.querySelectorAll("[data-results]")) {
  new MutationObserver(dressAll).observe(list, { childList: true });
}
