"""What a page says of itself to machines: schema.org descriptions as JSON that is safe inside HTML."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2.utils import htmlsafe_json_dumps

from generator.insight.calls import KnownCall
from generator.insight.dossier import Dossier
from generator.messages import Language
from generator.model.application import Application
from generator.model.choices_more import OrganisationType, Platform
from generator.model.practice import Practice
from generator.register import Organisation

_PUBLIC = frozenset(
    {
        OrganisationType.MUNICIPALITY,
        OrganisationType.PROVINCE,
        OrganisationType.WATER_BOARD,
        OrganisationType.NATIONAL,
        OrganisationType.PARTNERSHIP,
    }
)
Described = Mapping[str, object]


def entry_json(dossier: Dossier, language: Language) -> str:
    """Return the description of an application or practice."""
    entry = dossier.entry
    described = {
        "@context": "https://schema.org",
        "name": entry.title,
        "description": entry.summary,
        "inLanguage": language,
        "provider": [_organisation(owner) for owner in dossier.owners],
        "dateModified": entry.reviewed.isoformat(),
        "keywords": list(entry.tags),
        "isBasedOn": [source.url for source in entry.sources],
    }
    more = _software(entry) if isinstance(entry, Application) else _practice(entry)
    return _json({**described, **more})


def organisation_json(organisation: Organisation) -> str:
    """Return the description of a body."""
    return _json({"@context": "https://schema.org", **_organisation(organisation)})


def call_json(item: KnownCall) -> str:
    """Return the description of a call."""
    described = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": item.call.title,
        "description": item.call.summary,
        "author": _organisation(item.owner),
        "expires": item.call.until.isoformat(),
    }
    return _json(described)


def collection_json(name: str, description: str, kind: str = "CollectionPage") -> str:
    """Return the description of a page that leads to others."""
    return _json({"@context": "https://schema.org", "@type": kind, "name": name, "description": description})


def _software(entry: Application) -> Described:
    software = entry.software
    is_open = software.licence not in {"proprietary", "unknown"}
    return {
        "@type": "SoftwareApplication",
        "applicationCategory": "GovernmentApplication",
        "operatingSystem": ", ".join(Platform(item).en for item in software.platforms),
        "softwareVersion": software.version,
        "license": f"https://spdx.org/licenses/{software.licence}"
        if is_open and _is_one(software.licence)
        else None,
        "isAccessibleForFree": True if is_open else None,
        "url": software.repository,
    }


def _practice(entry: Practice) -> Described:
    if not entry.steps:
        return {"@type": "CreativeWork", "genre": entry.type.en}
    steps = [
        {"@type": "HowToStep", "position": n, "name": s.title} for n, s in enumerate(entry.steps, start=1)
    ]
    return {"@type": "HowTo", "step": steps}


def _organisation(organisation: Organisation) -> Described:
    profile = organisation.profile
    described = {
        "@type": "GovernmentOrganization" if organisation.type in _PUBLIC else "Organization",
        "name": organisation.name,
        "identifier": organisation.tooi or None,
        "url": profile.website if profile else None,
    }
    return {key: value for key, value in described.items() if value}


def _is_one(licence: str) -> bool:
    """Whether a licence is one SPDX name, not an expression."""
    return " " not in licence


def _json(described: Described) -> str:
    known = {key: value for key, value in sorted(described.items()) if value not in (None, "", [])}
    return str(htmlsafe_json_dumps(known, ensure_ascii=False, allow_nan=False, separators=(",", ":")))
