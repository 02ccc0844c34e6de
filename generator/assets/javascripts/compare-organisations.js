// Two organisations side by side: what each has is read from its own page, so nothing is told twice.

/**
 * @typedef {{id: string, title: string, at: string, how: string}} Entry
 * @typedef {{name: string, at: string, over: boolean}} Partnership
 * @typedef {{year: number, measure: string, value: string, rank: number | null, source: string}} Figure
 * @typedef {"a" | "b"} Side
 */

/**
 * @typedef {object} Told what a page says of its organisation
 * @property {string} name
 * @property {string} at
 * @property {[string, string][]} facts
 * @property {Entry[]} has
 * @property {Entry[]} had
 * @property {Partnership[]} partnerships
 * @property {Figure[]} figures
 * @property {Element | null} text what was written about it
 */

// This file is assets/javascripts/compare-organisations.js, so the site begins two folders up.
const ROOT = new URL("../../", import.meta.url);
/** @type {Side[]} */
const SIDES = ["a", "b"];
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

class Versus {
  /** @param {Element} page */
  constructor(page) {
    this.page = page;
    this.status = this.part("[data-status]");
    /** Number of the last comparison that was asked for: an answer to an older one is not shown. */
    this.turn = 0;
  }

  start() {
    const form = this.part("[data-form]");
    this.select("b").append(...[...this.select("a").children].slice(1).map((group) => group.cloneNode(true)));
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.follow(true);
    });
    form.addEventListener("change", () => this.follow(true));
    window.addEventListener("popstate", () => this.read());
    this.read();
  }

  /** Takes the choice from the address. */
  read() {
    const asked = new URLSearchParams(location.search);
    for (const side of SIDES) {
      const slug = asked.get(side) ?? "";
      const select = this.select(side);
      if (SLUG.test(slug) && ![...select.options].some((option) => option.value === slug)) {
        // One that has no place in the list may still have a page.
        select.add(new Option(slug, slug));
      }
      select.value = SLUG.test(slug) ? slug : "";
    }
    this.follow(false);
  }

  /** @param {boolean} note whether the address must follow the choice */
  async follow(note) {
    const [a, b] = SIDES.map((side) => this.select(side).value);
    const turn = (this.turn += 1);
    if (note) {
      const asked = new URLSearchParams(Object.entries({ a, b }).filter(([, slug]) => slug));
      history.pushState(null, "", asked.size ? `?${asked}` : location.pathname);
    }
    this.part("[data-result]").hidden = true;
    if (!a || !b || a === b) {
      this.say(a && a === b ? "same" : "");
      return;
    }
    this.say("busy");
    try {
      const told = await Promise.all([fetched(a), fetched(b)]);
      if (turn === this.turn) {
        this.show(told[0], told[1]);
      }
    } catch {
      if (turn === this.turn) {
        this.say("failed");
      }
    }
  }

  /**
   * @param {Told} a
   * @param {Told} b
   */
  show(a, b) {
    const names = { a: a.name, b: b.name };
    const title = this.part("[data-title]");
    title.textContent = filled(title.dataset.words, names);
    document.title = [title.textContent, ...document.title.split(" – ").slice(-1)].join(" – ");
    this.examples?.remove();
    this.showNames(names);
    this.showEntries(a, b);
    this.showPartnerships(a, b);
    this.showFigures(a, b);
    this.showFacts(a, b);
    this.showTexts(a, b);
    this.part("[data-result]").hidden = false;
    this.say("done", names);
  }

  /** @param {Record<Side, string>} names */
  showNames(names) {
    for (const side of SIDES) {
      for (const place of this.page.querySelectorAll(`[data-name="${side}"]`)) {
        place.textContent = names[side];
      }
      for (const place of [this.part(`[data-only="${side}"]`), this.part(`[data-heading="${side}"]`)]) {
        place.textContent = filled(place.dataset.words, { name: names[side] });
      }
    }
  }

  /**
   * @param {Told} a
   * @param {Told} b
   */
  showEntries(a, b) {
    const inA = new Map(a.has.map((entry) => [entry.id, entry]));
    const inB = new Map(b.has.map((entry) => [entry.id, entry]));
    const both = a.has.filter((entry) => inB.has(entry.id));
    this.list("both", both.map((entry) => line(entry, hows([[a.name, entry.how], [b.name, inB.get(entry.id)?.how ?? ""]]))));
    this.list("a", a.has.filter((entry) => !inB.has(entry.id)).map((entry) => line(entry, entry.how)));
    this.list("b", b.has.filter((entry) => !inA.has(entry.id)).map((entry) => line(entry, entry.how)));
    /** @type {Map<string, {entry: Entry, told: [string, string][]}>} */
    const had = new Map();
    for (const { name, had: entries } of [a, b]) {
      for (const entry of entries) {
        had.set(entry.id, { entry, told: [...(had.get(entry.id)?.told ?? []), [name, entry.how]] });
      }
    }
    this.part("[data-had-part]").hidden = had.size === 0;
    this.list("had", [...had.values()].map(({ entry, told }) => line(entry, hows(told))));
  }

  /**
   * @param {"both" | Side | "had"} name
   * @param {HTMLLIElement[]} lines
   */
  list(name, lines) {
    const list = this.part(`[data-list="${name}"]`);
    const none = document.createElement("li");
    none.textContent = list.dataset.none ?? "";
    none.className = "c-quiet";
    list.replaceChildren(...(lines.length ? lines : [none]));
    const number = this.page.querySelector(`[data-number="${name}"]`);
    if (number) {
      number.textContent = String(lines.length);
    }
  }

  /**
   * @param {Told} a
   * @param {Told} b
   */
  showPartnerships(a, b) {
    const ofB = new Map(b.partnerships.map((item) => [item.at, item]));
    const shared = a.partnerships.filter((item) => ofB.has(item.at));
    const now = shared.filter((item) => !item.over && !ofB.get(item.at)?.over);
    const then = shared.filter((item) => !now.includes(item));
    this.part("[data-together]").hidden = shared.length === 0;
    for (const [name, items] of /** @type {[string, Partnership[]][]} */ ([["now", now], ["then", then]])) {
      const place = this.part(`[data-${name}]`);
      place.hidden = items.length === 0;
      const [before, after] = (place.dataset.words ?? "").split("{names}");
      place.replaceChildren(before, ...items.flatMap((item, count) => [count ? ", " : "", link(item.at, item.name)]), after ?? "");
    }
  }

  /**
   * @param {Told} a
   * @param {Told} b
   */
  showFigures(a, b) {
    const body = this.part("[data-figures]");
    /** @param {Figure} figure */
    const key = (figure) => `${figure.measure}\n${9999 - figure.year}`;
    const [inA, inB] = [a, b].map((told) => new Map(told.figures.map((figure) => [key(figure), figure])));
    const keys = [...new Set([...inA.keys(), ...inB.keys()])].sort();
    body.replaceChildren(
      ...keys.map((name) => {
        const [one, other] = [inA.get(name), inB.get(name)];
        const either = /** @type {Figure} */ (one ?? other);
        return row(`${either.measure} (${either.year})`, [one, other].map((figure) => outcome(figure, body)));
      }),
    );
    this.part("[data-figures-part]").hidden = keys.length === 0;
  }

  /**
   * @param {Told} a
   * @param {Told} b
   */
  showFacts(a, b) {
    const body = this.part("[data-facts]");
    const [inA, inB] = [new Map(a.facts), new Map(b.facts)];
    const names = [...new Set([...inA.keys(), ...inB.keys()])];
    body.replaceChildren(
      ...names.map((name) => row(name, [inA, inB].map((facts) => [facts.get(name) ?? body.dataset.none ?? ""]))),
    );
  }

  /**
   * @param {Told} a
   * @param {Told} b
   */
  showTexts(a, b) {
    this.part("[data-told-part]").hidden = !a.text && !b.text;
    for (const [side, told] of /** @type {[Side, Told][]} */ ([["a", a], ["b", b]])) {
      const place = this.part(`[data-told="${side}"]`);
      // Finished and made safe when the page was built, like everything on it.
      const text = told.text ? document.importNode(told.text, true) : null;
      place.replaceChildren(...(text ? [...text.childNodes] : [place.dataset.none ?? ""]));
      place.className = text ? "c-prose" : "c-quiet";
      place.lang = told.text instanceof HTMLElement ? told.text.lang : "";
    }
  }

  /**
   * @param {"" | "busy" | "same" | "failed" | "done"} what
   * @param {Record<string, string>} names
   */
  say(what, names = {}) {
    this.status.textContent = what ? filled(this.status.dataset[what], names) : "";
    this.status.classList.toggle("c-hidden", what === "done");
  }

  get examples() {
    return this.page.querySelector("[data-examples]");
  }

  /**
   * @param {Side} side
   * @returns {HTMLSelectElement}
   */
  select(side) {
    return /** @type {HTMLSelectElement} */ (this.part(`[data-choice="${side}"]`));
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  part(selector) {
    const found = this.page.querySelector(selector);
    if (!(found instanceof HTMLElement)) {
      throw new Error(`no ${selector} on this page`);
    }
    return found;
  }
}

/**
 * @param {string} slug
 * @returns {Promise<Told>} what the page of an organisation says; that of one that merged leads on
 */
async function fetched(slug) {
  const address = new URL(`organisaties/${slug}/`, ROOT);
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const moved = /url=(.*)/.exec(page.querySelector("meta[http-equiv=refresh]")?.getAttribute("content") ?? "");
  const next = moved ? /^(?:\.\.\/)*([a-z0-9-]+)\/$/.exec(moved[1])?.[1] : undefined;
  if (next && next !== slug) {
    return fetched(next);
  }
  const told = JSON.parse(page.querySelector("[data-compared]")?.textContent ?? "");
  return { ...told, text: page.querySelector("[data-told]") };
}

/**
 * @param {string | undefined} words with places such as {name}
 * @param {Record<string, string>} values
 * @returns {string}
 */
function filled(words, values) {
  return (words ?? "").replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/**
 * @param {[string, string][]} told names and how each has it
 * @returns {string}
 */
function hows(told) {
  return told.map(([name, how]) => `${name}: ${how}`).join(" · ");
}

/**
 * @param {Entry} entry
 * @param {string} how
 * @returns {HTMLLIElement}
 */
function line(entry, how) {
  const item = document.createElement("li");
  const note = document.createElement("span");
  note.className = "c-quiet";
  note.textContent = how;
  item.append(link(entry.at, entry.title), " ", note);
  return item;
}

/**
 * @param {string} at address from the root of the site
 * @param {string} words
 * @returns {HTMLAnchorElement}
 */
function link(at, words) {
  const made = document.createElement("a");
  made.href = new URL(at, ROOT).href;
  made.textContent = words;
  return made;
}

/**
 * @param {string} head
 * @param {(string | Node)[][]} cells
 * @returns {HTMLTableRowElement}
 */
function row(head, cells) {
  const made = document.createElement("tr");
  const cell = document.createElement("th");
  cell.scope = "row";
  cell.textContent = head;
  made.append(cell);
  for (const parts of cells) {
    made.insertCell().append(...parts);
  }
  return made;
}

/**
 * @param {Figure | undefined} figure
 * @param {HTMLElement} words
 * @returns {(string | Node)[]} the outcome, with a way to its source
 */
function outcome(figure, words) {
  if (!figure) {
    return [words.dataset.none ?? ""];
  }
  const place = figure.rank === null ? "" : filled(words.dataset.place, { n: String(figure.rank) });
  const strong = document.createElement("strong");
  strong.textContent = [figure.value, place].filter(Boolean).join(", ") || (words.dataset.none ?? "");
  if (!figure.source.startsWith("https://")) {
    return [strong, ` (${figure.source})`];
  }
  const source = document.createElement("a");
  source.href = figure.source;
  source.rel = "noopener external";
  source.className = "c-quiet";
  source.textContent = new URL(figure.source).hostname.replace(/^www\./, "");
  return [strong, " ", source];
}

const page = document.querySelector("[data-versus]");
if (page) {
  new Versus(page).start();
}
