// The header: `/` goes to the search box unless a reader switched that off on the search page, and on a small screen a button opens the main menu.

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
