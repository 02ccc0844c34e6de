"""Templates → HTML: one Jinja environment a language, everything escaped, links relative to their page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, urlsplit

from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.insight.dates import first_day
from generator.messages import Language, Message, translator
from generator.model.call import Call
from generator.model.choices import Choice
from generator.model.entry import Entry
from generator.model.vocabulary import Term
from generator.pages.addresses import of_organisation, of_record
from generator.pages.appearance import icon_name, tone
from generator.pages.folding import FoldingEnvironment
from generator.pages.page import Heading
from generator.register import Organisation

_TEMPLATES = Path(__file__).parent / "templates"
_ICONS = files("material") / "templates" / ".icons" / "material"
_ICON_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HOST = re.compile(r"https://([a-z0-9.-]+)(?:/|\Z)")
_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_DUTCH = Markup(' lang="nl"')
# Made by .ci/icons.py. An icon in it costs a page fifty bytes, one drawn in the page eight times that.
_DRAWINGS = Path(__file__).parent.parent / "assets/stylesheets/icons.css"
# A vocabulary may name an icon that a later version of the set no longer has.
_SPARE_ICON = "circle-medium"


def render(template: str, *, address: str, language: Language, **values: object) -> str:
    """Return the HTML of one page.

    Args:
        template: File in `templates/`.
        address: Of the page itself, as in `Page.address`; the filter `url` counts from it.
        language: Of the words; also `language` in the template.
        values: What the template needs; a name it uses that is not here is an error, never an empty text.
    """
    made = environment(language).get_template(template)
    return made.render(address=address, language=language, **values)


@cache
def environment(language: Language) -> Environment:
    """Return the environment of one language.

    Filters:
        `url`: address below the site's root → relative link. A macro that uses it is imported `with context`.
        `date`: `5 maart 2026`. `number`: `33.171`. `partial_date`: `2026-03` → `maart 2026`.
        `label`: choice or vocabulary term → its words. `say`: `Message` → its words.
        `query`: text → part of an address, quoted.
        `name`, `gist`: entry or call → its title, its summary.
        `icon_of`, `tone`: choice → its icon, the name of its colour. `badge`: choice → its words, with both.
        `linked`: organisation → its name, as a link to its page. `day`: day → `date` that machines read too.
        `place`: file → address of its page. `host`: web address → the site it is on.

    Also `icon(name)`, and `drawn(name)`: the class that draws one before the words of an element;
    `labelled(icon, words, tone)`: a badge with other words; `_(text)`, the tag `{% trans %}`, and `dutch`:
    the attribute for an element whose words are Dutch on a page in another language.
    """
    made = FoldingEnvironment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    words = translator(language)
    # Cached: some sentences are asked for on every page, and each would be looked for in four files.
    gettext = cache(words.gettext)
    ngettext = cache(words.ngettext)
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.known, made.sentences = {"icon": icon, "drawn": drawn}, {"_": gettext, "gettext": gettext}
    made.plurals = ngettext
    made.filters |= _filters(language)
    made.globals |= {"icon": icon, "labelled": labelled, "dutch": _DUTCH if language != "nl" else Markup()}
    return made


def _filters(language: Language) -> dict[str, Callable[..., str]]:
    return {
        "url": _url,
        "date": partial(date_text, language=language),
        "number": partial(number_text, language=language),
        "partial_date": partial(partial_date_text, language=language),
        "label": partial(_label, language=language),
        "say": partial(_say, language=language),
        "query": partial(quote, safe=""),
        "name": partial(_name, language=language),
        "gist": partial(_gist, language=language),
        "badge": partial(badge, language=language),
        "linked": _linked,
        "day": partial(_day, language=language),
        "icon_of": _icon_of,
        "tone": tone,
        "place": of_record,
        "host": _host,
    }


def relative(address: str, page: str) -> str:
    """Return the link to write on `page` to reach `address`.

    Relative, so that pages work below any base path.

    Args:
        address: Below the site's root; may end in `?query` or `#part`. The home page is empty.
        page: Address of the page that holds the link.
    """
    return ("../" * page.count("/") + address) or "./"


@lru_cache(maxsize=10_000)
def date_text(day: dt.date, language: Language) -> str:
    """Return a day as people write it: `5 maart 2026`, `5 March 2026`."""
    return format_date(day, "d MMMM y", locale=language)


def partial_date_text(written: str, language: Language) -> str:
    """Return a `PartialDate` as people write it: `2014`, `maart 2014`, `5 maart 2014`."""
    match written.count("-"):
        case 0:
            return written
        case 1:
            return format_date(first_day(written), "MMMM y", locale=language)
        case _:
            return date_text(first_day(written), language)


@lru_cache(maxsize=10_000)
def number_text(number: float, language: Language) -> str:
    """Return a number as people write it: `33.171`, `33,171`."""
    return format_decimal(number, locale=language)


@cache
def icon(name: str) -> Markup:
    """Return a Material Design icon that assistive technology skips: words always stand beside it.

    Args:
        name: File in the icon set of the theme, without ending, for example `shield-lock-outline`.
    """
    file = _ICONS / f"{name}.svg"
    if not _ICON_NAME.fullmatch(name) or not file.is_file():
        file = _ICONS / f"{_SPARE_ICON}.svg"
    known = file.name.removesuffix(".svg")
    if known in collected_icons():
        # The name of a file of the theme. Nothing is read out of an element without words.
        return Markup(f'<i class="c-icon c-icon--{known}"></i>')  # noqa: S704
    drawing = file.read_text(encoding="utf-8").strip()
    inside = drawing.removeprefix('<svg xmlns="http://www.w3.org/2000/svg" ')
    # From the package of the theme, whose hash is locked; never from an entry.
    return Markup(f'<svg class="c-icon" aria-hidden="true" focusable="false" {inside}')  # noqa: S704


def drawn(name: str) -> str:
    """Return the class that draws an icon before the words of an element; the first of its classes.

    Args:
        name: Of an icon that is collected in the sheet, as all are that are written in code.
    """
    return f"c-icon--{name}"


@lru_cache(maxsize=1_000, typed=True)
def badge(choice: Choice, language: Language) -> Markup:
    """Return the words of a choice with its icon, in its colour."""
    words, picture = escape(choice.label(language)), drawn(icon_name(choice) or _SPARE_ICON)
    return Markup(f'<span class="{picture} c-badge c-badge--{tone(choice)}">{words}</span>')  # noqa: S704


def labelled(picture: Markup, words: str, tone: str = "plain") -> Markup:
    """Return words with an icon, in a colour."""
    return Markup(f'<span class="c-badge c-badge--{tone}">{picture}{escape(words)}</span>')  # noqa: S704


def headings(html: str) -> tuple[Heading, ...]:
    """Return the level-2 headings of a rendered page that have an id, in order."""
    found = _HEADING.findall(html)
    return tuple(Heading(_words(inner), name, 2) for name, inner in found)


@cache
def collected_icons() -> frozenset[str]:
    """Return the names of the icons in the sheet that pages share; others are drawn in the page itself."""
    return frozenset(
        re.findall(r"^\.c-icon--([a-z0-9-]+) ", _DRAWINGS.read_text(encoding="utf-8"), re.MULTILINE)
    )


@pass_context
def _url(context: Context, address: str) -> str:
    return relative(address, context["address"])


@pass_context
def _linked(context: Context, item: Organisation) -> Markup:
    return _link(relative(of_organisation(item.slug), context["address"]), item.name)


@lru_cache(maxsize=10_000)
def _link(href: str, words: str) -> Markup:
    return Markup(f'<a href="{escape(href)}">{escape(words)}</a>')  # noqa: S704


@lru_cache(maxsize=10_000)
def _day(day: dt.date, language: Language) -> Markup:
    return Markup(f'<time datetime="{day.isoformat()}">{date_text(day, language)}</time>')  # noqa: S704


def _label(item: Choice | Term, language: Language) -> str:
    return item.label(language)


def _say(message: Message, language: Language) -> str:
    return message.in_language(language)


def _name(item: Entry | Call, language: Language) -> str:
    return (item.title_en or item.title) if language == "en" else item.title


def _gist(item: Entry | Call, language: Language) -> str:
    return (item.summary_en or item.summary) if language == "en" else item.summary


def _icon_of(choice: Choice) -> Markup:
    return icon(icon_name(choice))


def _host(url: str) -> str:
    plain = _HOST.match(url)
    if plain:
        return plain[1].removeprefix("www.")
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _words(html: str) -> str:
    if "<" not in html and "&" not in html:
        return " ".join(html.split())
    # Taken apart, not put on a page.
    return Markup(html).striptags()  # noqa: S704
