// Calls close by themselves: the page may have been built days ago, and a call is not open after its last day.

const DAY = 24 * 60 * 60 * 1000;

/** @returns {number} today in the Netherlands, as days since 1970 */
function today() {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam", dateStyle: "short" }).format();
  return Date.parse(parts) / DAY;
}

/**
 * @param {HTMLElement} badge with the last day, and the words for each number of days
 * @param {number} day
 * @returns {boolean} whether one can still respond
 */
function count(badge, day) {
  const words = badge.querySelector("span");
  const left = Date.parse(badge.dataset.until ?? "") / DAY - day;
  const { days, day: one, today: last, closed } = badge.dataset;
  if (words) {
    words.textContent = (left < 0 ? closed : left === 0 ? last : left === 1 ? one : days?.replace("#", left.toLocaleString(document.documentElement.lang))) ?? "";
  }
  badge.classList.toggle("c-badge--teal", left >= 0);
  return left >= 0;
}

/**
 * Shows a call as closed: its card goes to those that have closed, its page says so.
 *
 * @param {HTMLElement} badge
 */
function close(badge) {
  const card = badge.closest(".c-card");
  const list = card?.closest("[data-open-calls]");
  if (card && list) {
    document.querySelector("[data-closed-calls] .c-grid")?.prepend(card);
  }
  if (!card) {
    for (const part of document.querySelectorAll("[data-when]")) {
      part.toggleAttribute("hidden", part.getAttribute("data-when") === "open");
    }
  }
}

const day = today();
for (const badge of document.querySelectorAll("[data-until]")) {
  if (badge instanceof HTMLElement && !count(badge, day)) {
    close(badge);
  }
}
