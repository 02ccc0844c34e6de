"""What search knows of each page: words that weigh, filters, and what a result shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from generator.insight.calls import KnownCall
from generator.insight.dossier import Dossier
from generator.insight.terms import terms_of
from generator.messages import Message, msg, translator
from generator.model.choices import Effort, Kind, Reviewer
from generator.model.vocabulary import Term
from generator.pages.found_facets import facets_of
from generator.pages.page import SearchFields
from generator.pages.rendering import date_text, number_text
from generator.pages.site import Setting, Terms
from generator.register import Organisation

Value = TypeVar("Value", str, tuple[str, ...])

# Words for these are told apart by few entries; those for a theme would fit a tenth of the catalogue.
_WORDED = frozenset({"facilities", "services", "threats", "reference-components", "standards"})
# What these are called is nothing else; the other words for a theme or a control mean much more.
_NAMED = frozenset({"facilities", "legislation", "standards"})
_ABOUT: MappingProxyType[str, Message] = MappingProxyType(
    {
        "themes": msg("Theme"),
        "facilities": msg("National facility"),
        "bio2": msg("Security control"),
        "legislation": msg("Law"),
        "standards": msg("Standard"),
        "reference-components": msg("Reference component"),
        "suppliers": msg("Supplier"),
    }
)

# Two names of one municipality, both in official use, where the register has room for one. In TOOI's list of
# 29 January 2026 gm0518 is officially `gemeente 's-Gravenhage`; the municipality of gm0796 calls itself both.
_ALSO_CALLED = {"gm0518": ("'s-Gravenhage",), "gm0796": ("Den Bosch",)}


def of_entry(setting: Setting, dossier: Dossier, text: str) -> SearchFields:
    """Return what search knows of an application or practice; `text` is its body without marks."""
    entry, language = dossier.entry, setting.language
    users = dict.fromkeys(item.name for item in (*dossier.owners, *dossier.adopters))
    themes = tuple(setting.term("themes", item).label(language) for item in entry.themes)
    shown = {
        "soort": dossier.record.kind.label(language),
        "status": entry.status.label(language),
        "organisatie": dossier.owner.name,
        "gebruikt": _reused(setting, len(dossier.adopters)),
        "themas": ", ".join(themes),
        "actueel": dossier.freshness.label(language),
        "redactie": "ja" if entry.reviewed_by is Reviewer.EDITORS else "",
    }
    controls = entry.security.controls if entry.security else ()
    numbered = (f"{item} {setting.term('bio2', item).label(language)}" for item in controls)
    laws = (setting.term("legislation", item).label(language) for item in entry.legislation)
    more = (entry.title_en, entry.summary_en, *users, *numbered, *laws)
    return SearchFields(
        entry.title,
        entry.summary,
        (*entry.questions, *entry.tags),
        " · ".join((text, *(item for item in more if item))),
        facets_of(setting, dossier),
        _filled(shown),
        order_of(dossier),
        tuple(_names(setting, dossier)),
    )


def order_of(dossier: Dossier) -> MappingProxyType[str, str]:
    """Return the values an entry is ordered by, by the name of the order; what nobody knows is left out."""
    entry = dossier.entry
    sort = {
        "titel": entry.title,
        "gebruikt": str(len(dossier.adopters)),
        "gelezen": entry.reviewed.isoformat(),
    }
    if entry.reuse and entry.reuse.effort not in {None, Effort.UNKNOWN}:
        sort["inspanning"] = str(list(Effort).index(entry.reuse.effort))
    return MappingProxyType(sort)


def of_organisation(
    site: Terms, organisation: Organisation, summary: str, text: str, earlier: Iterable[str]
) -> SearchFields:
    """Return what search knows of a body; `earlier` are the names of the bodies whose work it took over."""
    language = site.language
    filters = {"soort": (Kind.ORGANISATION.label(language),)}
    former = (*earlier, *_ALSO_CALLED.get(organisation.code, ()))
    return SearchFields(
        organisation.name,
        summary,
        former,
        text,
        filters=_filled(filters),
        shown=_filled({"soort": organisation.type.label(language)}),
        sort=_filled({"titel": organisation.name}),
        aliases=former,
    )


def of_call(site: Terms, item: KnownCall, text: str) -> SearchFields:
    """Return what search knows of a call."""
    language, call = site.language, item.call
    until = msg("open until {day}", day=date_text(call.until, language))
    closed = msg("closed on {day}", day=date_text(call.until, language))
    state = (until if item.is_open else closed).in_language(language)
    return SearchFields(
        call.title,
        call.summary,
        text=text,
        filters=_filled({"soort": (Kind.CALL.label(language),), "organisatie": (item.owner.name,)}),
        shown=_filled({"soort": call.type.label(language), "status": state, "organisatie": item.owner.name}),
        sort=_filled({"titel": call.title, "gelezen": call.until.isoformat()}),
    )


def of_term(site: Terms, vocabulary: str, term: Term, summary: str) -> SearchFields:
    """Return what search knows of a theme, facility, law or the like."""
    kind = _ABOUT[vocabulary].in_language(site.language)
    name = term.label(site.language)
    return SearchFields(
        f"{term.id} {name}" if vocabulary == "bio2" else name,
        summary,
        term.synonyms,
        filters=_filled({"soort": (kind,)}),
        shown=_filled({"soort": kind}),
        sort=_filled({"titel": name}),
        aliases=term.synonyms if vocabulary in _NAMED else (),
    )


def _filled(named: Mapping[str, Value]) -> MappingProxyType[str, Value]:
    return MappingProxyType({name: value for name, value in named.items() if value})


def _names(site: Terms, dossier: Dossier) -> Iterable[str]:
    words: dict[str, None] = {}
    for vocabulary, name in terms_of(dossier):
        if vocabulary in _WORDED:
            term = site.term(vocabulary, name)
            words |= dict.fromkeys((term.title, *term.synonyms))
    return words


def _reused(site: Terms, number: int) -> str:
    if not number:
        return ""
    words = translator(site.language).ngettext("reused once", "reused %(shown)s times", number)
    return words % {"shown": number_text(number, site.language)}
