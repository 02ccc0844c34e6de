// The search page: what the reader types and ticks → address, results, counts.

import { Engine } from "./engine.js";
import { choose, read, write } from "./state.js";
import { part, resultOf, showChips, showCount, showEmpty, showFacets, showNote } from "./view.js";

/**
 * @typedef {import("./engine.js").Found} Found
 * @typedef {import("./state.js").State} State
 */

/** How long after a keystroke the search begins, in milliseconds. */
const PAUSE = 120;
/** How many results are shown at a time. */
const STEP = 20;
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
    this.timer = 0;
  }

  start() {
    part(this.page, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.go({ ...this.state, query: this.box.value }, "push");
    });
    this.box.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.go({ ...this.state, query: this.box.value }, "replace"), PAUSE);
    });
    this.order.addEventListener("change", () => this.go({ ...this.state, order: this.order.value }, "push"));
    part(this.page, "choices").addEventListener("change", (event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      this.go(choose(this.state, input.name, input.value, input.checked), "push");
    });
    part(this.page, "choices").addEventListener("click", (event) => this.showAll(event));
    part(this.page, "chips").addEventListener("click", (event) => this.removeChip(event));
    part(this.page, "clear").addEventListener("click", () => {
      this.go({ ...this.state, chosen: new Map() }, "push");
      this.box.focus();
    });
    this.more.addEventListener("click", () => this.showMore(true));
    this.page.addEventListener("keydown", (event) => this.step(event));
    window.addEventListener("popstate", () => this.restore());
    this.openFacets();
    return this.restore();
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
    clearTimeout(this.timer);
    this.state = state;
    const address = `${location.pathname}${write(state)}`;
    if (history === "push" && address !== location.pathname + location.search) {
      window.history.pushState(null, "", address);
    } else if (history !== "keep") {
      window.history.replaceState(null, "", address);
    }
    const turn = ++this.turn;
    this.order.value = state.order;
    const found = await this.engine.find(state, this.order.selectedOptions[0]?.dataset.descending ?? "");
    if (turn === this.turn) {
      this.found = found;
      await this.show(found, turn);
    }
  }

  /**
   * @param {Found} found
   * @param {number} turn
   */
  async show(found, turn) {
    const cards = await Promise.all(found.results.slice(0, STEP).map((result) => result.card()));
    if (turn !== this.turn) {
      return;
    }
    showFacets(this.page, found, this.state);
    showChips(this.page, this.state);
    showNote(this.page, found);
    showEmpty(this.page, found);
    this.list.replaceChildren(...cards.map((card) => resultOf(this.page, card, found.words)));
    this.more.hidden = found.results.length <= STEP;
    showCount(this.page, found, this.state);
    this.page.dataset.shown = write(this.state) || "?";
  }

  /** @param {boolean} focus whether the reader asked for it, and goes on at the first new result */
  async showMore(focus) {
    const { found, turn } = this;
    if (!found) {
      return;
    }
    const from = this.list.children.length;
    const cards = await Promise.all(found.results.slice(from, from + STEP).map((result) => result.card()));
    if (turn !== this.turn) {
      return;
    }
    this.list.append(...cards.map((card) => resultOf(this.page, card, found.words)));
    this.more.hidden = this.list.children.length >= found.results.length;
    if (focus) {
      this.list.children[from]?.querySelector("a")?.focus();
    }
  }

  /** @param {Event} event */
  showAll(event) {
    const more = /** @type {HTMLElement} */ (event.target).closest(".facet__more");
    if (more && this.found) {
      more.setAttribute("aria-expanded", "true");
      const hidden = more.parentElement?.querySelector(".facet__choice[hidden] input");
      showFacets(this.page, this.found, this.state);
      /** @type {HTMLElement | null} */ (hidden)?.focus();
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
   * Goes through the results with the arrow keys: down from the field, up again to it.
   *
   * @param {KeyboardEvent} event
   */
  step(event) {
    const stops = [this.box, .../** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll("a"))];
    const from = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = from + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0);
    if (from >= 0 && to !== from && stops[to]) {
      event.preventDefault();
      stops[to].focus();
    }
  }

  /** On a wide screen the facets stand beside the results; on a phone they are behind a button. */
  openFacets() {
    const facets = /** @type {HTMLDetailsElement} */ (part(this.page, "facets"));
    const wide = matchMedia("(min-width: 60em)");
    const follow = () => {
      facets.open = wide.matches;
    };
    wide.addEventListener("change", follow);
    follow();
  }
}

const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-search]"));
if (page) {
  const box = /** @type {HTMLInputElement} */ (part(page, "box"));
  // What the address asks for is in the box at once; the index may take a moment.
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  try {
    const search = new SearchPage(page, await Engine.open(ROOT));
    part(page, "ready").hidden = false;
    await search.start();
  } catch (error) {
    part(page, "ready").hidden = true;
    part(page, "failed").hidden = false;
    console.error(error);
  }
}
