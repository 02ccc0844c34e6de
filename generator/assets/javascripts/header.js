// The header: `/` goes to the search box unless a reader switched that off on the search page, and on a small screen a
// button opens the main menu. Who is about to search has the search on its way.

// This file is assets/javascripts/header.js, so the site begins two folders up, whatever the base path.
const ROOT = new URL("../../", import.meta.url);

/**
 * @param {EventTarget | null} target
 * @returns {boolean} whether typing belongs to the target itself
 */
function takesText(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || localStorage.getItem("catalogus-sneltoets") === "uit" || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) {
    return;
  }
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("input[type=search]"));
  if (box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

/** Fetches what the search page needs first; when it cannot, that page will say so. */
function prepare() {
  import("./search/engine.js").then(({ Engine }) => Engine.open(ROOT)).catch(() => {});
}

// The search page itself has begun already.
for (const box of document.querySelectorAll("form[role=search] input[type=search]:not([data-box])")) {
  box.addEventListener("focus", prepare, { once: true });
}

const button = document.querySelector("[data-menu]");
const menu = document.getElementById("site-nav");
if (button instanceof HTMLButtonElement && menu) {
  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("site-nav--open", open);
  };
  button.hidden = false;
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      show(false);
      button.focus();
    }
  });
}
