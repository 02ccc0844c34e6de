// Lists that the reader narrows and orders where they stand, and sees more of. What is chosen is in the address, so it
// can be mailed, and so that who comes back finds the list as it was.

/**
 * @typedef {object} Row
 * @property {HTMLElement} element
 * @property {string} words what is written in it, in lower case and without accents
 */

const WORDS = "q";
const ORDER = "volgorde";
const BETWEEN = "|";
/** How many rows are seen at first, and how many more each time; lists.css and narrowing.html say so too. */
const STEP = 20;
const SEEN = "toon";

/** @param {HTMLFormElement} form */
function start(form) {
  const list = document.getElementById(form.dataset.narrow ?? "");
  if (!list) {
    return;
  }
  const rows = [...list.children].map((element) => rowOf(/** @type {HTMLElement} */ (element)));
  const onward = /** @type {HTMLAnchorElement[]} */ ([...form.querySelectorAll("a[data-onward]")]);
  const starts = onward.map((link) => link.href);
  const box = /** @type {HTMLInputElement} */ (form.elements.namedItem(WORDS));
  let seen = seenIn(new URLSearchParams(location.search));

  /** @returns {Row[]} those that fit, in order */
  const show = () => {
    const chosen = chosenIn(form);
    const all = ordered(rows, form);
    const fitting = all.filter((row) => [...chosen].every(([name, value]) => fitsIn(row, name, value)));
    arrange(list, all, fitting, seen);
    tell(form, fitting.length, rows.length, chosen.size > 0);
    onward.forEach((link, place) => {
      link.href = extended(starts[place], chosen);
    });
    offerMore(list, Math.max(0, fitting.length - seen));
    return fitting;
  };
  const keep = () => {
    const address = addressOf(form, seen);
    history.replaceState(history.state, "", `${location.pathname}${address ? `?${address}` : ""}${location.hash}`);
  };
  const choose = () => {
    seen = STEP;
    show();
    keep();
  };

  fill(form, new URLSearchParams(location.search));
  form.addEventListener("input", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-clear]")?.addEventListener("click", () => {
    fill(form, new URLSearchParams());
    choose();
    // The button is gone now; who uses a keyboard goes on where the list is narrowed.
    box.focus();
  });
  moreOf(list)?.addEventListener("click", () => {
    const first = seen;
    seen += STEP;
    const fitting = show();
    keep();
    fitting[first]?.element.querySelector("a")?.focus();
  });
  show();
}

/**
 * @param {HTMLElement} list
 * @param {Row[]} all in their new order
 * @param {Row[]} fitting those that fit, in the same order
 * @param {number} seen how many of these are seen; paper has them all
 */
function arrange(list, all, fitting, seen) {
  const place = new Map(fitting.map((row, number) => [row, number]));
  for (const row of all) {
    row.element.hidden = !place.has(row);
    row.element.classList.toggle("c-later", (place.get(row) ?? 0) >= seen);
  }
  list.append(...all.map((row) => row.element));
  // From now on the style sheet leaves to us what is seen.
  list.dataset.shown = "";
}

/**
 * @param {HTMLElement} list
 * @param {number} left how many rows fit and are not seen yet
 */
function offerMore(list, left) {
  const button = moreOf(list);
  if (button) {
    button.textContent = (button.dataset.words ?? "").replace("{n}", String(left));
    /** @type {HTMLElement} */ (button.parentElement).hidden = left === 0;
  }
}

/**
 * @param {HTMLElement} list
 * @returns {HTMLButtonElement | null}
 */
function moreOf(list) {
  return document.querySelector(`button[data-more="${list.id}"]`);
}

/**
 * @param {URLSearchParams} address
 * @returns {number} how many rows it says were seen, in whole steps
 */
function seenIn(address) {
  const asked = Number(address.get(SEEN));
  return asked > STEP ? Math.ceil(Math.min(asked, 1_000) / STEP) * STEP : STEP;
}

/**
 * @param {HTMLElement} element
 * @returns {Row}
 */
function rowOf(element) {
  return { element, words: folded(element.textContent ?? "") };
}

/**
 * @param {string} text
 * @returns {string} in lower case, without accents
 */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * @param {HTMLFormElement} form
 * @returns {Map<string, string>} what the reader chose, the order left out
 */
function chosenIn(form) {
  const chosen = new Map();
  for (const [name, value] of new FormData(form)) {
    if (name !== ORDER && typeof value === "string" && value.trim() !== "") {
      chosen.set(name, value.trim());
    }
  }
  return chosen;
}

/**
 * @param {Row} row
 * @param {string} name
 * @param {string} value
 * @returns {boolean}
 */
function fitsIn(row, name, value) {
  if (name === WORDS) {
    return folded(value).split(/\s+/).every((word) => row.words.includes(word));
  }
  return (row.element.getAttribute(`data-${name}`) ?? "").split(BETWEEN).includes(value);
}

/**
 * @param {Row[]} rows in the order of the page, which decides between equals
 * @param {HTMLFormElement} form
 * @returns {Row[]} what has no value for the order comes last
 */
function ordered(rows, form) {
  const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem(ORDER));
  if (select.value === "") {
    return rows;
  }
  const name = `data-op-${select.value}`;
  const sign = select.selectedOptions[0].hasAttribute("data-descending") ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [first, second] = [one.element.getAttribute(name), other.element.getAttribute(name)];
    if (first === null || second === null) {
      return (first === null ? 1 : 0) - (second === null ? 1 : 0);
    }
    return sign * first.localeCompare(second, document.documentElement.lang, { numeric: true });
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {number} number of rows that fit
 * @param {number} total
 * @param {boolean} narrowed
 */
function tell(form, number, total, narrowed) {
  const told = /** @type {HTMLElement} */ (form.querySelector("[data-told]"));
  const words = number === 0 ? told.dataset.none : narrowed ? told.dataset.words : told.dataset.all;
  const text = (words ?? "").replace("{n}", String(number)).replace("{total}", String(total));
  // Words that are put there again would be read aloud again.
  if (told.textContent !== text) {
    told.textContent = text;
  }
  const clear = form.querySelector("[data-clear]");
  if (clear instanceof HTMLElement) {
    clear.hidden = !narrowed;
  }
}

/**
 * Puts what an address says into the form; a value that cannot be chosen here is left out.
 *
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} address
 */
function fill(form, address) {
  for (const field of form.elements) {
    const value = "name" in field ? (address.get(String(field.name)) ?? "") : "";
    if (field instanceof HTMLInputElement) {
      field.value = value.slice(0, field.maxLength);
    } else if (field instanceof HTMLSelectElement) {
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {number} seen how many rows are seen
 * @returns {string} what stands behind the `?`; empty when nothing is chosen
 */
function addressOf(form, seen) {
  const address = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") {
      address.set(name, value.trim());
    }
  }
  if (seen > STEP) {
    address.set(SEEN, String(seen));
  }
  return String(address);
}

/**
 * @param {string} link to the search page
 * @param {Map<string, string>} chosen
 * @returns {string} the link with what is chosen here; what it said of the same already stays
 */
function extended(link, chosen) {
  const address = new URL(link);
  for (const [name, value] of chosen) {
    if (name === WORDS && address.searchParams.has(WORDS)) {
      address.searchParams.set(WORDS, `${address.searchParams.get(WORDS)} ${value}`);
    } else if (!address.searchParams.has(name)) {
      address.searchParams.set(name, value);
    }
  }
  return address.href;
}

for (const form of document.querySelectorAll("form[data-narrow]")) {
  start(/** @type {HTMLFormElement} */ (form));
}
