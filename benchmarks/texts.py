"""Made-up Dutch sentences of realistic length for measured entries; they state nothing about anyone."""

from __future__ import annotations

import random
from collections.abc import Sequence

_SUBJECTS = ("De gemeente", "Een medewerker", "Het team", "De inwoner", "Een ketenpartner", "De leverancier")
_VERBS = ("bewaart", "controleert", "deelt", "ordent", "vergelijkt", "publiceert", "beoordeelt", "koppelt")
_OBJECTS = (
    "de gegevens van elke aanvraag",
    "een overzicht van alle meldingen",
    "de afspraken met andere afdelingen",
    "documenten die bij de zaak horen",
    "vragen van inwoners en ondernemers",
    "de uitkomsten van de laatste oefening",
    "één lijst met geïnventariseerde risico's",
)
_ENDS = (
    "zonder dat iemand iets dubbel hoeft in te vullen",
    "zodat collega's direct verder kunnen",
    "volgens de afspraken die landelijk gelden",
    "ook als het op die dag erg druk is",
    "en legt vast wie wat heeft besloten",
)
_SECTIONS = ("Wat is het", "Wat is er nodig", "Zo neemt u het over", "Resultaat", "Lessen")


def title(topic: str, number: int) -> str:
    """Return a title that no other entry has."""
    return f"{topic[:60].rstrip()} {number}"


def sentence(chance: random.Random) -> str:
    """Return a sentence of some fifteen words."""
    return " ".join(map(chance.choice, (_SUBJECTS, _VERBS, _OBJECTS, _ENDS))) + "."


def summary(chance: random.Random, topic: str) -> str:
    """Return a summary of 40 to 160 characters."""
    return f"Helpt bij {topic[:50].strip()}: {chance.choice(_VERBS)} {chance.choice(_OBJECTS)}."


def questions(chance: random.Random, topic: str, count: int) -> list[str]:
    """Return different things a colleague could ask."""
    return [f"Wie {verb} bij ons {topic[:50].strip()}?" for verb in chance.sample(_VERBS, count)]


def lesson(chance: random.Random) -> str:
    """Return what an adopter learned."""
    return f"{sentence(chance)} {sentence(chance)}"


def body(chance: random.Random, topic: str, name: str) -> str:
    """Return a Markdown text with sections, lists and links; now and then a table or code."""
    parts = [_section(chance, "Wat lost het op", [_paragraph(chance, name), _paragraph(chance, name)])]
    for heading in _SECTIONS:
        blocks = [_paragraph(chance, name)]
        if heading in {"Wat is er nodig", "Lessen"}:
            blocks.append("\n".join(f"- {sentence(chance)}" for _ in range(chance.randint(2, 5))))
        if heading == "Zo neemt u het over":
            steps = range(1, chance.randint(3, 6))
            blocks.append("\n".join(f"{number}. {sentence(chance)}" for number in steps))
        if heading == "Resultaat" and chance.random() < 0.2:  # noqa: PLR2004 - one in five
            blocks.append(f"| wat | voor | na |\n|---|---|---|\n| {topic.replace('|', ' ')} | 4 | 2 |")
        parts.append(_section(chance, heading, blocks))
    return "".join(parts)


def _section(chance: random.Random, heading: str, blocks: Sequence[str]) -> str:
    if chance.random() < 0.05:  # noqa: PLR2004 - one in twenty
        blocks = [*blocks, "```\ncatalogue validate\n```"]
    return f"\n## {heading}\n\n" + "\n\n".join(blocks) + "\n"


def _paragraph(chance: random.Random, name: str) -> str:
    sentences = [sentence(chance) for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.4:  # noqa: PLR2004 - two in five
        sentences.append(f"Dat staat in de [toelichting](https://www.voorbeeld.nl/{name}/toelichting).")
    return " ".join(sentences)
