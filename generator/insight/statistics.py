"""The catalogue in figures: what there is, who takes part, and what nobody has told or covered yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.insight import Insight
from generator.insight.bands import Against, Reported, against, reported
from generator.insight.calls import open_calls
from generator.insight.dates import first_day
from generator.insight.dossier import Dossier
from generator.insight.facets import counts, in_order
from generator.insight.freshness import Freshness
from generator.insight.maturity import Maturity
from generator.insight.memberships import has_ended
from generator.insight.sizes import SizeClass, size_class
from generator.insight.uses import Use
from generator.model.choices import Choice, Effort, Kind, Status
from generator.model.choices_more import AdoptionStatus, OrganisationType
from generator.model.vocabulary import Term
from generator.register import Organisation

# Of an adoption that is in one of these states, the use began once.
_BEGUN = frozenset({AdoptionStatus.IN_USE, AdoptionStatus.PILOT, AdoptionStatus.STOPPED})
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Reach:
    """Municipalities together.

    Attributes:
        total: How many there are.
        active: How many of them share, reuse or ask something.
        shares: How many entries they own: one with two owners among them counts for both.
        reuses: How many entries they use of others, each municipality counted.
    """

    total: int
    active: int
    shares: int
    reuses: int


@dataclass(frozen=True, slots=True)
class OfTheme:
    """A theme: its entries, and how often these are reused."""

    term: Term
    entries: int
    reused: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """An entry whose owner claims an effort, and whose users report theirs."""

    dossier: Dossier
    claim: Effort
    reports: Reported[Effort]
    verdict: Against


@dataclass(frozen=True, slots=True)
class Efforts:
    """What is known of the effort it takes.

    Attributes:
        claimed: Entries whose owner says how much it took.
        reporting: Uses of which is known how much it took.
        compared: Entries with both, sorted by title.
    """

    claimed: int
    reporting: int
    compared: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Controls:
    """Security controls: those with a practice, each with how many, and those without."""

    covered: tuple[tuple[Term, int], ...]
    missing: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of one catalogue on one day.

    Attributes:
        applications: How many there are.
        practices: How many there are.
        adoptions: Files in which an organisation says that it uses, tries, plans or no longer uses something.
        reused: How often anything is reused: the users of all entries together, also through partnerships.
        participants: Organisations of any kind that share, reuse or ask something.
        organisations: All that exist.
        open_calls: Calls one can respond to.
        municipalities: All of them together.
        themes: In the order of the vocabulary.
        provinces: Sorted by name, each with its municipalities.
        sizes: Municipalities by size.
        statuses: Entries by status.
        maturities: Entries by how widely they are used.
        freshness: Entries by how long ago they were read.
        lapsed: Uses that no longer count, since nobody confirmed them in 36 months.
        efforts: What is claimed and what is reported.
        controls: Of the BIO2.
        begun: Years, each with how many uses began in it that are known; sorted.
        undated: Uses of which nobody said when they began.
    """

    applications: int
    practices: int
    adoptions: int
    reused: int
    participants: int
    organisations: int
    open_calls: int
    municipalities: Reach
    themes: tuple[OfTheme, ...]
    provinces: tuple[tuple[Organisation, Reach], ...]
    sizes: tuple[tuple[SizeClass, Reach], ...]
    statuses: tuple[tuple[Choice, int], ...]
    maturities: tuple[tuple[Choice, int], ...]
    freshness: tuple[tuple[Choice, int], ...]
    lapsed: int
    efforts: Efforts
    controls: Controls
    begun: tuple[tuple[int, int], ...]
    undated: int


def statistics(insight: Insight) -> Statistics:
    """Return the figures of a catalogue."""
    dossiers = tuple(insight.dossiers.values())
    own = tuple(use for item in dossiers for use in item.uses if use.via is None)
    current = [o for o in insight.catalogue.organisations.values() if not has_ended(o, insight.today)]
    municipalities = [item for item in current if item.type is OrganisationType.MUNICIPALITY]
    counted, kinds = counts(dossiers), Counter(item.record.kind for item in dossiers)
    begun, undated = _begun(own)
    return Statistics(
        applications=kinds[Kind.APPLICATION],
        practices=kinds[Kind.PRACTICE],
        adoptions=len(own),
        reused=insight.times_reused,
        participants=len(insight.participants),
        organisations=len(current),
        open_calls=len(open_calls(insight.calls)),
        municipalities=reach(insight, municipalities),
        themes=_themes(insight),
        provinces=_provinces(insight, current, municipalities),
        sizes=_sizes(insight, municipalities),
        statuses=in_order(Status, counted["status"]),
        maturities=in_order(Maturity, counted["maturity"]),
        freshness=in_order(Freshness, counted["freshness"]),
        lapsed=sum(use.has_lapsed for use in own),
        efforts=_efforts(dossiers, own),
        controls=_controls(insight),
        begun=begun,
        undated=undated,
    )


def reach(insight: Insight, bodies: Iterable[Organisation]) -> Reach:
    """Return what bodies share and reuse together."""
    chosen = list(bodies)
    return Reach(
        len(chosen),
        sum(item.slug in insight.participants for item in chosen),
        sum(shares_of(insight, item) for item in chosen),
        sum(reuses_of(insight, item) for item in chosen),
    )


def shares_of(insight: Insight, organisation: Organisation) -> int:
    """Return how many entries a body owns."""
    return len(insight.dossiers_by_owner.get(organisation.slug, ()))


def reuses_of(insight: Insight, organisation: Organisation) -> int:
    """Return how many entries of others a body uses, also through a partnership."""
    return sum(use.counts for use in insight.uses_by_organisation.get(organisation.slug, ()))


def _themes(insight: Insight) -> tuple[OfTheme, ...]:
    found = []
    for term in insight.catalogue.vocabularies.get("themes", {}).values():
        about = insight.dossiers_by_term.get(("themes", term.id), ())
        found.append(OfTheme(term, len(about), sum(len(item.adopters) for item in about)))
    return tuple(found)


def _provinces(
    insight: Insight, current: Iterable[Organisation], municipalities: Iterable[Organisation]
) -> tuple[tuple[Organisation, Reach], ...]:
    within = _grouped(municipalities, lambda item: item.province)
    provinces = [item for item in current if item.type is OrganisationType.PROVINCE]
    return tuple(
        (item, reach(insight, within[item.code]))
        for item in sorted(provinces, key=lambda item: item.name)
        if item.code in within
    )


def _sizes(insight: Insight, municipalities: Iterable[Organisation]) -> tuple[tuple[SizeClass, Reach], ...]:
    sized = _grouped(municipalities, size_class)
    return tuple((size, reach(insight, sized[size])) for size in SizeClass if size in sized)


def _grouped(
    bodies: Iterable[Organisation], key: Callable[[Organisation], Key]
) -> Mapping[Key, list[Organisation]]:
    groups: dict[Key, list[Organisation]] = defaultdict(list)
    for item in bodies:
        groups[key(item)].append(item)
    return groups


def _efforts(dossiers: Iterable[Dossier], own: Iterable[Use]) -> Efforts:
    claims = {
        item.id: item.entry.reuse.effort
        for item in dossiers
        if item.entry.reuse and item.entry.reuse.effort is not Effort.UNKNOWN
    }
    found = []
    for item in dossiers:
        claim = claims.get(item.id)
        if claim is None:
            continue
        reports = reported(Effort, (use.adoption.effort for use in item.uses if use.via is None))
        verdict = against(Effort, claim, reports)
        if verdict:
            found.append(Comparison(item, claim, reports, verdict))
    return Efforts(len(claims), reported(Effort, (use.adoption.effort for use in own)).count, tuple(found))


def _controls(insight: Insight) -> Controls:
    """Return which controls have a practice: one that names the control, or a measure below it."""
    terms = insight.catalogue.vocabularies.get("bio2", {})
    practices: dict[str, set[str]] = defaultdict(set)
    for (vocabulary, name), about in insight.dossiers_by_term.items():
        if vocabulary == "bio2" and name in terms:
            named = {item.id for item in about if item.record.kind is Kind.PRACTICE}
            practices[terms[name].parent or name] |= named
    controls = [term for term in terms.values() if term.parent is None and not term.is_withdrawn]
    return Controls(
        tuple((term, len(practices[term.id])) for term in controls if practices.get(term.id)),
        tuple(term for term in controls if not practices.get(term.id)),
    )


def _begun(own: Iterable[Use]) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return the years in which uses began, and of how many that is not known."""
    begun = [use.adoption.since for use in own if use.adoption.status in _BEGUN]
    years = Counter(first_day(since).year for since in begun if since)
    return tuple(sorted(years.items())), sum(not since for since in begun)
