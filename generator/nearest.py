"""Did you mean …? The words most like a written one, by the letters they share: quick on long lists."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

LONGEST = 60
"""Characters of a written word that count; a longer one is no slip of the keyboard."""

_MOST_COMPARED = 25
# difflib's ratio, 0 to 1: "alike enough to mean it".
_ALIKE = 0.65
_SHORTEST_PART = 4
_LONG = 9
_DIGITS = re.compile("[0-9]")


class Nearest:
    """Finds the ids whose name, title or synonym is most like a word.

    Built once for a list, then each question costs only the names that share letters with it.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a name and the id it stands for; an id may have several names."""
        self._names = [(plain(name), target) for name, target in names]
        self._exact: dict[str, list[str]] = defaultdict(list)
        self._groups: dict[str, list[int]] = defaultdict(list)
        for number, (name, target) in enumerate(self._names):
            self._exact[name].append(target)
            for group in _groups(name):
                self._groups[group].append(number)

    def find(self, word: str, *, most: int = 3) -> tuple[str, ...]:
        """Return at most `most` ids, the most alike first; none when nothing is alike."""
        wanted = plain(word[:LONGEST])
        if not wanted:
            return ()
        exact = list(dict.fromkeys(self._exact.get(wanted, ())))
        if exact:
            return tuple(exact[:most])
        shared: Counter[int] = Counter()
        for group in _groups(wanted):
            shared.update(self._groups.get(group, ()))
        best: dict[str, float] = {}
        for number in sorted(shared, key=lambda number: (-self._overlap(number, shared, wanted), number))[
            :_MOST_COMPARED
        ]:
            name, target = self._names[number]
            best[target] = max(best.get(target, 0), _likeness(wanted, name))
        ranked = sorted((-score, target) for target, score in best.items() if score >= _ALIKE)
        return tuple(target for _, target in ranked[:most])

    def certain(self, word: str, *, shortest: int = 5) -> str | None:
        """Return the one id that a word can only be a slip of, or None.

        Another case, accent or sign between words is no difference. Else one letter may differ, of a long
        word two, if that leads to one id alone. A digit never differs: another number means another thing.

        Args:
            word: As written.
            shortest: Letters of the shortest word with a slip; in a shorter one each letter counts.
        """
        wanted = plain(word[:LONGEST])
        targets = set(self._exact.get(wanted, ()))
        if not targets and wanted:
            targets = set(self._slips(wanted, shortest))
        return targets.pop() if len(targets) == 1 else None

    def _slips(self, wanted: str, shortest: int) -> Iterator[str]:
        shared: Counter[int] = Counter()
        for group in _groups(wanted):
            shared.update(self._groups.get(group, ()))
        most = 2 if len(wanted) >= _LONG else 1
        digits = _DIGITS.findall(wanted)
        for number, _ in shared.most_common(_MOST_COMPARED):
            name, target = self._names[number]
            if (
                max(len(name), len(wanted)) >= shortest
                and _DIGITS.findall(name) == digits
                and _distance(wanted, name) <= most
            ):
                yield target

    def _overlap(self, number: int, shared: Counter[int], wanted: str) -> float:
        return 2 * shared[number] / (len(self._names[number][0]) + len(wanted) + 2)


def nearest(word: str, words: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return the words of a short list that are most like `word`."""
    return Nearest((item, item) for item in words).find(word, most=most)


def plain(text: str) -> str:
    """Return a text without accents, capitals and punctuation, as words are compared."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def _groups(name: str) -> set[str]:
    padded = f" {name} "
    return {padded[start : start + 2] for start in range(len(padded) - 1)}


def _likeness(wanted: str, name: str) -> float:
    # "cyber" means "cybersecurity", "open zaak" means "open zaakbrug": a whole word that begins the name.
    if min(len(wanted), len(name)) >= _SHORTEST_PART and (name.startswith(wanted) or wanted.startswith(name)):
        return 0.9
    ratio = difflib.SequenceMatcher(None, wanted, name, autojunk=False).ratio()
    if len(wanted) >= _SHORTEST_PART and f" {wanted} " in f" {name} ":
        return max(ratio, 0.8)
    return ratio


def _distance(one: str, other: str) -> int:
    """Return how many letters are left out, added, replaced or swapped with the next one."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        before, above = above, here
    return above[-1]
