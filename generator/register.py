"""The register of public bodies: rows of `catalogue/register/*.csv` → `Organisation`."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.documents import is_portable
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
LARGEST = 1024 * 1024
"""Bytes of one file: the register of all municipalities takes a sixteenth of it."""
MOST_FAULTS = 100
"""Rows of one file that are reported: a file of another kind has thousands."""

_CODE = r"[a-z0-9]+(-[a-z0-9]+)*"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
# As narrow as the official lists allow: a code and a short name become addresses, a name goes into tables
# that open in a spreadsheet, and `float` and `fromisoformat` take more than meant (`nan`, `2026W01`).
_FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        column: re.compile(form)
        for column, form in {
            "code": rf"{_CODE}",
            "tooi": r"(https://identifier\.overheid\.nl/tooi/id/[a-z0-9_/-]+)?",
            "slug": rf"(?=.{{1,80}}$){_CODE}",
            "name": r"['\u2019]?\w[^\n\t<>{}|\\\"`=]{0,199}",
            "type": "|".join(OrganisationType),
            "province": rf"({_CODE})?",
            "inhabitants": r"([0-9]{1,8})?",
            "area_km2": r"([0-9]{1,6}(\.[0-9]{1,6})?)?",
            "lat": r"([0-9]{1,2}(\.[0-9]{1,9})?)?",
            "lon": r"(-?[0-9]{1,2}(\.[0-9]{1,9})?)?",
            "since": rf"({_DAY})?",
            "until": rf"({_DAY})?",
            "successor": rf"({_CODE})?",
            "source": r"[^\n\t<>{}|\\`]{1,500}",
        }.items()
    }
)


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
    if len(content) > LARGEST:
        return [], [fault("file-too-large", Location(path), limit=LARGEST, size=len(content))]
    text, faults = decode(path, content)
    rows = csv.reader(io.StringIO(text or ""))
    try:
        header = tuple(next(rows, ()))
        if header != COLUMNS:
            return [], [*faults, fault("register-columns", Location(path), columns=",".join(COLUMNS))]
        found = []
        for row in rows:
            organisation, wrong = _organisation(path, rows.line_num, row)
            faults += wrong if len(faults) < MOST_FAULTS else []
            found += [organisation] if organisation else []
    except csv.Error as error:
        place = Location(path, rows.line_num, 1, rows.line_num, 2)
        return [], [*faults, fault("register-row", place, column="", value=str(error))]
    return found, faults


def _organisation(path: str, line: int, row: list[str]) -> tuple[Organisation | None, list[Fault]]:
    place = Location(path, line, 1, line, 2)
    if len(row) != len(COLUMNS):
        return None, [fault("register-row", place, column="", value=str(len(row)))]
    cell = dict(zip(COLUMNS, row, strict=True))
    unfit = _unfit(cell)
    if unfit:
        return None, [fault("register-row", place, column=unfit, value=cell[unfit], slug=cell["slug"])]
    organisation = Organisation(
        code=cell["code"],
        tooi=cell["tooi"],
        slug=cell["slug"],
        name=cell["name"],
        type=OrganisationType(cell["type"]),
        province=cell["province"],
        inhabitants=int(cell["inhabitants"]) if cell["inhabitants"] else None,
        area=_number(cell["area_km2"]),
        lat=_number(cell["lat"]),
        lon=_number(cell["lon"]),
        since=_day(cell["since"]),
        until=_day(cell["until"]),
        successor=cell["successor"],
        source=cell["source"],
    )
    return organisation, []


def _unfit(cell: Mapping[str, str]) -> str:
    """Return the first column with a value that does not fit in it; empty when all fit."""
    for column, form in _FORMS.items():
        if form.fullmatch(cell[column]) is None:
            return column
    try:
        column = "since"
        _day(cell[column])
        column = "until"
        _day(cell[column])
    except ValueError:
        return column
    return "" if is_portable(cell["slug"]) else "slug"


def _number(text: str) -> float | None:
    return float(text) if text else None


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
