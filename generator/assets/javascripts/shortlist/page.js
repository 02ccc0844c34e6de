// The page of the reader's own list: what is on it by year, in an order the reader decides.

import { Entries, isId, near } from "../entries.js";
import { filled, find } from "../parts.js";
import { CHANGED, items, save } from "../shortlist.js";
import { ItemRow } from "./item.js";
import { Outside } from "./outside.js";
import { safeItems, safeNote } from "./safe.js";
import { showYears } from "./years.js";

/**
 * @typedef {import("../entries.js").Near} Near
 * @typedef {import("../shortlist.js").Item} Item
 */

/** In this browser only: the reader's organisation, and the weights that were moved. */
const ORGANISATION = "catalogus.organisatie";
const WEIGHTS = "catalogus.gewichten";
const ORDER = "catalogus.lijst.volgorde";
/** How many years one can choose from, this year first. */
const AHEAD = 6;

export class ListPage {
  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    /** @type {Record<string, string>} */
    this.words = JSON.parse(find(page, "[data-words]").textContent ?? "{}");
    this.entries = new Entries(Number(page.dataset.pointers));
    this.order = /** @type {HTMLSelectElement} */ (find(page, "[data-order]"));
    this.organisation = /** @type {HTMLSelectElement} */ (find(page, "[data-organisation]"));
    this.sliders = /** @type {HTMLInputElement[]} */ ([...page.querySelectorAll("[data-weight]")]);
    /** @type {Map<string, ItemRow>} */
    this.rows = new Map();
    /** @type {Near | null} */
    this.near = null;
    /** What can be put back. @type {Item[] | null} */
    this.before = null;
    /** @type {Item[]} */
    this.list = [];
  }

  start() {
    this.restore();
    this.listen();
    new Outside(this).start();
    document.addEventListener(CHANGED, () => this.show());
    this.show();
    this.follow();
  }

  /** Puts back what the reader chose before; what is kept may be anything. */
  restore() {
    const order = kept(ORDER);
    this.order.value = [...this.order.options].some((option) => option.value === order) ? order : "score";
    const slug = kept(ORGANISATION);
    this.organisation.value = [...this.organisation.options].some((option) => option.value === slug) ? slug : "";
    const weights = kept(WEIGHTS).split(",");
    this.sliders.forEach((slider, place) => {
      if (/^\d{1,2}$/.test(weights[place] ?? "")) {
        slider.value = weights[place];
      }
    });
  }

  listen() {
    this.order.addEventListener("change", () => {
      keep(ORDER, this.order.value);
      this.show();
    });
    this.organisation.addEventListener("change", () => {
      keep(ORGANISATION, this.organisation.value);
      this.follow();
    });
    for (const slider of this.sliders) {
      slider.addEventListener("input", () => {
        keep(WEIGHTS, this.weights.join(","));
        this.show();
      });
    }
    find(this.page, "[data-reset]").addEventListener("click", () => {
      for (const slider of this.sliders) {
        slider.value = slider.defaultValue;
      }
      keep(WEIGHTS, "");
      this.show();
    });
    const years = find(this.page, "[data-years]");
    years.addEventListener("change", (event) => this.edit(event));
    years.addEventListener("input", (event) => event.target instanceof HTMLTextAreaElement && this.edit(event));
    years.addEventListener("click", (event) => this.press(event));
    find(this.page, "[data-undo]").addEventListener("click", () => {
      const { before } = this;
      if (before) {
        this.change(before, this.words.restored, false);
        find(this.page, "h1").focus();
      }
    });
    find(this.page, "[data-clear]").addEventListener("click", () => {
      this.change([], this.words.cleared);
      find(this.page, "[data-undo]").focus();
    });
  }

  get weights() {
    return this.sliders.map((slider) => Number(slider.value));
  }

  get years() {
    const now = new Date().getFullYear();
    const ahead = Array.from({ length: AHEAD }, (_, count) => now + count);
    return [...new Set([...ahead, ...this.list.flatMap((item) => item.year ?? [])])].sort();
  }

  /** Fetches who the reader's organisation works with and is like. */
  async follow() {
    const slug = this.organisation.value;
    try {
      const told = isId(slug) ? await near(slug) : null;
      if (slug === this.organisation.value) {
        this.near = told;
      }
    } catch {
      this.near = null;
    }
    this.show();
  }

  /** Shows the list as it is now. */
  show() {
    this.list = safeItems(items());
    const { list, page, weights, years } = this;
    for (const slider of this.sliders) {
      find(slider.parentElement ?? page, "output").textContent = slider.value;
    }
    find(page, "[data-empty]").hidden = list.length > 0;
    find(page, "[data-full]").hidden = list.length === 0;
    find(page, "[data-import]").hidden = false;
    find(page, "[data-clear-box]").hidden = list.length === 0;
    for (const item of list) {
      const row = this.rows.get(item.id) ?? this.added(item.id);
      row.show(item, years);
      row.weigh(this.near, weights);
    }
    page.classList.toggle("c-list--own", this.order.value === "own");
    showYears(page, this.ordered(), this.rows, this.words);
  }

  /** @returns {Item[]} */
  ordered() {
    /** @param {Item} item */
    const score = (item) => -(this.rows.get(item.id)?.score ?? 0);
    /** @param {Item} item */
    const priority = (item) => item.priority ?? 4;
    switch (this.order.value) {
      case "own":
        return this.list;
      case "priority":
        return [...this.list].sort((one, other) => priority(one) - priority(other) || score(one) - score(other));
      default:
        return [...this.list].sort((one, other) => score(one) - score(other));
    }
  }

  /**
   * @param {string} id
   * @returns {ItemRow} without what its page tells, which comes later
   */
  added(id) {
    const row = new ItemRow(this.page, id, this.words);
    this.rows.set(id, row);
    this.entries.get(id).then(
      (entry) => {
        row.fill(entry);
        this.show();
      },
      () => row.fail(),
    );
    return row;
  }

  /**
   * @param {Item[]} list
   * @param {string} said
   * @param {boolean} canUndo
   */
  change(list, said, canUndo = true) {
    this.before = canUndo ? this.list : null;
    save(list);
    find(this.page, "[data-undo]").hidden = !canUndo;
    this.say(said);
  }

  /** @param {string} words */
  say(words) {
    find(this.page, "[data-status]").textContent = words;
  }

  /**
   * Keeps what the reader chose or typed for an item.
   *
   * @param {Event} event
   */
  edit(event) {
    const field = /** @type {HTMLSelectElement | HTMLTextAreaElement} */ (event.target);
    const id = field.closest("[data-id]")?.getAttribute("data-id");
    const number = field.value === "" ? null : Number(field.value);
    const told = "note" in field.dataset ? { note: safeNote(field.value) } : "year" in field.dataset ? { year: number } : { priority: number };
    save(this.list.map((item) => (item.id === id ? { ...item, ...told } : item)));
    // It may stand in another year now; the reader goes on where it stands.
    field.focus();
  }

  /** @param {Event} event */
  press(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const line = button?.closest("[data-id]");
    const id = line?.getAttribute("data-id") ?? "";
    const title = this.rows.get(id)?.title ?? "";
    if (button && "remove" in button.dataset) {
      this.change(this.list.filter((item) => item.id !== id), filled(this.words.removed, { title }));
      find(this.page, "[data-undo]").focus();
    } else if (button && line) {
      this.move(id, "up" in button.dataset ? -1 : 1);
      const place = [...(line.parentElement?.children ?? [])].indexOf(line) + 1;
      this.say(filled(this.words.moved, { title, n: place }));
      button.focus();
    }
  }

  /**
   * Changes places with the one before or after it in the same year.
   *
   * @param {string} id
   * @param {-1 | 1} step
   */
  move(id, step) {
    const list = [...this.list];
    const from = list.findIndex((item) => item.id === id);
    let to = from + step;
    while (list[to] && list[to].year !== list[from].year) {
      to += step;
    }
    if (list[to]) {
      [list[from], list[to]] = [list[to], list[from]];
      save(list);
    }
  }
}

/**
 * @param {string} key
 * @returns {string}
 */
function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or forbidden: the choice then lasts as long as the page.
  }
}

const page = document.querySelector("[data-list-page]");
if (page instanceof HTMLElement) {
  new ListPage(page).start();
}
