"""What an application or practice can be narrowed by: values by facet, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def facets_of(setting: Setting, dossier: Dossier) -> MappingProxyType[str, tuple[str, ...]]:
    """Return the values of an entry; a facet without one is left out, as is what nobody knows yet."""
    entry, language = dossier.entry, setting.language
    bodies = (*dossier.owners, *dossier.adopters)
    choices: dict[str, Iterable[Choice | None]] = {
        "soort": (dossier.record.kind,),
        "status": (entry.status,),
        "volwassenheid": (dossier.maturity,),
        "advies": (entry.reuse.advice if entry.reuse else None,),
        "inspanning": (entry.reuse.effort if entry.reuse else None,),
        "actualiteit": (dossier.freshness,),
        "bij": (body.type for body in bodies),
        "omvang": (size_class(body) for body in bodies),
        "domein": (entry.domain,) if isinstance(entry, Practice) else (),
        "hosting": entry.software.hosting if isinstance(entry, Application) else (),
    }
    terms = {
        "thema": ("themes", entry.themes),
        "voorziening": ("facilities", [item.id for item in entry.facilities]),
        "standaard": ("standards", [item.id for item in entry.standards]),
        "wet": ("legislation", entry.legislation),
    }
    found = {name: _labels(values, setting) for name, values in choices.items()}
    for name, (vocabulary, ids) in terms.items():
        found[name] = tuple(setting.term(vocabulary, item).label(language) for item in ids)
    found["maatregel"] = tuple(_controls(setting, dossier))
    found["licentie"] = (_licence(entry, setting),) if isinstance(entry, Application) else ()
    found["provincie"] = tuple(_province(body, setting) for body in bodies)
    found["organisatie"] = tuple(body.name for body in bodies)
    return MappingProxyType(
        {name: kept for name, values in found.items() if (kept := tuple(filter(None, dict.fromkeys(values))))}
    )


def _labels(values: Iterable[Choice | None], setting: Setting) -> tuple[str, ...]:
    return tuple(
        item.label(setting.language) for item in values if item is not None and item.value != _UNKNOWN
    )


def _province(body: Organisation, setting: Setting) -> str:
    # Among provinces, that each is one goes without saying.
    return setting.provinces.get(body.province, "").removeprefix("Provincie ")


def _licence(entry: Application, setting: Setting) -> str:
    licence = entry.software.licence
    closed = msg("Not open: buy it from a supplier").in_language(setting.language)
    return {"proprietary": closed, _UNKNOWN: ""}.get(licence, licence)


def _controls(setting: Setting, dossier: Dossier) -> Iterator[str]:
    controls = dossier.entry.security.controls if dossier.entry.security else ()
    for item in controls:
        yield f"{item} {setting.term('bio2', item).label(setting.language)}"
