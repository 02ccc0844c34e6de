"""Faults mended in the text as it is written: what would change, as a diff or in the files themselves."""

from generator.repair.diff import diff
from generator.repair.edits import mended
from generator.repair.files import ChangedMeanwhileError, current, put
from generator.repair.rounds import Repair, State, repair

__all__ = ["ChangedMeanwhileError", "Repair", "State", "current", "diff", "mended", "put", "repair"]
