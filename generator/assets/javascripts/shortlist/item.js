// One item of the list as the page shows it.

import { ROOT } from "../entries.js";
import { copy, filled, find } from "../parts.js";
import { explain, pointsOf, scoreOf } from "./score.js";
import { today } from "./safe.js";

/**
 * @typedef {import("../entries.js").Entry} Entry
 * @typedef {import("../entries.js").Near} Near
 * @typedef {import("../shortlist.js").Item} Item
 * @typedef {import("./formats.js").Line} Line
 * @typedef {Record<string, string>} Words
 */

export class ItemRow {
  /**
   * @param {HTMLElement} page
   * @param {string} id
   * @param {Words} words
   */
  constructor(page, id, words) {
    this.id = id;
    this.words = words;
    this.row = copy(page, "[data-item-template]");
    this.row.dataset.id = id;
    /** @type {Entry | null | undefined} nothing yet; null when there is no such entry */
    this.entry = undefined;
    this.score = 0;
    this.name(id);
  }

  get title() {
    return this.entry?.title ?? this.id;
  }

  /** @param {Entry | null} entry */
  fill(entry) {
    this.entry = entry;
    if (!entry) {
      find(this.row, "[data-gist]").textContent = this.words.gone;
      this.row.classList.add("c-item--gone");
      return;
    }
    this.row.classList.remove("c-item--gone");
    this.name(entry.title);
    /** @type {HTMLAnchorElement} */ (find(this.row, "[data-link]")).href = new URL(entry.at, ROOT).href;
    find(this.row, "[data-over]").textContent = [...(entry.rows.kind ?? []), entry.owner].join(" · ");
    find(this.row, "[data-gist]").textContent = entry.gist;
    find(this.row, "[data-example]").hidden = !entry.example;
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.row.querySelectorAll("[data-fact]"))) {
      place.textContent = this.fact(place.dataset.fact ?? "");
    }
    const law = find(this.row, "[data-law]");
    law.hidden = !entry.law;
    find(law, "span").textContent = this.law();
  }

  /** Shows that the page could not be fetched. */
  fail() {
    this.row.classList.add("c-item--gone");
    find(this.row, "[data-gist]").textContent = this.words.failed;
  }

  /**
   * @param {Item} item
   * @param {number[]} years to choose from
   */
  show(item, years) {
    const year = /** @type {HTMLSelectElement} */ (find(this.row, "[data-year]"));
    if ([...year.options].slice(1).map((option) => option.value).join() !== years.join()) {
      year.replaceChildren(year.options[0], ...years.map((number) => new Option(String(number), String(number))));
    }
    year.value = String(item.year ?? "");
    /** @type {HTMLSelectElement} */ (find(this.row, "[data-priority]")).value = String(item.priority ?? "");
    const note = /** @type {HTMLTextAreaElement} */ (find(this.row, "[data-note]"));
    if (note !== document.activeElement) {
      note.value = item.note;
    }
    const printed = [
      item.priority ? `${this.words.priority}: ${this.words[`priority_${item.priority}`]}` : "",
      item.note ? `${this.words.note}: ${item.note}` : "",
    ];
    find(this.row, "[data-printed-choice]").textContent = printed.filter(Boolean).join("\n");
  }

  /**
   * @param {Near | null} near
   * @param {number[]} weights
   */
  weigh(near, weights) {
    const points = this.entry ? pointsOf(this.entry, near) : weights.map(() => 0);
    this.score = scoreOf(points, weights);
    const box = find(this.row, "[data-score-box]");
    box.hidden = !this.entry;
    explain(box, points, weights);
  }

  /**
   * @param {Item} item
   * @returns {Line} for a file
   */
  line(item) {
    const entry = this.entry;
    return {
      item,
      title: this.title,
      kind: (entry?.rows.kind ?? []).join(", "),
      owner: entry?.owner ?? "",
      score: entry ? String(Math.round(this.score)) : "",
      effort: this.fact("effort"),
      cost_once: this.fact("cost_once"),
      cost_per_year: this.fact("cost_per_year"),
      law: entry?.law ? [entry.law.name, entry.law.from].filter(Boolean).join(" ") : "",
      url: entry ? new URL(entry.at, ROOT).href : "",
    };
  }

  /**
   * @param {string} name of a row
   * @returns {string}
   */
  fact(name) {
    return this.entry?.rows[name]?.join(", ") || this.words.unknown;
  }

  law() {
    const law = this.entry?.law;
    if (!law) {
      return "";
    }
    if (!law.from) {
      return filled(this.words.law_undated, { law: law.name });
    }
    const day = new Date(`${law.from}T12:00:00`).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
    return filled(law.from > today() ? this.words.law : this.words.law_since, { law: law.name, day });
  }

  /** @param {string} title */
  name(title) {
    find(this.row, "[data-link]").textContent = title;
    for (const place of this.row.querySelectorAll("[data-for]")) {
      place.textContent = title;
    }
  }
}
