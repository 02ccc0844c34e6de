// The page of an entry: the reader puts it on the list, and prints it on one sheet.

import { filled } from "./parts.js";
import { connect } from "./shortlist.js";

for (const button of document.querySelectorAll("button[data-shortlist]")) {
  connect(/** @type {HTMLButtonElement} */ (button));
}
for (const button of document.querySelectorAll("button[data-print]")) {
  /** @type {HTMLButtonElement} */ (button).hidden = false;
  button.addEventListener("click", () => print());
}

/** The sheet says when it was printed and where the whole stands: on paper nothing else does. */
function date() {
  const day = new Date().toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
  const today = document.querySelector("[data-today]");
  const here = document.querySelector("[data-here]");
  if (today instanceof HTMLElement && here) {
    today.textContent = filled(today.dataset.words, { day });
    here.textContent = `${location.origin}${location.pathname}`;
  }
}

window.addEventListener("beforeprint", date);
date();
