"""A catalogue on disk → what is wrong with it: by several processes, and with what is known from before."""

from generator.checking.folder import Checked, Means, check_folder

__all__ = ["Checked", "Means", "check_folder"]
