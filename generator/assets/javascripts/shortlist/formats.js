// A list as a link, CSV, JSON or Markdown, and back.

import { LARGEST, safeItems } from "./safe.js";

/**
 * @typedef {import("../shortlist.js").Item} Item
 *
 * @typedef {object} Line an item as it stands in a file for people
 * @property {Item} item
 * @property {string} title
 * @property {string} kind
 * @property {string} owner
 * @property {string} score
 * @property {string} effort
 * @property {string} cost_once
 * @property {string} cost_per_year
 * @property {string} law
 * @property {string} url
 */

/** What the fragment of a shared address begins with: it is never sent to a server. */
const MARK = "#lijst=";
const VERSION = 1;
// A spreadsheet takes a cell that begins so for a formula, and would do what it says.
const FORMULA = /^[=+\-@\t\r\n]/;
const GUARDED = /^'(?=[=+\-@\t\r\n'])/;

/**
 * @param {Item[]} items
 * @returns {string} the fragment
 */
export function toFragment(items) {
  const text = JSON.stringify([VERSION, ...items.map(({ id, year, priority, note }) => [id, year ?? 0, priority ?? 0, note])]);
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return MARK + btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/**
 * @param {string} address with a fragment, or only that
 * @returns {Item[]} nothing when there is no list in it
 */
export function fromFragment(address) {
  const start = address.indexOf(MARK);
  if (start < 0 || address.length > LARGEST) {
    return [];
  }
  try {
    const binary = atob(address.slice(start + MARK.length).trim().replace(/-/g, "+").replace(/_/g, "/"));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
    /** @type {[unknown, ...unknown[][]]} */
    const [version, ...rows] = JSON.parse(text);
    return version === VERSION ? safeItems(rows.map(([id, year, priority, note]) => ({ id, year, priority, note }))) : [];
  } catch {
    return [];
  }
}

/**
 * @param {Item[]} items
 * @returns {string}
 */
export function toJson(items) {
  return `${JSON.stringify({ version: VERSION, items }, null, 2)}\n`;
}

/**
 * @param {string} text of a file: JSON or CSV
 * @param {Record<string, string>} words
 * @returns {Item[]} nothing when there is no list in it
 */
export function fromFile(text, words) {
  const plain = text.replace(/^\ufeff/, "");
  if (/^\s*[{[]/.test(plain)) {
    try {
      const read = JSON.parse(plain);
      return safeItems(Array.isArray(read) ? read : read?.items);
    } catch {
      return [];
    }
  }
  return fromCsv(plain, words);
}

/**
 * @param {Line[]} lines
 * @param {Record<string, string>} words
 * @returns {string} for a spreadsheet: semicolons, as where commas stand in numbers
 */
export function toCsv(lines, words) {
  const heads = ["name", "kind", "owner", "year", "priority", "score", "effort", "cost_once", "cost_per_year", "law_name", "note", "address"];
  const rows = lines.map(({ item, title, kind, owner, score, effort, cost_once, cost_per_year, law, url }) => [
    title,
    kind,
    owner,
    item.year ? String(item.year) : "",
    item.priority ? words[`priority_${item.priority}`] : "",
    score,
    effort,
    cost_once,
    cost_per_year,
    law,
    item.note,
    url,
    item.id,
  ]);
  const all = [[...heads.map((name) => words[name]), "id"], ...rows];
  return `\ufeff${all.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

/**
 * @param {string} text
 * @param {Record<string, string>} words as `toCsv` writes them: a spreadsheet may have moved its columns
 * @returns {Item[]}
 */
function fromCsv(text, words) {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const [heads, ...rows] = cells(text, first.includes(";") ? ";" : ",");
  const [id, year, priority, note] = ["id", words.year, words.priority, words.note].map((name) => heads.indexOf(name));
  const priorities = new Map([1, 2, 3].map((number) => [words[`priority_${number}`], number]));
  const read = rows.map((row) => ({ id: row[id], year: row[year], priority: priorities.get(row[priority]), note: row[note] }));
  return id < 0 ? [] : safeItems(read);
}

/**
 * @param {Line[][]} years lines by year
 * @param {string[]} headings
 * @param {Record<string, string>} words
 * @returns {string}
 */
export function toMarkdown(years, headings, words) {
  const parts = years.map((lines, place) => {
    const items = lines.map((line) => {
      const told = [
        line.item.priority ? `${words.priority}: ${words[`priority_${line.item.priority}`]}` : "",
        `${words.effort}: ${line.effort}`,
        `${words.cost_once}: ${line.cost_once}`,
        line.law ? `${words.law_name}: ${line.law}` : "",
      ];
      const note = line.item.note.split("\n").map((part) => part.trim()).filter(Boolean).map((part) => `\n  > ${escaped(part)}`);
      return `- **[${escaped(line.title)}](${line.url.replace(/[()\s<>]/g, encodeURIComponent)})** · ${told.filter(Boolean).map(escaped).join(" · ")}${note.join("\n  >")}`;
    });
    return `## ${headings[place]}\n\n${items.join("\n")}\n`;
  });
  return `# ${words.plan}\n\n${parts.join("\n")}`;
}

/**
 * @param {string} text
 * @returns {string} a cell that no spreadsheet takes for a formula
 */
function cell(text) {
  const safe = FORMULA.test(text) || GUARDED.test(text) ? `'${text}` : text;
  return /[";\r\n,]/.test(safe) || safe !== text ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * @param {string} text
 * @param {string} between
 * @returns {string[][]} rows of cells, without the quote that guards against formulas
 */
function cells(text, between) {
  /** @type {string[][]} */
  const rows = [[""]];
  let quoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place];
    const row = rows[rows.length - 1];
    if (quoted && letter === '"' && text[place + 1] === '"') {
      row[row.length - 1] += '"';
      place += 1;
    } else if (letter === '"' && (quoted || row[row.length - 1] === "")) {
      quoted = !quoted;
    } else if (!quoted && letter === between) {
      row.push("");
    } else if (!quoted && (letter === "\n" || letter === "\r")) {
      if (letter === "\n" || text[place + 1] !== "\n") {
        rows.push([""]);
      }
    } else {
      row[row.length - 1] += letter;
    }
  }
  return rows.map((row) => row.map((value) => value.replace(GUARDED, "")));
}

/**
 * @param {string} text
 * @returns {string} Markdown that shows it as it is
 */
function escaped(text) {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&-]/g, "\\$&").replace(/\s+/g, " ");
}
