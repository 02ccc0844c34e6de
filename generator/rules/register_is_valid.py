"""Every row of the register has the right columns, with values of the right form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Location, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.text import shown

RULE = Rule(
    "register-is-valid",
    Severity.ERROR,
    summary=msg("Every row of the register has the right columns, with values of the right form."),
    why=msg("A row that cannot be read is an organisation without a page."),
    repair=msg("Compare the row with the ones above it."),
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield files and rows of the register that cannot be read."""
    if not catalogue.organisations and not catalogue.faults_by_kind.keys() & {
        "register-columns",
        "register-row",
    }:
        root = next(iter(catalogue.lines), "catalogue").partition("/")[0]
        message = msg("there is no register of organisations")
        yield RULE.finding(Location(f"{root}/register"), message, msg("put the folder register back"))
    for item in faults(catalogue, "register-columns"):
        message = msg("the first line does not name the right columns")
        yield RULE.finding(item.location, message, msg("use: {columns}", columns=item.values["columns"]))
    for item in faults(catalogue, "register-row"):
        column, value = str(item.values["column"]), shown(item.values["value"])
        if column:
            message = msg("'{value}' does not fit in the column '{column}'", value=value, column=column)
            place = _place(catalogue, item.location, str(item.values["value"]))
        else:
            message = msg("this row does not have the right number of columns ({value})", value=value)
            place = item.location
        yield RULE.finding(place, message, msg("compare with the row above"))


def _place(catalogue: Catalogue, row: Location, value: str) -> Location:
    """Return where a value stands in its row."""
    lines = catalogue.lines[row.path]
    start = lines[row.line - 1].find(f",{value},") + 2 if row.line <= len(lines) else 0
    return Location(row.path, row.line, start, row.line, start + len(value)) if start > 1 else row
