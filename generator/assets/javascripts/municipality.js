// The reader's own municipality, kept in this browser alone.

/** @typedef {{slug: string, name: string}} Municipality */

const KEY = "catalogus.gemeente";
const VERSION = 1;

/** Sent on `document` when another municipality is chosen, or none. */
export const CHANGED = "catalogus:gemeente";

/** @returns {Municipality | null} null when none is chosen, or what is kept is not ours */
export function municipality() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const isOurs = kept?.version === VERSION && typeof kept.name === "string" && /^[a-z0-9-]+$/.test(kept.slug);
    return isOurs ? { slug: kept.slug, name: kept.name } : null;
  } catch {
    return null;
  }
}

/** @param {Municipality | null} chosen */
export function remember(chosen) {
  try {
    if (chosen) {
      localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...chosen }));
    } else {
      localStorage.removeItem(KEY);
    }
  } catch {
    // Storage is full or forbidden: then it is asked again next time.
  }
  document.dispatchEvent(new CustomEvent(CHANGED));
}
