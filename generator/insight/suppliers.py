"""Which firms help with which applications."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from generator.insight.dossier import Dossier
from generator.model.application import Application, Supplier


@dataclass(frozen=True, slots=True)
class KnownSupplier:
    """A firm, under one name.

    Attributes:
        id: Its folder in the catalogue, or its name as it can stand in an address.
        name: As the first application that names it writes it.
        dossiers: The applications it helps with, in the order given.
    """

    id: str
    name: str
    dossiers: tuple[Dossier, ...]


def suppliers_of(dossiers: Iterable[Dossier]) -> tuple[KnownSupplier, ...]:
    """Return the firms these entries name, sorted by name; capitals and spaces make no other firm."""
    names: dict[str, str] = {}
    found: dict[str, dict[str, Dossier]] = {}
    for dossier in dossiers:
        for supplier in dossier.entry.suppliers if isinstance(dossier.entry, Application) else ():
            name = supplier_id(supplier)
            names.setdefault(name, supplier.name)
            found.setdefault(name, {})[dossier.id] = dossier
    made = (KnownSupplier(name, names[name], tuple(items.values())) for name, items in found.items())
    return tuple(sorted(made, key=lambda item: (item.name.casefold(), item.id)))


def supplier_id(supplier: Supplier) -> str:
    """Return the folder of a firm in the catalogue, or its name in lower-case letters, digits and hyphens."""
    if supplier.organisation:
        return supplier.organisation
    plain = unicodedata.normalize("NFKD", supplier.name.casefold()).encode("ascii", "ignore").decode()
    # A name in another script has no letters left: two such firms must still differ.
    return (
        re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        or blake2b(supplier.name.encode(), digest_size=6).hexdigest()
    )
