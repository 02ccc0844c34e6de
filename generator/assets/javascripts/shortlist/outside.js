// The list goes out as a file, a link or a print, and a list from elsewhere comes in when the reader says so.

import { download, filled, find } from "../parts.js";
import { items } from "../shortlist.js";
import { fromFile, fromFragment, toCsv, toFragment, toJson, toMarkdown } from "./formats.js";
import { LARGEST, MOST, today } from "./safe.js";
import { byYear } from "./years.js";

/** @typedef {import("../shortlist.js").Item} Item */

export class Outside {
  /** @param {import("./page.js").ListPage} list */
  constructor(list) {
    this.list = list;
    this.page = list.page;
    /** What somebody else offers. @type {Item[]} */
    this.offered = [];
  }

  start() {
    const { page } = this;
    on(page, "[data-print]", () => print());
    on(page, "[data-csv]", () => download(`${fileName()}.csv`, "text/csv", toCsv(this.lines().flat(), this.list.words)));
    on(page, "[data-markdown]", () => download(`${fileName()}.md`, "text/markdown", toMarkdown(this.lines(), this.headings(), this.list.words)));
    on(page, "[data-json]", () => download(`${fileName()}.json`, "application/json", toJson(items())));
    on(page, "[data-share]", () => this.share());
    on(page, "[data-take]", () => this.take(false));
    on(page, "[data-replace]", () => this.take(true));
    on(page, "[data-leave]", () => this.leave());
    find(page, "[data-import-form]").addEventListener("submit", (event) => {
      event.preventDefault();
      this.offer(fromFragment(/** @type {HTMLInputElement} */ (find(page, "[data-paste]")).value), true);
    });
    find(page, "[data-file]").addEventListener("change", () => this.readFile());
    window.addEventListener("hashchange", () => this.offer(fromFragment(location.hash), false));
    window.addEventListener("beforeprint", () => this.date());
    this.date();
    this.offer(fromFragment(location.hash), false);
  }

  /** @returns {import("./formats.js").Line[][]} by year */
  lines() {
    return byYear(this.list.ordered()).map(([, list]) => list.flatMap((item) => this.list.rows.get(item.id)?.line(item) ?? []));
  }

  headings() {
    return byYear(this.list.ordered()).map(([year]) => String(year ?? this.list.words.no_year));
  }

  date() {
    const day = new Date().toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
    find(this.page, "[data-printed]").textContent = `${this.list.words.plan}, ${day}`;
  }

  async share() {
    const box = /** @type {HTMLInputElement} */ (find(this.page, "[data-link-text]"));
    box.value = `${location.origin}${location.pathname}${toFragment(items())}`;
    find(this.page, "[data-link-box]").hidden = false;
    box.focus();
    box.select();
    try {
      await navigator.clipboard.writeText(box.value);
      this.list.say(this.list.words.copied);
    } catch {
      this.list.say(this.list.words.copy);
    }
  }

  async readFile() {
    const input = /** @type {HTMLInputElement} */ (find(this.page, "[data-file]"));
    const file = input.files?.[0];
    if (!file) {
      return;
    }
    if (file.size > LARGEST) {
      this.list.say(this.list.words.too_large);
    } else {
      this.offer(fromFile(await file.text(), this.list.words), true);
    }
    // So that the same file can be chosen again.
    input.value = "";
  }

  /**
   * Shows what is in a list from elsewhere; nothing is kept before the reader says so.
   *
   * @param {Item[]} offered
   * @param {boolean} asked whether the reader gave it here, and so waits for an answer
   */
  async offer(offered, asked) {
    const { page, list } = this;
    this.offered = offered;
    const part = find(page, "[data-offer]");
    part.hidden = offered.length === 0;
    if (offered.length === 0) {
      if (asked || location.hash.length > 1) {
        list.say(list.words.unreadable);
      }
      return;
    }
    find(part, "[data-offer-title]").textContent = filled(list.words.found, { n: offered.length });
    const lines = offered.map((item) => line(item.id, item));
    find(part, "[data-offer-list]").replaceChildren(...lines);
    find(part, "h2").focus();
    await Promise.allSettled(
      offered.map(async (item, place) => {
        const entry = await list.entries.get(item.id);
        lines[place].replaceWith(line(entry?.title ?? `${item.id}: ${list.words.gone}`, item));
      }),
    );
  }

  /** @param {boolean} instead of what is on the reader's own list */
  take(instead) {
    const mine = instead ? [] : items();
    const known = new Set(mine.map((item) => item.id));
    const fresh = this.offered.filter((item) => !known.has(item.id));
    const words = filled(instead ? this.list.words.replaced : this.list.words.added, { n: fresh.length });
    this.list.change([...mine, ...fresh].slice(0, MOST), words);
    this.leave();
  }

  leave() {
    this.offered = [];
    find(this.page, "[data-offer]").hidden = true;
    if (location.hash) {
      history.replaceState(null, "", location.pathname);
    }
    find(this.page, "h1").focus();
  }
}

/**
 * @param {HTMLElement} page
 * @param {string} selector
 * @param {() => void} act
 */
function on(page, selector, act) {
  find(page, selector).addEventListener("click", act);
}

/**
 * @param {string} title
 * @param {Item} item
 * @returns {HTMLLIElement}
 */
function line(title, item) {
  const made = document.createElement("li");
  made.textContent = [title, item.year, item.note].filter(Boolean).join(" · ");
  return made;
}

function fileName() {
  return `jaarplan-${today()}`;
}
