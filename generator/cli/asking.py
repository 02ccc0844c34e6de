"""The conversation behind `catalogue new`: what is needed first, what helps on request."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.cli.answers import Answers, entry_options, organisation_options
from generator.cli.prompts import Prompter
from generator.messages import msg
from generator.model.about import own_fields_of
from generator.model.choices import Kind
from generator.model.parts import Contact
from generator.model.sections import REQUIRED_SECTION, SECTIONS
from generator.scaffold.draft import NO_NAME, Draft
from generator.scaffold.names import id_of, name_problem
from generator.scaffold.needs import Wanted, needed, needs_section, recommended

SECTION_HELP = {
    REQUIRED_SECTION: msg("Which problem did you have, and what is better now? Two or three sentences."),
    "Wat is het": msg("What is it, and how does it work?"),
    "Wat is er nodig": msg("What does a colleague need: people, systems, agreements?"),
    "Zo neemt u het over": msg("Which steps does a colleague take?"),
    "Resultaat": msg("What did it bring? In figures, if you have them."),
    "Lessen": msg("What would you do otherwise next time?"),
}


@dataclass(frozen=True, slots=True)
class Conversation:
    """Asks for a whole file.

    Attributes:
        answers: Asks for one field.
    """

    answers: Answers

    @property
    def prompter(self) -> Prompter:
        """Who asks."""
        return self.answers.prompter

    def organisation(self) -> str:
        """Return the slug of the organisation that shares or reuses something."""
        options = organisation_options(self.answers.catalogue.organisations.values(), self.prompter)
        return self.prompter.pick(self.prompter.words(msg("Which organisation is it from?")), options)

    def entry(self, organisation: str) -> str:
        """Return the id of what is reused."""
        while True:
            question = self.prompter.words(msg("What do you reuse?"))
            name = self.prompter.pick(question, entry_options(self.answers.catalogue))
            problem = name_problem(self.answers.catalogue, Kind.ADOPTION, organisation, name)
            if problem is None:
                return name
            self.prompter.say(self.prompter.words(problem))

    def fill(self, draft: Draft) -> Draft:
        """Return the draft with everything that is needed, and what helps when that is wanted."""
        draft = self._needed(self._named(draft))
        if needs_section(draft):
            draft = self._section(draft, REQUIRED_SECTION)
        others = [title for title in SECTIONS if title != REQUIRED_SECTION and title not in draft.sections]
        question = self.prompter.words(msg("Would you like to fill in the recommended fields too?"))
        self.prompter.say()
        if next(recommended(draft), None) is None or not self.prompter.confirm(question, default=False):
            return draft
        for wanted in list(recommended(draft)):
            draft = self._needed(self.answers.ask(draft, wanted.path, wanted.spec, is_optional=True))
        for title in others if draft.kind in {Kind.APPLICATION, Kind.PRACTICE} else ():
            draft = self._section(draft, title)
        return draft

    def _needed(self, draft: Draft) -> Draft:
        while wanted := next(needed(draft, self.answers.catalogue), None):
            draft = self._named(self._field(draft, wanted))
        return draft

    def _named(self, draft: Draft) -> Draft:
        """Return the draft with an id as soon as there is a title to take it from."""
        title = draft.get(("title",))
        is_named = draft.id != NO_NAME or not isinstance(title, str)
        return draft if is_named else replace(draft, id=self._id(draft, str(title)))

    def _field(self, draft: Draft, wanted: Wanted) -> Draft:
        if wanted.name != "contact.email":
            return self.answers.ask(draft, wanted.path, wanted.spec, is_optional=False)
        # A mailbox or a page: who skips the one is asked for the other.
        draft = self.answers.ask(draft, wanted.path, wanted.spec, is_optional=True)
        if draft.get(wanted.path) is None:
            page = next(spec for spec in own_fields_of(Contact, ("contact",)) if spec.name == "url")
            draft = self.answers.ask(draft, page.path, page, is_optional=False)
        return draft

    def _section(self, draft: Draft, title: str) -> Draft:
        self.prompter.say()
        self.prompter.say(self.prompter.words(SECTION_HELP[title]))
        text = self.prompter.write_lines(title, lambda _: "", is_optional=title != REQUIRED_SECTION)
        return draft.with_section(title, text) if text else draft

    def _id(self, draft: Draft, title: str) -> str:
        """Return the id that goes with the title; asks when it is not free."""
        proposal = id_of(title)
        problem = self._id_problem(draft, proposal)
        if not problem:
            return proposal
        self.prompter.say()
        self.prompter.say(problem)
        question = self.prompter.words(msg("Name of the file, without ending"))
        return self.prompter.write(question, lambda text: self._id_problem(draft, text))

    def _id_problem(self, draft: Draft, name: str) -> str:
        problem = name_problem(self.answers.catalogue, draft.kind, draft.organisation, name)
        return self.prompter.words(problem) if problem else ""
