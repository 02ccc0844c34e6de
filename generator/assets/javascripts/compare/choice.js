// Puts an entry in the comparison or takes it out, and says so: aloud, and in the bar when there is no room.

import { filled, find } from "../parts.js";
import { MOST, add, has, items, remove } from "./chosen.js";

/** @param {import("./chosen.js").Chosen} item */
export function toggle(item) {
  if (has(item.id)) {
    remove(item.id);
    say("removed", item.title);
  } else if (add(item)) {
    say("added", item.title);
  } else {
    say("full", item.title);
    // The bar says so as long as nothing changes: then it counts again.
    find(document, "[data-tray-count]").textContent = find(document, "[data-tray-said]").textContent;
  }
}

/**
 * @param {"added" | "removed" | "cleared" | "full"} what happened
 * @param {string} title
 */
export function say(what, title) {
  const said = find(document, "[data-tray-said]");
  said.textContent = filled(said.dataset[what], { title, n: items().length, most: MOST });
}
