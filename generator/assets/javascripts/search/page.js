// The search page: what the reader types and ticks → address, results, counts.

import { facetsOf, furnish, openFacets, showFacet } from "./choices.js";
import { Engine } from "./engine.js";
import { Marker } from "./marks.js";
import { placeFacets } from "./sheet.js";
import { choose, read, write } from "./state.js";
import { part, resultOf, showChips, showCount, showEmpty, showNote } from "./view.js";

/**
 * @typedef {import("./engine.js").Found} Found
 * @typedef {import("./state.js").State} State
 */

/** How many results are shown at first, how many more each time a reader asks, and how many fill a screen for who types. */
const FIRST = 10;
const STEP = 20;
const SCREEN = 5;
/** In this browser only: whether the key `/` leads to the search box; header.js reads it. */
const SHORTCUT = "catalogus-sneltoets";
// This file is assets/javascripts/search/page.js, so the site begins three folders up, whatever the base path.
const ROOT = new URL("../../../", import.meta.url);

class SearchPage {
  /**
   * @param {HTMLElement} page
   * @param {Engine} engine
   */
  constructor(page, engine) {
    this.page = page;
    this.engine = engine;
    this.box = /** @type {HTMLInputElement} */ (part(page, "box"));
    this.order = /** @type {HTMLSelectElement} */ (part(page, "order"));
    this.list = part(page, "results");
    this.more = /** @type {HTMLButtonElement} */ (part(page, "more"));
    /** @type {State} */
    this.state = { query: "", chosen: new Map(), order: "" };
    /** @type {Found | null} */
    this.found = null;
    /** Number of the last search that began: an answer to an older one is not shown. */
    this.turn = 0;
  }

  start() {
    placeFacets(this.page);
    part(this.page, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.go({ ...this.state, query: this.box.value }, "push");
    });
    this.box.addEventListener("input", () => this.go({ ...this.state, query: this.box.value }, "replace"));
    this.order.addEventListener("change", () => this.go({ ...this.state, order: this.order.value }, "push"));
    this.listenToFacets();
    part(this.page, "chips").addEventListener("click", (event) => this.removeChip(event));
    part(this.page, "clear").addEventListener("click", () => {
      this.go({ ...this.state, chosen: new Map() }, "push");
      this.box.focus();
    });
    part(this.page, "meant-link").addEventListener("click", (event) => {
      event.preventDefault();
      this.box.value = this.found?.suggestion ?? "";
      this.go({ ...this.state, query: this.box.value }, "push");
      this.box.focus();
    });
    this.more.addEventListener("click", () => this.orAnew(this.showMore()));
    this.page.addEventListener("keydown", (event) => this.step(event));
    window.addEventListener("popstate", () => this.restore());
    return this.restore();
  }

  listenToFacets() {
    const choices = part(this.page, "choices");
    choices.addEventListener("submit", (event) => event.preventDefault());
    choices.addEventListener("change", (event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      if (input.type === "checkbox") {
        this.go(choose(this.state, input.name, input.value, input.checked), "push");
      }
    });
    choices.addEventListener("input", (event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      const facet = input.closest("details");
      if (input.type === "search" && facet) {
        this.orAnew(this.count([facet.dataset.facet ?? ""]));
      }
    });
    choices.addEventListener("click", (event) => this.orAnew(this.showAll(event)));
    for (const facet of facetsOf(this.page)) {
      furnish(this.page, facet);
      // What no page has, nobody can choose.
      facet.hidden = !this.engine.names.includes(facet.dataset.facet ?? "");
      facet.addEventListener("toggle", () => facet.open && this.orAnew(this.count([facet.dataset.facet ?? ""])));
    }
  }

  /** Takes over what the address says. */
  restore() {
    this.box.value = new URLSearchParams(location.search).get("q") ?? "";
    return this.go(read(new URLSearchParams(location.search), this.engine.names), "keep");
  }

  /**
   * @param {State} state
   * @param {"push" | "replace" | "keep"} history what becomes of the address; `push` makes "back" return to this
   */
  async go(state, history) {
    this.state = state;
    const address = `${location.pathname}${write(state)}`;
    if (history === "push" && address !== location.pathname + location.search) {
      window.history.pushState(null, "", address);
    } else if (history !== "keep") {
      window.history.replaceState(null, "", address);
    }
    this.order.value = state.order;
    const first = history === "replace" ? SCREEN : FIRST;
    try {
      await this.search(state, first);
    } catch {
      // A new site may have taken the place of this one: its index has other files.
      try {
        this.engine = await Engine.open(ROOT);
        await this.search(state, first);
      } catch (error) {
        fail(this.page);
        console.error(error);
      }
    }
  }

  /** @param {Promise<void>} step that may find the files of the index gone; then the whole search is done again */
  async orAnew(step) {
    try {
      await step;
    } catch {
      await this.go(this.state, "keep");
    }
  }

  /**
   * @param {State} state
   * @param {number} first how many results are shown before the others are there
   */
  async search(state, first) {
    const turn = ++this.turn;
    const found = await this.engine.find(state, this.order.selectedOptions[0]?.dataset.descending === "yes");
    // Of what was typed on the way to a word, no results are fetched.
    const cards = turn === this.turn ? await this.cards(found, 0, first) : [];
    if (turn === this.turn) {
      this.found = found;
      this.show(found, cards);
      await this.count(openFacets(this.page));
    }
    const others = turn === this.turn ? await this.cards(found, first, FIRST) : [];
    if (turn === this.turn) {
      this.list.append(...others);
      this.more.hidden = found.results.length <= FIRST;
      this.page.dataset.shown = write(state) || "?";
    }
  }

  /**
   * @param {Found} found
   * @param {number} from
   * @param {number} to
   * @returns {Promise<HTMLElement[]>}
   */
  async cards(found, from, to) {
    const cards = await this.engine.cards(found, from, to);
    const marker = new Marker(found.ideas);
    return cards.map((card) => resultOf(this.page, card, marker, ROOT));
  }

  /**
   * @param {Found} found
   * @param {HTMLElement[]} cards
   */
  show(found, cards) {
    showChips(this.page, this.state);
    showNote(this.page, found, this.state);
    showEmpty(this.page, found);
    this.list.replaceChildren(...cards);
    this.more.hidden = cards.length < FIRST || found.results.length <= FIRST;
    showCount(this.page, found, this.state);
  }

  /** @param {string[]} names of facets to show the values of */
  async count(names) {
    const { found, state, turn } = this;
    if (!found) {
      return;
    }
    const counts = await this.engine.counts(names, found);
    if (turn === this.turn) {
      for (const facet of facetsOf(this.page)) {
        const name = facet.dataset.facet ?? "";
        if (counts.has(name)) {
          showFacet(this.page, facet, counts.get(name) ?? new Map(), state.chosen.get(name) ?? new Set());
        }
      }
    }
  }

  /** Shows more results; the keyboard goes on at the first new one. */
  async showMore() {
    const { found, turn } = this;
    if (found) {
      const from = this.list.children.length;
      const cards = await this.cards(found, from, from + STEP);
      if (turn === this.turn) {
        this.list.append(...cards);
            this.more.hidden = this.list.children.length >= found.results.length;
        this.list.children[from]?.querySelector("a")?.focus();
      }
    }
  }

  /** @param {Event} event */
  async showAll(event) {
    const more = /** @type {HTMLElement} */ (event.target).closest(".facet__more");
    const facet = more?.closest("details");
    if (more && facet) {
      const shown = facet.querySelectorAll(".facet__choice").length;
      more.setAttribute("aria-expanded", "true");
      await this.count([facet.dataset.facet ?? ""]);
      facet.querySelectorAll(".facet__choice")[shown]?.querySelector("input")?.focus();
    }
  }

  /** @param {Event} event */
  removeChip(event) {
    const chip = /** @type {HTMLElement} */ (event.target).closest("button");
    if (chip) {
      this.go(choose(this.state, chip.dataset.facet ?? "", chip.dataset.value ?? "", false), "push");
      // The button goes, and with it the reader's place: the box is where the next step starts.
      this.box.focus();
    }
  }

  /**
   * Goes through the results with the arrow keys: down from the field, up again to it; Escape too goes to it.
   *
   * @param {KeyboardEvent} event
   */
  step(event) {
    const stops = [this.box, .../** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll("a"))];
    const from = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = event.key === "Escape" ? 0 : from + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0);
    if (from >= 0 && to !== from && stops[to]) {
      event.preventDefault();
      stops[to].focus();
    }
  }
}

/** @param {HTMLElement} page */
function fail(page) {
  part(page, "ready").hidden = true;
  part(page, "failed").hidden = false;
}

/**
 * Lets a reader whose software types for them switch the key off.
 *
 * @param {HTMLElement} page
 */
function offerShortcut(page) {
  const box = /** @type {HTMLInputElement} */ (part(page, "shortcut-on"));
  box.checked = localStorage.getItem(SHORTCUT) !== "uit";
  box.addEventListener("change", () => {
    if (box.checked) {
      localStorage.removeItem(SHORTCUT);
    } else {
      localStorage.setItem(SHORTCUT, "uit");
    }
  });
  part(page, "shortcut").hidden = false;
}

const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-search]"));
if (page) {
  const box = /** @type {HTMLInputElement} */ (part(page, "box"));
  // What the address asks for is in the box at once; the index may take a moment.
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  offerShortcut(page);
  try {
    const search = new SearchPage(page, await Engine.open(ROOT));
    part(page, "ready").hidden = false;
    await search.start();
  } catch (error) {
    fail(page);
    console.error(error);
  }
}
