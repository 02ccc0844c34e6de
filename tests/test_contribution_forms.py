"""The forms on GitHub offer exactly the choices that entries know."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.model import choices, choices_more
from generator.model.choices import Choice

ROOT = Path(__file__).parents[1]
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
CHOICES: dict[str, type[Choice]] = {
    "status": choices.Status,
    "advice": choices.Advice,
    "effort": choices.Effort,
    "personal-data": choices.PersonalData,
    "dpia": choices.Dpia,
    "ai": choices.YesNoUnknown,
    "software-type": choices_more.SoftwareType,
    "development-status": choices_more.DevelopmentStatus,
    "domain": choices_more.Domain,
    "type": choices_more.PracticeType,
    "mode": choices.Mode,
    "recommend": choices_more.Recommend,
    "changes-technology": choices.Size,
    "changes-process": choices.Size,
    "changes-organisation": choices.Size,
    "changes-behaviour": choices.Size,
}


def options_by_question(form: str) -> dict[str, list[str]]:
    """Return the options of every list in a form."""
    body = yaml.safe_load((FORMS / form).read_text("utf-8"))["body"]
    return {part["id"]: part["attributes"]["options"] for part in body if part["type"] == "dropdown"}


@pytest.mark.parametrize("form", ["1-toepassing.yml", "2-praktijk.yml", "3-wij-gebruiken-dit-ook.yml"])
def test_a_form_offers_the_choices_of_the_model(form: str) -> None:
    """Who hands in a form can pick every choice there is, by its Dutch label."""
    expected_by_question = CHOICES | ({"status": choices_more.AdoptionStatus} if form.startswith("3") else {})
    themes = yaml.safe_load((ROOT / "catalogue/vocabularies/themes.yml").read_text("utf-8"))["terms"]
    for question, options in options_by_question(form).items():
        if question == "themes":
            assert options == [theme["title"] for theme in themes]
        else:
            assert options == [choice.nl for choice in expected_by_question[question]]
