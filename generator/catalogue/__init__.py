"""All files of a catalogue, read, typed and linked: `load(folder)` → `Catalogue`."""

from generator.catalogue.loader import FOLDERS, VOCABULARIES, load
from generator.catalogue.values import Catalogue, Record
from generator.model.kinds import MODELS

__all__ = ["FOLDERS", "MODELS", "VOCABULARIES", "Catalogue", "Record", "load"]
