"""One field, asked in the way that fits it: pick, search, write, or one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from generator.catalogue import MODELS, Catalogue
from generator.cli.prompts import Option, Prompter
from generator.documents import Path
from generator.findings import Finding
from generator.messages import msg
from generator.model.about import FieldSpec, Need, own_fields_of
from generator.model.choices_more import OrganisationType
from generator.model.convert import field_at
from generator.nearest import plain
from generator.register import Organisation
from generator.scaffold.draft import Draft, findings_at, stops
from generator.scaffold.needs import COMPLETING
from generator.scaffold.writing import Value

_NOTHING = ""
"""The value of the option to skip or to stop."""

_WIDEST = 110


@dataclass(frozen=True, slots=True)
class Answers:
    """Asks for fields of drafts in one catalogue.

    Attributes:
        catalogue: Where the file goes.
        name: Of its folder.
        today: The day to judge dates by.
        prompter: Who asks.
    """

    catalogue: Catalogue
    name: str
    today: dt.date
    prompter: Prompter

    def ask(self, draft: Draft, path: Path, spec: FieldSpec, *, is_optional: bool) -> Draft:
        """Return the draft with one more field; without it when the field is optional and skipped."""
        if spec.part and spec.is_list:
            return self._ask_items(draft, path, spec, is_optional=is_optional)
        if spec.part:
            return self._ask_part(draft, path, spec)
        options = self._options(spec)
        self._introduce(spec, has_options=bool(options))
        if spec.is_list:
            return self._ask_list(draft, path, options, is_optional=is_optional)
        if options:
            return self._pick(draft, path, options, is_optional=is_optional)
        default = self.today.isoformat() if spec.name == "retrieved" else ""
        text = self.prompter.write(
            self._title(draft, path),
            lambda text: self.problem(draft, path, text),
            is_optional=is_optional,
            default=default,
        )
        return draft.with_value(path, text) if text else draft

    def problem(self, draft: Draft, path: Path, value: Value) -> str:
        """Return what is wrong with an answer, in the reader's language; empty when it is right."""
        found = findings_at(draft.with_value(path, value), path, self.catalogue, self.name, self.today)
        errors = [item for item in found if stops(item) and item.rule not in COMPLETING]
        return self._sentence(errors[0]) if errors else ""

    def _sentence(self, finding: Finding) -> str:
        message = _capitalised(self.prompter.words(finding.message))
        hint = _capitalised(self.prompter.words(finding.hint)) if finding.hint else ""
        # A terminal cuts what does not fit on its last line, and the example stands above already.
        return f"{message}. {hint}" if hint and len(message + hint) < _WIDEST else f"{message}."

    def _pick(self, draft: Draft, path: Path, options: list[Option], *, is_optional: bool) -> Draft:
        skip = [Option(self.prompter.words(msg("Skip this")), _NOTHING)] if is_optional else []
        while True:
            value = self.prompter.pick(self._title(draft, path), [*skip, *options])
            problem = self.problem(draft, path, value) if value else ""
            if not problem:
                return draft.with_value(path, value) if value else draft
            self.prompter.say(problem)

    def _ask_list(self, draft: Draft, path: Path, options: list[Option], *, is_optional: bool) -> Draft:
        chosen: list[Value] = []
        title = self._title(draft, path)
        while True:
            may_stop = is_optional or bool(chosen)
            if options:
                stop = [Option(self.prompter.words(msg("Go on")), _NOTHING)] if may_stop else []
                left = [item for item in options if item.value not in chosen]
                value = self.prompter.pick(title, [*stop, *left])
            else:
                value = self.prompter.write(
                    title, lambda text: self.problem(draft, path, [*chosen, text]), is_optional=may_stop
                )
            if not value:
                return draft.with_value(path, chosen) if chosen else draft
            problem = self.problem(draft, path, [*chosen, value])
            if problem:
                self.prompter.say(problem)
            else:
                chosen.append(value)
            title = self.prompter.words(msg("{title}: one more?", title=self._title(draft, path)))

    def _ask_items(self, draft: Draft, path: Path, spec: FieldSpec, *, is_optional: bool) -> Draft:
        self._introduce(spec, has_options=True)
        number = 0
        question = msg("{title}: add one?", title=self._title(draft, path))
        while True:
            may_stop = is_optional or number > 0
            if may_stop and not self.prompter.confirm(self.prompter.words(question), default=False):
                return draft
            draft = self._ask_part(draft, (*path, number), spec)
            number += 1
            question = msg("{title}: one more?", title=self._title(draft, path))

    def _ask_part(self, draft: Draft, path: Path, spec: FieldSpec) -> Draft:
        """Ask the required fields of a part; the optional ones too, unless there is nothing to tell."""
        for child in own_fields_of(spec.part) if spec.part else ():
            is_optional = child.about.need is not Need.REQUIRED
            if is_optional and (child.is_list or self._is_nothing(draft, path)):
                continue
            draft = self.ask(draft, (*path, child.name), child, is_optional=is_optional)
        return draft

    def _is_nothing(self, draft: Draft, path: Path) -> bool:
        return draft.get((*path, "size")) in {"none", "unknown"}

    def _introduce(self, spec: FieldSpec, *, has_options: bool) -> None:
        about = spec.about.in_language(self.prompter.language)
        example = msg("For example: {example}", example=about.example.strip('[]"'))
        self.prompter.say()
        self.prompter.say(about.text if has_options else f"{about.text} {self.prompter.words(example)}")

    def _title(self, draft: Draft, path: Path) -> str:
        names = [path[:end] for end in range(1, len(path) + 1) if isinstance(path[end - 1], str)]
        specs = [field_at(MODELS[draft.kind], name) for name in names]
        return " - ".join(spec.about.in_language(self.prompter.language).title for spec in specs if spec)

    def _options(self, spec: FieldSpec) -> list[Option]:
        language = self.prompter.language
        if spec.choices:
            return [Option(choice.label(language), choice.value) for choice in spec.choices]
        if spec.vocabulary:
            terms = self.catalogue.vocabularies[spec.vocabulary].values()
            return [Option(term.label(language), term.id) for term in terms if not term.is_withdrawn]
        if spec.refers_to == "organisation":
            return organisation_options(self.catalogue.organisations.values(), self.prompter)
        if spec.refers_to == "entry":
            return entry_options(self.catalogue)
        if bool in {spec.info.annotation, *get_args(spec.info.annotation)}:
            labels = {"false": msg("No"), "true": msg("Yes")}
            return [Option(self.prompter.words(label), value) for value, label in labels.items()]
        return []


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def organisation_options(organisations: Iterable[Organisation], prompter: Prompter) -> list[Option]:
    """Return organisations that still exist: municipalities first, then as the types are ordered, by name."""
    order = list(OrganisationType)
    current = [item for item in organisations if not item.is_former]
    current.sort(key=lambda item: (order.index(item.type), plain(item.name)))
    return [
        Option(f"{item.name} ({item.type.label(prompter.language).lower()})", item.slug) for item in current
    ]


def entry_options(catalogue: Catalogue) -> list[Option]:
    """Return applications and practices, by title, each with its owner."""
    found = []
    for record in catalogue.entries.values():
        owner = catalogue.organisations.get(record.organisation)
        title = record.document.text("title") or record.id
        found.append(Option(f"{title} ({owner.name if owner else record.organisation})", record.id))
    return sorted(found)
