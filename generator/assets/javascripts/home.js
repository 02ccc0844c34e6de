// The home page: who chose a municipality before, goes there with one click.

import { municipality, remember } from "./municipality.js";

const own = document.querySelector("[data-own]");
const choice = document.querySelector("[data-own-choice]");
const link = document.querySelector("[data-own-link]");
const name = document.querySelector("[data-own-name]");

if (own instanceof HTMLElement && choice instanceof HTMLDetailsElement && link instanceof HTMLAnchorElement && name) {
  const list = link.href;
  const show = () => {
    const chosen = municipality();
    name.textContent = chosen?.name ?? "";
    link.href = chosen ? `${list}${chosen.slug}/` : list;
    own.hidden = chosen === null;
    choice.hidden = chosen !== null;
  };
  choice.addEventListener("click", (event) => {
    const to = event.target instanceof Element ? event.target.closest("a") : null;
    if (to) {
      const slug = new URL(to.href).pathname.split("/").filter(Boolean).at(-1) ?? "";
      remember({ slug, name: to.textContent?.trim() ?? "" });
    }
  });
  own.querySelector("[data-own-other]")?.addEventListener("click", () => {
    remember(null);
    show();
    choice.open = true;
    choice.querySelector("summary")?.focus();
  });
  // A browser that goes back shows the page as it was left.
  window.addEventListener("pageshow", show);
  show();
}
