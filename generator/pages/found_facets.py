"""What an application or practice can be narrowed by: values by facet, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from generator.insight.dossier import Dossier
from generator.insight.sizes import size_class
from generator.messages import msg
from generator.model.application import Application
from generator.model.choices import Choice
from generator.model.practice import Practice
from generator.pages.site import Setting
from generator.register import Organisation

_UNKNOWN = "unknown"

Values = Callable[[Setting, Dossier], Iterable[str]]


def facets_of(setting: Setting, dossier: Dossier) -> MappingProxyType[str, tuple[str, ...]]:
    """Return the values of an entry; a facet without one is left out, as is what nobody knows yet."""
    return MappingProxyType(values_of(setting, dossier, _VALUES))


def values_of(setting: Setting, dossier: Dossier, names: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return what `facets_of` gives, of these facets alone: lists of thousands of entries need only some."""
    found = {}
    for name in names:
        values = tuple(filter(None, dict.fromkeys(_VALUES[name](setting, dossier))))
        if values:
            found[name] = values
    return found


def _chosen(values: Callable[[Dossier], Iterable[Choice | None]]) -> Values:
    """Return what gives the words of choices."""

    def words(setting: Setting, dossier: Dossier) -> Iterator[str]:
        for item in values(dossier):
            if item is not None and item.value != _UNKNOWN:
                yield item.label(setting.language)

    return words


def _named(vocabulary: str, ids: Callable[[Dossier], Iterable[str]]) -> Values:
    """Return what gives the names of terms."""

    def words(setting: Setting, dossier: Dossier) -> Iterator[str]:
        for item in ids(dossier):
            yield setting.term(vocabulary, item).label(setting.language)

    return words


def _bodies(dossier: Dossier) -> tuple[Organisation, ...]:
    return (*dossier.owners, *dossier.adopters)


def _domains(dossier: Dossier) -> Iterable[Choice | None]:
    return (dossier.entry.domain,) if isinstance(dossier.entry, Practice) else ()


def _hosting(dossier: Dossier) -> Iterable[Choice]:
    return dossier.entry.software.hosting if isinstance(dossier.entry, Application) else ()


def _provinces(setting: Setting, dossier: Dossier) -> Iterator[str]:
    for body in _bodies(dossier):
        # Among provinces, that each is one goes without saying.
        yield setting.provinces.get(body.province, "").removeprefix("Provincie ")


def _licences(setting: Setting, dossier: Dossier) -> Iterator[str]:
    entry = dossier.entry
    if isinstance(entry, Application):
        licence = entry.software.licence
        closed = msg("Not open: buy it from a supplier").in_language(setting.language)
        yield {"proprietary": closed, _UNKNOWN: ""}.get(licence, licence)


def _controls(setting: Setting, dossier: Dossier) -> Iterator[str]:
    controls = dossier.entry.security.controls if dossier.entry.security else ()
    for item in controls:
        yield f"{item} {setting.term('bio2', item).label(setting.language)}"


_VALUES: Mapping[str, Values] = MappingProxyType(
    {
        "soort": _chosen(lambda item: (item.record.kind,)),
        "status": _chosen(lambda item: (item.entry.status,)),
        "volwassenheid": _chosen(lambda item: (item.maturity,)),
        "advies": _chosen(lambda item: (item.entry.reuse.advice if item.entry.reuse else None,)),
        "inspanning": _chosen(lambda item: (item.entry.reuse.effort if item.entry.reuse else None,)),
        "actualiteit": _chosen(lambda item: (item.freshness,)),
        "bij": _chosen(lambda item: (body.type for body in _bodies(item))),
        "omvang": _chosen(lambda item: map(size_class, _bodies(item))),
        "domein": _chosen(_domains),
        "hosting": _chosen(_hosting),
        "thema": _named("themes", lambda item: item.entry.themes),
        "voorziening": _named("facilities", lambda item: (used.id for used in item.entry.facilities)),
        "standaard": _named("standards", lambda item: (used.id for used in item.entry.standards)),
        "wet": _named("legislation", lambda item: item.entry.legislation),
        "maatregel": _controls,
        "licentie": _licences,
        "provincie": _provinces,
        "organisatie": lambda _, item: (body.name for body in _bodies(item)),
    }
)
