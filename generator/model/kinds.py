"""Which model each kind of file has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.about import Strict
from generator.model.adoption import Adoption
from generator.model.application import Application
from generator.model.call import Call
from generator.model.choices import Kind
from generator.model.organisation import Profile
from generator.model.practice import Practice

MODELS: Mapping[Kind, type[Strict]] = MappingProxyType(
    {
        Kind.APPLICATION: Application,
        Kind.PRACTICE: Practice,
        Kind.ADOPTION: Adoption,
        Kind.CALL: Call,
        Kind.ORGANISATION: Profile,
    }
)
