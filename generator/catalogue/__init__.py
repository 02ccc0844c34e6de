"""All files of a catalogue, read, typed and linked: `load(folder)` → `Catalogue`."""

from generator.catalogue.inspections import Inner
from generator.catalogue.lines import Joined, Lines
from generator.catalogue.loader import FOLDERS, Job, Plan, catalogue_of, load, plan_of, read_record
from generator.catalogue.shared import VOCABULARIES
from generator.catalogue.sharing import Sharing
from generator.catalogue.values import Catalogue, Record
from generator.model.kinds import MODELS

__all__ = [
    "FOLDERS",
    "MODELS",
    "VOCABULARIES",
    "Catalogue",
    "Inner",
    "Job",
    "Joined",
    "Lines",
    "Plan",
    "Record",
    "Sharing",
    "catalogue_of",
    "load",
    "plan_of",
    "read_record",
]
