"""The register of public bodies: rows of `catalogue/register/*.csv` → `Organisation`."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import dataclass

from generator.documents.characters import decode
from generator.faults import Fault, fault
from generator.findings import Location
from generator.model.choices_more import OrganisationType
from generator.model.organisation import Profile

COLUMNS = (
    "code",
    "tooi",
    "slug",
    "name",
    "type",
    "province",
    "inhabitants",
    "area_km2",
    "lat",
    "lon",
    "since",
    "until",
    "successor",
    "source",
)
_TYPES = {item.value: item for item in OrganisationType}


@dataclass(frozen=True, slots=True)
class Organisation:
    """A public body, or another body that shares or reuses.

    Attributes:
        code: TOOI code such as `gm0353`; of a body in no public register, `x-` and its slug.
        tooi: The TOOI address, or an empty text.
        slug: Its folder and its address; unique.
        name: As the register writes it.
        province: Code of the province it lies in, or an empty text.
        inhabitants: Of a municipality; None elsewhere.
        area: Square kilometres of land; None when unknown.
        lat: Degrees north; None when unknown.
        lon: Degrees east; None when unknown.
        since: First day it existed; None when unknown or long ago.
        until: Last day it existed; None while it exists or when unknown.
        successor: Code of the body that goes on with its work, or an empty text.
        source: Where the row comes from.
        profile: What `organisation.yml` adds; None without one.
        body: Markdown of `organisation.yml`.
    """

    code: str
    tooi: str
    slug: str
    name: str
    type: OrganisationType
    province: str = ""
    inhabitants: int | None = None
    area: float | None = None
    lat: float | None = None
    lon: float | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    successor: str = ""
    source: str = ""
    profile: Profile | None = None
    body: str = ""

    @property
    def is_former(self) -> bool:
        """Whether the register says it has ended."""
        return self.until is not None


def read_register(path: str, content: bytes) -> tuple[list[Organisation], list[Fault]]:
    """Return the bodies in one file of the register and what is wrong in it.

    A row with a fault is left out.
    """
    text, faults = decode(path, content)
    rows = csv.reader(io.StringIO(text or ""))
    try:
        header = tuple(next(rows, ()))
        if header != COLUMNS:
            return [], [*faults, fault("register-columns", Location(path), columns=",".join(COLUMNS))]
        found = []
        for row in rows:
            organisation, wrong = _organisation(path, rows.line_num, row)
            faults += wrong
            found += [organisation] if organisation else []
    except csv.Error as error:
        return [], [
            *faults,
            fault("register-row", Location(path, rows.line_num), column="", value=str(error)),
        ]
    return found, faults


def _organisation(path: str, line: int, row: list[str]) -> tuple[Organisation | None, list[Fault]]:
    place = Location(path, line, 1, line, 2)
    if len(row) != len(COLUMNS):
        return None, [fault("register-row", place, column="", value=str(len(row)))]
    cell = dict(zip(COLUMNS, row, strict=True))
    column = ""
    try:
        column = "type"
        kind = _TYPES[cell["type"]]
        column = "inhabitants"
        inhabitants = int(cell["inhabitants"]) if cell["inhabitants"] else None
        column = "area_km2"
        area = float(cell["area_km2"]) if cell["area_km2"] else None
        column = "lat"
        lat = float(cell["lat"]) if cell["lat"] else None
        column = "lon"
        lon = float(cell["lon"]) if cell["lon"] else None
        column = "since"
        since = dt.date.fromisoformat(cell["since"]) if cell["since"] else None
        column = "until"
        until = dt.date.fromisoformat(cell["until"]) if cell["until"] else None
    except (KeyError, ValueError):
        return None, [fault("register-row", place, column=column, value=cell[column])]
    organisation = Organisation(
        code=cell["code"],
        tooi=cell["tooi"],
        slug=cell["slug"],
        name=cell["name"],
        type=kind,
        province=cell["province"],
        inhabitants=inhabitants,
        area=area,
        lat=lat,
        lon=lon,
        since=since,
        until=until,
        successor=cell["successor"],
        source=cell["source"],
    )
    return organisation, []
