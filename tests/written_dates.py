"""Days and months as people write them, and what each is certain to mean."""

from __future__ import annotations

_MONTHS = (
    "januari jan january",
    "februari feb february",
    "maart mrt march mar",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "augustus aug august",
    "september sep sept",
    "oktober okt october oct",
    "november nov",
    "december dec",
)
_NAMES = [(name, number) for number, names in enumerate(_MONTHS, start=1) for name in names.split()]

DAYS: dict[str, tuple[str, bool] | None] = {
    **{f"3 {name} 2025": (f"2025-{number:02}-03", True) for name, number in _NAMES},
    "24-11-2025": ("2025-11-24", True),
    "24/11/2025": ("2025-11-24", True),
    "24.11.2025": ("2025-11-24", True),
    "24 11 2025": ("2025-11-24", True),
    "3-4-2025": ("2025-04-03", True),
    "3/4/2025": ("2025-04-03", False),
    "12/4/2025": ("2025-04-12", False),
    "13/4/2025": ("2025-04-13", True),
    "4/4/2025": ("2025-04-04", True),
    "4/13/2025": ("2025-04-13", False),
    "2025/3/4": ("2025-03-04", True),
    "2025-13-04": ("2025-04-13", False),
    "2025.03.04": ("2025-03-04", True),
    "2025 3 4": ("2025-03-04", True),
    "20250304": ("2025-03-04", True),
    "3 Maart 2025": ("2025-03-03", True),
    "3 mrt. 2025": ("2025-03-03", True),
    "2025304": None,
    "3 maarts 2025": None,
    "31-31-2025": None,
    "3-4-25": None,
    "maart 2025": None,
}
MONTHS = {
    **{f"{name} 2025": f"2025-{number:02}" for name, number in _NAMES},
    "3-2025": "2025-03",
    "03/2025": "2025-03",
    "3.2025": "2025-03",
    "3 2025": "2025-03",
    "2025/3": "2025-03",
    "2025 03": "2025-03",
    "Maart 2025": "2025-03",
    "mrt. 2025": "2025-03",
    "13-2025": "",
    "maarts 2025": "",
    "3-25": "",
}
