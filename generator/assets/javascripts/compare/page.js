// The page that compares: the address says what stands side by side, so it can be mailed and the back button works.

import { Entries, ROOT, isId } from "../entries.js";
import { copy, filled, find } from "../parts.js";
import { items as kept } from "../shortlist.js";
import { MOST, query, save } from "./chosen.js";
import { narrow, showTable } from "./table.js";

/** @typedef {import("../entries.js").Entry} Entry */

/** How long after a keystroke the search begins, in milliseconds, and how much it shows. */
const PAUSE = 150;
const CHOICES = 6;
const KINDS = ["toepassingen/", "praktijken/"];

class ComparePage {
  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    this.entries = new Entries(Number(page.dataset.pointers));
    this.status = find(page, "[data-status]");
    this.only = /** @type {HTMLInputElement} */ (find(page, "[data-only]"));
    this.box = /** @type {HTMLInputElement} */ (find(page, "[data-search]"));
    /** @type {Entry[]} */
    this.shown = [];
    /** Number of the last comparison, and of the last search, that began: an older answer is not shown. */
    this.turn = 0;
    this.searches = 0;
    this.timer = 0;
    /** @type {Promise<import("../search/engine.js").Engine> | null} */
    this.engine = null;
    this.name = document.title.split(" – ").slice(-1)[0];
  }

  start() {
    this.only.addEventListener("change", () => narrow(this.page, this.only.checked));
    find(this.page, "[data-print]").addEventListener("click", () => print());
    find(this.page, "[data-heads]").addEventListener("click", (event) => this.removeOne(event));
    find(this.page, "[data-add]").addEventListener("click", (event) => this.addOne(event));
    this.box.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.search(), PAUSE);
    });
    window.addEventListener("popstate", () => this.read());
    this.read();
  }

  /** Takes what is compared from the address. */
  async read() {
    const asked = (new URLSearchParams(location.search).get("ids") ?? "").split(",").map((id) => id.trim()).filter(Boolean);
    const ids = [...new Set(asked)];
    find(this.page, "[data-too-many]").hidden = ids.length <= MOST;
    await this.show(ids.slice(0, MOST), "");
  }

  /**
   * @param {string[]} ids
   * @param {string} said what happened, in words, before how many there are
   */
  async show(ids, said) {
    const turn = (this.turn += 1);
    if (ids.length) {
      this.status.textContent = this.status.dataset.busy ?? "";
    }
    const answers = await Promise.allSettled(ids.map((id) => this.entries.get(id)));
    if (turn !== this.turn) {
      return;
    }
    const found = answers.map((answer) => (answer.status === "fulfilled" ? answer.value : undefined));
    this.shown = [...new Map(found.flatMap((entry) => (entry ? [[entry.id, entry]] : []))).values()];
    const missing = ids.filter((_, place) => found[place] === null);
    const notice = find(this.page, "[data-missing]");
    notice.hidden = missing.length === 0;
    find(notice, "p").textContent = filled(notice.dataset.words, { names: missing.map((id) => (isId(id) ? id : "?")).join(", ") });
    find(this.page, "[data-failed]").hidden = !found.includes(undefined);
    this.draw(said);
  }

  /** @param {string} said */
  draw(said) {
    const number = this.shown.length;
    const title = find(this.page, "[data-title]");
    const names = this.shown.map((entry) => entry.title).join(", ");
    title.textContent = number ? filled(this.page.dataset.titleWords, { names }) : (this.page.dataset.titleNone ?? "");
    document.title = `${title.textContent} – ${this.name}`;
    find(this.page, "[data-lead]").hidden = number > 0;
    find(this.page, "[data-result]").hidden = number === 0;
    const { differ, all } = showTable(this.page, this.shown);
    narrow(this.page, this.only.checked);
    const count = number === 0 ? "" : number === 1 ? this.status.dataset.one : filled(this.status.dataset.done, { n: number, differ, all });
    this.status.textContent = [said, count].filter(Boolean).join(" ");
    this.drawChoices();
  }

  drawChoices() {
    const here = new Set(this.shown.map((entry) => entry.id));
    const heading = find(this.page, "[data-add-title]");
    heading.textContent = (here.size ? heading.dataset.more : heading.dataset.first) ?? "";
    find(this.page, "[data-add]").hidden = false;
    find(this.page, "[data-add-form]").hidden = here.size >= MOST;
    find(this.page, "[data-full]").hidden = here.size < MOST;
    const related = new Map(this.shown.flatMap((entry) => entry.related).map((item) => [item.id, item]));
    this.choices("[data-related]", [...related.values()].filter((item) => !here.has(item.id)).slice(0, CHOICES));
    const turn = this.turn;
    const ids = kept().map((item) => item.id).filter((id) => !here.has(id)).slice(0, CHOICES);
    Promise.allSettled(ids.map((id) => this.entries.get(id))).then((answers) => {
      if (turn === this.turn) {
        this.choices("[data-kept]", answers.flatMap((answer) => (answer.status === "fulfilled" && answer.value ? [answer.value] : [])));
      }
    });
  }

  /**
   * @param {string} selector
   * @param {{id: string, title: string}[]} items
   */
  choices(selector, items) {
    const part = find(this.page, selector);
    part.hidden = items.length === 0;
    find(part, "ul").replaceChildren(...items.map((item) => this.choiceOf(item)));
  }

  /**
   * @param {{id: string, title: string}} item
   * @returns {HTMLElement}
   */
  choiceOf(item) {
    const choice = copy(this.page, "[data-choice]");
    find(choice, "[data-pick]").dataset.pick = item.id;
    find(choice, "[data-name]").textContent = item.title;
    return choice;
  }

  /** @param {Event} event */
  async addOne(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-pick]") : null;
    const id = button instanceof HTMLElement ? (button.dataset.pick ?? "") : "";
    if (id) {
      const title = button?.textContent?.trim() ?? "";
      this.box.value = "";
      find(this.page, "[data-results]").replaceChildren();
      find(this.page, "[data-search-status]").textContent = "";
      await this.go([...this.shown.map((entry) => entry.id), id], filled(this.status.dataset.added, { title }));
      (this.shown.length < MOST ? this.box : find(this.page, "[data-title]")).focus();
    }
  }

  /** @param {Event} event */
  async removeOne(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-remove]") : null;
    const id = button instanceof HTMLElement ? (button.dataset.remove ?? "") : "";
    const gone = this.shown.findIndex((entry) => entry.id === id);
    if (gone >= 0) {
      const { title } = this.shown[gone];
      await this.go(this.shown.map((entry) => entry.id).filter((other) => other !== id), filled(this.status.dataset.removed, { title }));
      const buttons = /** @type {NodeListOf<HTMLElement>} */ (this.page.querySelectorAll("[data-remove]"));
      (buttons[Math.min(gone, buttons.length - 1)] ?? find(this.page, "[data-title]")).focus();
    }
  }

  /**
   * @param {string[]} ids
   * @param {string} said
   */
  async go(ids, said) {
    history.pushState(null, "", `${location.pathname}${query(ids)}`);
    find(this.page, "[data-too-many]").hidden = true;
    await this.show(ids, said);
    // The bar on other pages holds what was compared last.
    save(this.shown.map(({ id, title }) => ({ id, title })));
  }

  /** Shows what fits the words in the box. */
  async search() {
    const turn = (this.searches += 1);
    const words = this.box.value.trim();
    const status = find(this.page, "[data-search-status]");
    try {
      const found = words ? await this.found(words) : [];
      if (turn !== this.searches) {
        return;
      }
      find(this.page, "[data-results]").replaceChildren(...found.map((item) => this.choiceOf(item)));
      const said = found.length === 0 ? status.dataset.none : found.length === 1 ? status.dataset.one : status.dataset.many;
      status.textContent = words ? filled(said, { n: found.length }) : "";
    } catch {
      status.textContent = status.dataset.failed ?? "";
    }
  }

  /**
   * @param {string} words
   * @returns {Promise<{id: string, title: string}[]>} entries that fit and are not there yet, the best first
   */
  async found(words) {
    this.engine ??= import("../search/engine.js").then(({ Engine }) => Engine.open(ROOT));
    const engine = await this.engine;
    const { results } = await engine.find({ query: words, chosen: new Map(), order: "" }, false);
    const cards = await Promise.all(results.slice(0, 4 * CHOICES).map((record) => engine.card(record)));
    const here = new Set(this.shown.map((entry) => entry.id));
    return cards
      .filter((card) => KINDS.some((kind) => card.address.startsWith(kind)))
      .map((card) => ({ id: card.address.split("/")[1], title: card.title }))
      .filter((item) => !here.has(item.id))
      .slice(0, CHOICES);
  }
}

const page = document.querySelector("[data-compare-page]");
if (page instanceof HTMLElement) {
  new ComparePage(page).start();
}
