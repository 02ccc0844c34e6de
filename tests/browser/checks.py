"""What a machine sees of a page: barriers, movement, room for fingers, names, words, and what is cut off."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# WCAG 2.2 AA and what axe calls good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 390, 600, 768, 1024, 1280, 1440, 1920)
"""From the smallest phone that counts (WCAG 1.4.10) to a wide screen."""
# The smallest side of what one presses, in CSS pixels (WCAG 2.5.8).
_SMALLEST = 24
MOVED = 0.03
"""How far a page may shift that stands still (https://web.dev/articles/cls calls under 0.1 good)."""

WATCH = """window.moved = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) { if (!entry.hadRecentInput) { window.moved += entry.value; } }
}).observe({ type: "layout-shift", buffered: true });"""
"""Counts how far a page shifts; to be there before the page is."""
# Two frames and an idle moment after all is loaded, so that nothing is still to be drawn.
_SETTLED = """() => new Promise((done) => {
    const frame = (next) => requestAnimationFrame(() => requestAnimationFrame(next));
    const wait = () => frame(() => requestIdleCallback(() => done(window.moved)));
    document.readyState === "complete" ? wait() : addEventListener("load", wait);
})"""
# A link inside a sentence may be as high as the sentence; a hidden control is pressed by its label.
_SMALL = """(smallest) => [...document.querySelectorAll("a, button, select, summary, input")]
    .map((element) => /checkbox|radio/.test(element.type) ? element.labels?.[0] ?? element : element)
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((element) => getComputedStyle(element).display !== "inline" && !element.closest("svg"))
    .map((element) => [element.outerHTML.slice(0, 120), element.getBoundingClientRect()])
    .filter(([, box]) => Math.min(box.width, box.height) > 1)
    .filter(([, box]) => Math.min(box.width, box.height) < smallest - 0.5)
    .map(([html, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${html}`)"""
# Who speaks to the computer says what can be read.
_UNLIKE = r"""() => [...document.querySelectorAll("a, button, summary")]
    .filter((element) => element.hasAttribute("aria-label"))
    .map((element) => [element.getAttribute("aria-label"), element.textContent.trim().replace(/\s+/g, " ")])
    .filter(([name, text]) => !name.toLowerCase().includes(text.toLowerCase()))
    .map(([name, text]) => `${text}: ${name}`)"""
_SAID = r"""() => {
    const names = ["aria-label", "title", "alt", "placeholder"];
    const said = [document.title, document.body.innerText];
    for (const element of document.querySelectorAll("[aria-label], [title], [alt], [placeholder]")) {
        said.push(...names.map((name) => element.getAttribute(name) ?? ""));
    }
    return said.join("\n");
}"""
_ENGLISH = re.compile(
    r"(?i)\b(?:permanent link|jump back|made with|skip to|search results?|copy to|back to top)\b"
)
# WCAG 1.4.12. As a sheet of its own: the policy of the site lets no inline style through, also not ours.
_SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
        word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
_TEXTS = "h1, h2, h3, p, a, button, label, summary, li, td, th, dt, dd, span"
_CUT = """(texts) => [...document.querySelectorAll(texts)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1)
    .filter((element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowX))
    .filter((element) => element.scrollWidth > element.clientWidth + 1
        || element.scrollHeight > element.clientHeight + 1)
    .map((element) => element.outerHTML.slice(0, 120))"""


def barriers(page: Page, rules: object = RULES) -> list[str]:
    """Return what the accessibility checker finds."""
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{item['id']}: {node['html'][:160]}" for item in found for node in item["nodes"]]


def moved(page: Page) -> float:
    """Return how far a page with `WATCH` in it shifted while it came in."""
    return float(page.evaluate(_SETTLED))


def overflowing(page: Page) -> list[int]:
    """Return the widths of the screen at which one would have to scroll sideways; the last width stays."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(width)
    return found


def unfit(page: Page) -> list[str]:
    """Return what is too small to press, called otherwise than it is written, or English."""
    small: list[str] = page.evaluate(_SMALL, _SMALLEST)
    unlike: list[str] = page.evaluate(_UNLIKE)
    return [*small, *unlike, *_ENGLISH.findall(page.evaluate(_SAID))]


def cut_when_spaced(page: Page) -> list[str]:
    """Return what is cut off once the reader has set more room between letters, words and lines."""
    page.evaluate(_SPACED)
    found: list[str] = page.evaluate(_CUT, _TEXTS)
    return found
