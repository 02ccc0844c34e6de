// The map: shades by what the reader chooses, moves by the arrows, and shows who uses one application or practice.

/**
 * @typedef {object} Mark
 * @property {SVGAElement} link
 * @property {SVGCircleElement} circle
 * @property {string} name
 * @property {HTMLTableRowElement} row the same municipality in the table
 */

// As in generator/pages/atlas.py.
const BANDS = [1, 2, 5, 10];
const KINDS = { toepassing: "toepassingen", praktijk: "praktijken" };
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PROVINCE = 1;
const SHARES = 3;
const REUSES = 4;
const CHOSEN = 5;
/** The choice of the one entry that the address names. */
const USERS = "users";

const atlas = document.querySelector("[data-atlas]");
const by = document.querySelector("[data-map-by]");
const said = document.querySelector("[data-map-said]");
const now = document.querySelector("[data-map-now]");
const column = document.querySelector("[data-map-column]");
const marks = marksOf();

/** @returns {Mark[]} every mark with its row in the table */
function marksOf() {
  /** @type {Map<string, HTMLTableRowElement>} */
  const rows = new Map();
  for (const row of document.querySelectorAll("[data-map-table] tbody tr")) {
    if (row instanceof HTMLTableRowElement && row.dataset.at) {
      rows.set(row.dataset.at, row);
    }
  }
  const found = [];
  for (const link of document.querySelectorAll(".c-atlas__map a")) {
    const circle = link.querySelector("circle");
    const row = circle && rows.get(`${circle.getAttribute("cx")},${circle.getAttribute("cy")}`);
    if (link instanceof SVGAElement && circle && row) {
      found.push({ link, circle, row, name: link.getAttribute("aria-label") ?? "" });
    }
  }
  return found;
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} place
 * @returns {number}
 */
function numberIn(row, place) {
  return Number(row.cells[place]?.textContent ?? 0);
}

/**
 * @param {HTMLTableRowElement} row
 * @param {string} choice
 * @returns {number} how much a municipality has of what was chosen
 */
function amount(row, choice) {
  if (choice === "shares" || choice === "reuses") {
    return numberIn(row, choice === "shares" ? SHARES : REUSES);
  }
  if (choice === "both") {
    return numberIn(row, SHARES) + numberIn(row, REUSES);
  }
  const themes = [...document.querySelectorAll("[data-map-by] optgroup option")];
  const place = themes.findIndex((option) => option instanceof HTMLOptionElement && option.value === choice);
  return Number(row.dataset.themes?.split(" ")[place] ?? 0);
}

/**
 * @param {Mark} mark
 * @param {number | string} shade
 * @param {string} words what it has, for who cannot see the shade
 */
function paint(mark, shade, words) {
  mark.circle.setAttribute("class", `c-mark c-mark--${shade}`);
  mark.link.setAttribute("aria-label", words ? `${mark.name}: ${words}` : mark.name);
}

/** @param {string} choice */
function show(choice) {
  let some = 0;
  for (const mark of marks) {
    const number = amount(mark.row, choice);
    some += Number(number > 0);
    paint(mark, BANDS.filter((band) => number >= band).length, String(number));
  }
  const isTheme = !["both", "shares", "reuses"].includes(choice);
  fill(isTheme, (row) => amount(row, choice));
  if (column && by instanceof HTMLSelectElement && isTheme) {
    column.textContent = by.selectedOptions[0]?.textContent ?? "";
  }
  say(some, "");
}

/**
 * Fills the last column of the table, or takes it away.
 *
 * @param {boolean} isShown
 * @param {(row: HTMLTableRowElement) => string | number} value
 */
function fill(isShown, value) {
  column?.toggleAttribute("hidden", !isShown);
  for (const row of document.querySelectorAll("[data-map-table] tbody tr")) {
    if (row instanceof HTMLTableRowElement) {
      const cell = row.cells[CHOSEN] ?? row.insertCell();
      cell.className = "align-right";
      cell.hidden = !isShown;
      cell.textContent = isShown ? String(value(row)) : "";
    }
  }
}

/**
 * @param {number} number of municipalities
 * @param {string} title of what they use; empty when it is not about one entry
 */
function say(number, title) {
  if (said instanceof HTMLElement) {
    const { one, many, user, users } = said.dataset;
    const words = title ? (number === 1 ? user : users) : number === 1 ? one : many;
    said.textContent = (words ?? "").replace("#", String(number)).replace("@", () => title);
  }
}

/**
 * @param {string} kind folder of the page
 * @param {string} id
 * @returns {Promise<Document | null>} the page of an entry
 */
async function fetched(kind, id) {
  const answer = await fetch(new URL(`../${kind}/${id}/`, location.href));
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

/**
 * @param {Document} page of an entry
 * @param {string} selector of a path with dots
 * @returns {Set<string>} the places of its dots
 */
function places(page, selector) {
  const path = page.querySelector(selector)?.getAttribute("d") ?? "";
  return new Set([...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => `${x},${y}`));
}

/**
 * Shows who uses one entry, as its own small map tells.
 *
 * @param {keyof typeof KINDS} kind
 * @param {string} id
 */
async function showUsers(kind, id) {
  const page = ID.test(id) ? await fetched(KINDS[kind], id).catch(() => null) : null;
  const title = page?.querySelector("h1")?.textContent?.trim();
  if (!page || !title) {
    if (said instanceof HTMLElement) {
      said.textContent = said.dataset.missing ?? "";
    }
    return;
  }
  const [users, owners] = [places(page, ".c-mini__users"), places(page, ".c-mini__owners")];
  const legend = document.querySelector("[data-map-users]");
  const [yes, owner] = [legend?.children[0]?.textContent?.trim() ?? "", legend?.children[1]?.textContent?.trim() ?? ""];
  legend?.removeAttribute("hidden");
  // Not every owner is a municipality.
  legend?.children[1]?.toggleAttribute("hidden", owners.size === 0);
  document.querySelector("[data-map-shades]")?.setAttribute("hidden", "");
  /** @type {Map<HTMLTableRowElement, string>} */
  const words = new Map();
  for (const mark of marks) {
    const at = mark.row.dataset.at ?? "";
    const word = owners.has(at) ? owner : users.has(at) ? yes : "";
    words.set(mark.row, word);
    paint(mark, owners.has(at) ? "owner" : users.has(at) ? BANDS.length : 0, word);
  }
  fill(true, (row) => words.get(row) ?? "");
  if (column) {
    column.textContent = title;
  }
  if (by instanceof HTMLSelectElement) {
    by.add(new Option(title, USERS, true, true));
  }
  say(users.size, title);
}

/**
 * @param {Mark} from
 * @param {string} key
 * @returns {Mark | undefined} the nearest mark in the direction of an arrow
 */
function beside(from, key) {
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
  let best;
  let least = Infinity;
  for (const mark of marks) {
    const x = mark.circle.cx.baseVal.value - from.circle.cx.baseVal.value;
    const y = mark.circle.cy.baseVal.value - from.circle.cy.baseVal.value;
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy) + Math.abs(y * dx);
    // Within a quarter of a circle; straight ahead counts as nearer.
    if (along > 0 && across <= along && along + 2 * across < least) {
      [best, least] = [mark, along + 2 * across];
    }
  }
  return best;
}

/** @param {Mark} mark */
function tell(mark) {
  if (now instanceof HTMLElement) {
    const province = mark.row.cells[PROVINCE]?.textContent ?? "";
    now.textContent = [mark.link.getAttribute("aria-label"), province].filter(Boolean).join(" · ");
    now.hidden = false;
  }
}

function begin() {
  const address = new URL(location.href);
  for (const mark of marks) {
    mark.link.addEventListener("focus", () => tell(mark));
    mark.link.addEventListener("pointerenter", () => tell(mark));
    mark.link.addEventListener("keydown", (event) => {
      const next = beside(mark, event.key);
      if (next) {
        event.preventDefault();
        mark.link.setAttribute("tabindex", "-1");
        next.link.setAttribute("tabindex", "0");
        next.link.focus();
      }
    });
  }
  document.querySelector("[data-map-keys]")?.removeAttribute("hidden");
  if (by instanceof HTMLSelectElement) {
    by.form?.removeAttribute("hidden");
    const wanted = address.searchParams.get("toon") ?? by.value;
    by.value = [...by.options].some((option) => option.value === wanted) ? wanted : by.value;
    by.addEventListener("change", () => {
      if (by.value === USERS) {
        location.assign(address);
        return;
      }
      document.querySelector("[data-map-users]")?.setAttribute("hidden", "");
      document.querySelector("[data-map-shades]")?.removeAttribute("hidden");
      show(by.value);
      history.replaceState(null, "", by.selectedIndex ? `?toon=${encodeURIComponent(by.value)}` : location.pathname);
    });
    show(by.value);
  }
  for (const kind of /** @type {(keyof typeof KINDS)[]} */ (Object.keys(KINDS))) {
    const id = address.searchParams.get(kind);
    if (id) {
      showUsers(kind, id);
    }
  }
}

if (atlas) {
  begin();
}
