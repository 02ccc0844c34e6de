"""What a checker does not see: pages that stand still, room for fingers, names that match, paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.test_shell import PAGES, opened
from browser.window import Look

pytestmark = pytest.mark.browser

STILL = {name: path for name, path in PAGES.items() if name != "missing"}
# The smallest side of what one presses, in CSS pixels (WCAG 2.5.8).
SMALLEST = 24
# Of a page that stands still (https://web.dev/articles/cls calls under 0.1 good).
MOVED = 0.02
WATCH = """window.moved = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) { if (!entry.hadRecentInput) { window.moved += entry.value; } }
}).observe({ type: "layout-shift", buffered: true });"""
# Two frames and an idle moment after all is loaded, so that nothing is still to be drawn.
SETTLED = """() => new Promise((done) => {
    const frame = (next) => requestAnimationFrame(() => requestAnimationFrame(next));
    const wait = () => frame(() => requestIdleCallback(() => done(window.moved)));
    document.readyState === "complete" ? wait() : addEventListener("load", wait);
})"""
# A link inside a sentence may be as high as the sentence; a hidden control is pressed by its label.
SMALL = """(smallest) => [...document.querySelectorAll("a, button, select, summary, input")]
    .map((element) => /checkbox|radio/.test(element.type) ? element.labels?.[0] ?? element : element)
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((element) => getComputedStyle(element).display !== "inline" && !element.closest("svg"))
    .map((element) => [element.outerHTML.slice(0, 120), element.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < smallest - 0.5)
    .map(([html, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${html}`)"""
# Who speaks to the computer says what can be read.
UNLIKE = r"""() => [...document.querySelectorAll("a, button, summary")]
    .filter((element) => element.hasAttribute("aria-label"))
    .map((element) => [element.getAttribute("aria-label"), element.textContent.trim().replace(/\s+/g, " ")])
    .filter(([name, text]) => !name.toLowerCase().includes(text.toLowerCase()))"""
SAID = r"""() => {
    const names = ["aria-label", "title", "alt", "placeholder"];
    const said = [document.title, document.body.innerText];
    for (const element of document.querySelectorAll("[aria-label], [title], [alt], [placeholder]")) {
        said.push(...names.map((name) => element.getAttribute(name) ?? ""));
    }
    return said.join("\n");
}"""
ENGLISH = re.compile(
    r"(?i)\b(permanent link|jump back|made with|skip to|search results?|copy to|back to top)\b"
)
# WCAG 1.4.12. As a sheet of its own: the policy of the site lets no inline style through, also not ours.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
        word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
TEXTS = "h1, h2, h3, p, a, button, label, summary, li, td, th, dt, dd, span"
CUT = """(texts) => [...document.querySelectorAll(texts)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1)
    .filter((element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowX))
    .filter((element) => element.scrollWidth > element.clientWidth + 1
        || element.scrollHeight > element.clientHeight + 1)
    .map((element) => element.outerHTML.slice(0, 120))"""
CHOSEN = '{"version": 1, "slug": "ijsselstein", "name": "IJsselstein"}'


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "toepassingen/",
        "toepassingen/open-zaak/",
        "praktijken/hof-van-twente-lessen/",
        "themas/cybersecurity/",
        "maatregelen/",
        "organisaties/ijsselstein/",
        "oproepen/",
        "cijfers/",
    ],
)
def test_a_page_stands_still(look: Look, real: str, path: str, *, width: int) -> None:
    """Nothing moves under the finger while the page comes in, also for who chose a municipality before."""
    watched = look(real, width=width)
    page = watched.open("privacy/")
    page.evaluate("kept => localStorage.setItem('catalogus.gemeente', kept)", CHOSEN)
    page.add_init_script(WATCH)
    watched.open(path)
    assert page.evaluate(SETTLED) <= MOVED


@pytest.mark.parametrize("path", STILL.values(), ids=STILL.keys())
def test_a_page_is_for_fingers_voices_and_wide_letters(look: Look, real: str, path: str) -> None:
    """Room to press, names as they are written, Dutch throughout, and nothing cut off with other spacing."""
    page = opened(look(real, width=390), path)
    assert page.evaluate(SMALL, SMALLEST) == []
    assert page.evaluate(UNLIKE) == []
    assert ENGLISH.findall(page.evaluate(SAID)) == []
    page.evaluate(SPACED)
    assert page.evaluate(CUT, TEXTS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def on_paper(page: Page) -> Page:
    """Return the page as it would be printed."""
    page.emulate_media(media="print")
    return page


def test_paper_has_what_is_folded_away_and_nothing_to_press(look: Look, real: str) -> None:
    """One cannot click on paper: what a list folds away is there, bars and menus are not."""
    page = on_paper(look(real).open("maatregelen/"))
    expect(page.locator(".c-terms-page .c-more li").first).to_be_visible()
    for part in (".c-narrow", ".site-header", ".site-footer", ".c-crumbs"):
        expect(page.locator(part).first).to_be_hidden()


def test_paper_tells_where_a_source_is(look: Look, real: str) -> None:
    """The address stands behind the words of the link."""
    page = on_paper(look(real).open("oproepen/ggi-veilig-perceel-1/"))
    link = page.locator(".c-sources a").first
    expect(link).to_be_visible()
    assert link.evaluate("(link) => getComputedStyle(link, '::after').content").startswith('" (')


def test_an_entry_is_found_and_opened_in_twelve_keys(look: Look, real: str) -> None:
    """From the home page, without a mouse: to the search, a word, the first result."""
    page = look(real).open("")
    keys = ["/", *"zaken", "Enter"]
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_selector("[data-search][data-shown]")
    rest = ["/", "ArrowDown", "Enter"]
    for key in rest:
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile(r"/a/b/(toepassingen|praktijken)/[a-z0-9-]+/$"))
    assert len(keys) + len(rest) <= 12
