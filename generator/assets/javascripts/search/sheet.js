// Where the facets stand: beside the results on a wide screen, in a sheet over them on a small one.

import { part } from "./view.js";

/** @param {HTMLElement} page */
export function placeFacets(page) {
  const sheet = /** @type {HTMLDialogElement} */ (part(page, "sheet"));
  const choices = part(page, "choices");
  const wide = matchMedia("(min-width: 60em)");
  const follow = () => {
    if (wide.matches) {
      sheet.close();
    }
    part(page, wide.matches ? "side" : "sheet-body").append(choices);
  };
  wide.addEventListener("change", follow);
  part(page, "narrow").addEventListener("click", () => sheet.showModal());
  part(page, "sheet-close").addEventListener("click", () => sheet.close());
  // A press beside the sheet closes it too.
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
  follow();
}
